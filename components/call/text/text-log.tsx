import { type ReactNode, useMemo } from 'react'
import { isTotem } from '../is-totem.ts'
import { type ShownLine, shownLines } from './shown-lines.ts'
import type { TextTalkState } from './text-state.ts'
import { usePinnedScroll } from './use-pinned-scroll.ts'

interface TextLogProps {
  state: TextTalkState
  words: (key: 'log' | 'you' | 'visitor' | 'other' | 'nothingYet' | 'gap') => string
  /** What to say where the totem's page was loaded anew. */
  forgotten: string
  /** What this page had before that stays in sight, apart. */
  showsEarlier?: boolean
  /** Sizes of a line, and of everything around it. */
  sizes: { line: string; small: string }
  /** Beside a line that is said to its end. */
  renderBeside?: (line: ShownLine) => ReactNode
}

/** What everybody in the call types as they type it, for people with a screen of their own. */
export function TextLog({
  state,
  words,
  forgotten,
  showsEarlier = false,
  sizes,
  renderBeside,
}: TextLogProps) {
  const [earlier, lines] = useMemo(() => {
    const nameOf = (identity: string, side: ShownLine['side']) =>
      words(side === 'sent' ? 'you' : isTotem(identity) ? 'visitor' : 'other')
    return [shownLines(state.earlier, state, nameOf), shownLines(state.conversation, state, nameOf)] as const
  }, [state, words])
  // What is being typed here stands in the field.
  const shown = lines.filter(({ side, isOpen }) => !(side === 'sent' && isOpen))
  const box = usePinnedScroll<HTMLDivElement>(lines)
  const row = (line: ShownLine) => (
    <Row key={line.key} line={line} gap={words('gap')} sizes={sizes} beside={renderBeside} />
  )
  return (
    <div
      ref={box}
      role="log"
      aria-label={words('log')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="min-h-24 flex-1 overflow-y-auto rounded-desk-sm border border-line bg-white p-3"
    >
      {showsEarlier && earlier.length > 0 ? (
        <ol className="flex flex-col gap-2 opacity-70">
          {earlier.map((line) => row({ ...line, isOpen: false }))}
        </ol>
      ) : null}
      {state.isForgotten ? (
        <p className={`my-2 rounded-desk-sm bg-sun-light px-3 py-2 font-semibold ${sizes.small}`}>
          {forgotten}
        </p>
      ) : null}
      {shown.length === 0 && !state.isForgotten ? (
        <p className={`text-ink-2 ${sizes.small}`}>{words('nothingYet')}</p>
      ) : null}
      <ol className="flex flex-col gap-2">{shown.map(row)}</ol>
    </div>
  )
}

const SIDES = {
  sent: 'ml-8 border-r-4 border-green bg-green-light',
  received: 'mr-8 border-l-4 border-blue bg-blue-light',
} as const

const NAMES = { sent: 'text-green-deep', received: 'text-blue-deep' } as const

interface RowProps {
  line: ShownLine
  gap: string
  sizes: TextLogProps['sizes']
  beside: TextLogProps['renderBeside']
}

function Row({ line, gap, sizes, beside }: RowProps) {
  const { side, name, text, isOpen, isGap } = line
  return (
    <li data-side={side} className={`relative rounded-desk-sm px-3 py-2 ${SIDES[side]}`}>
      <span className={`block font-semibold ${sizes.small} ${NAMES[side]} ${beside ? 'pr-24' : ''}`}>
        {name}
        <span className="sr-only">: </span>
      </span>
      <bdi dir="auto" className={`block wrap-anywhere whitespace-pre-wrap ${sizes.line}`}>
        {text}
        {isOpen ? (
          <span aria-hidden="true" className="ml-0.5 inline-block h-[1em] w-0.5 bg-ink align-[-0.12em]" />
        ) : null}
      </bdi>
      {isGap ? <span className={`block text-ink-2 ${sizes.small}`}>{gap}</span> : null}
      {isOpen || isGap ? null : beside?.(line)}
    </li>
  )
}
