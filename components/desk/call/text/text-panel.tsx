'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { PersonInCall } from '@/components/call/remote-tile.tsx'
import type { ShownLine } from '@/components/call/text/shown-lines.ts'
import { TextLog } from '@/components/call/text/text-log.tsx'
import type { TextTalk } from '@/components/call/text/text-state.ts'
import { TypingField } from '@/components/call/text/typing-field.tsx'
import { useNamedPeople } from '@/components/call/text/use-named-people.ts'
import { useTextTalk } from '@/components/call/text/use-text-talk.ts'
import { Button } from '@/components/ui/button.tsx'
import type { NotedLines } from './noted-lines.ts'

export interface TextPanelProps {
  talk: TextTalk
  /** Whom this page sees in the call: their lines bear their names. */
  people: readonly PersonInCall[]
  /** The visitor waits, and reads what is typed when the talk goes on. */
  isOnHold: boolean
  /** The lines that go into the contact's note; nothing else of the conversation is ever kept. */
  noted: NotedLines
  onNote: (line: ShownLine) => void
}

/** Phrases that most written calls need; the words are in the messages. */
const ANSWERS = ['greeting', 'wait', 'write', 'done', 'bye'] as const

/** What the visitor types as they type it, and the means to answer in writing. */
export function TextPanel({ talk, people, isOnHold, noted, onNote }: TextPanelProps) {
  const words = useTranslations('desk.text')
  const state = useTextTalk(talk)
  useNamedPeople(talk, people)
  const titleId = useId()
  return (
    <section
      aria-labelledby={titleId}
      className="flex min-h-0 flex-1 flex-col gap-3 border-t border-line bg-paper p-4"
    >
      <h2 id={titleId} className="text-sm font-semibold text-ink-2">
        {words('title')}
      </h2>
      <TextLog
        state={state}
        words={words}
        forgotten={words(state.earlier.lines.length > 0 ? 'forgotten' : 'forgottenBefore')}
        showsEarlier
        sizes={SIZES}
        renderBeside={(line) => <NoteKey line={line} noted={noted} onNote={onNote} />}
      />
      <TypingField
        talk={talk}
        state={state}
        words={words}
        pause={isOnHold ? words('onHold') : null}
        sizes={SIZES}
      />
      <div className="flex flex-wrap gap-2">
        {ANSWERS.map((each) => (
          <Button
            key={each}
            size="small"
            onClick={() => talk.write(`${withSpace(state.draft)}${words(`answers.${each}`)}\n`)}
          >
            {words(`answers.${each}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

const withSpace = (draft: string) => (draft === '' ? '' : `${draft} `)

type NoteKeyProps = Pick<TextPanelProps, 'noted' | 'onNote'> & { line: ShownLine }

function NoteKey({ line, noted, onNote }: NoteKeyProps) {
  const words = useTranslations('desk.text')
  const isNoted = noted.has(line.key)
  return (
    <button
      type="button"
      aria-pressed={isNoted}
      aria-label={words('noteLine', { text: line.text })}
      className="absolute top-2 right-2 cursor-pointer rounded-desk-sm border border-line-strong bg-white px-2 py-0.5 text-xs font-semibold whitespace-nowrap text-ink aria-pressed:border-green aria-pressed:bg-green aria-pressed:text-white"
      onClick={() => onNote(line)}
    >
      {words(isNoted ? 'inNote' : 'toNote')}
    </button>
  )
}

const SIZES = { field: '', hint: 'text-sm', line: '', small: 'text-sm' }
