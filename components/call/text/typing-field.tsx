import { useId } from 'react'
import { fieldLimit } from './own-lines.ts'
import type { TextTalk, TextTalkState, TextTrouble } from './text-state.ts'

interface TypingFieldProps {
  talk: TextTalk
  state: TextTalkState
  words: (key: TextTrouble | 'field' | 'placeholder' | 'hint' | 'later') => string
  /** Why nobody reads now although nothing is wrong; null: then something is. */
  pause: string | null
  /** Sizes of the field's text and of the line below it. */
  sizes: { field: string; hint: string }
}

/** The line that is being typed, for people with a keyboard of their own; below it, who reads it or why nobody does. */
export function TypingField({ talk, state, words, pause, sizes }: TypingFieldProps) {
  const { trouble, isHeard } = state
  // What nobody reads comes before how much of it there was.
  const wrong = !isHeard && pause === null ? 'later' : trouble
  const hint = wrong ? words(wrong) : isHeard ? words('hint') : pause
  const id = useId()
  return (
    <div>
      <textarea
        rows={2}
        aria-label={words('field')}
        aria-describedby={id}
        placeholder={words('placeholder')}
        autoComplete="off"
        dir="auto"
        maxLength={fieldLimit(state.draft)}
        value={state.draft}
        onChange={(event) => talk.write(event.target.value)}
        className={`block w-full resize-none rounded-desk-sm border border-line-strong bg-white px-3 py-2 placeholder:text-ink-2 ${sizes.field}`}
      />
      <p
        id={id}
        role="status"
        className={`mt-1 ${sizes.hint} ${wrong ? 'font-semibold text-red' : 'text-ink-2'}`}
      >
        {hint}
      </p>
    </div>
  )
}
