'use client'

import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import type { PersonInCall } from '@/components/call/remote-tile.tsx'
import { type ShownLine, shownLines } from '@/components/call/text/shown-lines.ts'
import type { TextTalk, TextTalkState } from '@/components/call/text/text-state.ts'
import { TypingField } from '@/components/call/text/typing-field.tsx'
import { useNamedPeople } from '@/components/call/text/use-named-people.ts'
import { usePinnedScroll } from '@/components/call/text/use-pinned-scroll.ts'
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
      <Log state={state} noted={noted} onNote={onNote} />
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

function Log({ state, noted, onNote }: { state: TextTalkState } & Pick<TextPanelProps, 'noted' | 'onNote'>) {
  const words = useTranslations('desk.text')
  const nameOf = useMemo(
    () => (identity: string, side: ShownLine['side']) =>
      side === 'sent' ? words('you') : identity.startsWith('t-') ? words('visitor') : words('other'),
    [words],
  )
  const earlier = useMemo(() => shownLines(state.earlier, state, nameOf), [state, nameOf])
  const lines = useMemo(() => shownLines(state.conversation, state, nameOf), [state, nameOf])
  // What is being typed here stands in the field.
  const shown = lines.filter(({ side, isOpen }) => !(side === 'sent' && isOpen))
  const box = usePinnedScroll<HTMLDivElement>(lines)
  return (
    <div
      ref={box}
      role="log"
      aria-label={words('log')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="min-h-24 flex-1 overflow-y-auto rounded-desk-sm border border-line bg-white p-3"
    >
      {earlier.length > 0 ? (
        <ol className="flex flex-col gap-2 opacity-70">
          {earlier.map((line) => (
            <Row key={line.key} line={{ ...line, isOpen: false }} noted={noted} onNote={onNote} />
          ))}
        </ol>
      ) : null}
      {state.isForgotten ? (
        <p className="my-2 rounded-desk-sm bg-sun-light px-3 py-2 text-sm font-semibold">
          {words(earlier.length > 0 ? 'forgotten' : 'forgottenBefore')}
        </p>
      ) : null}
      {shown.length === 0 && !state.isForgotten ? (
        <p className="text-sm text-ink-2">{words('nothingYet')}</p>
      ) : null}
      <ol className="flex flex-col gap-2">
        {shown.map((line) => (
          <Row key={line.key} line={line} noted={noted} onNote={onNote} />
        ))}
      </ol>
    </div>
  )
}

const SIDES = {
  sent: 'ml-8 border-r-4 border-green bg-green-light',
  received: 'mr-8 border-l-4 border-blue bg-blue-light',
} as const

function Row({ line, noted, onNote }: { line: ShownLine } & Pick<TextPanelProps, 'noted' | 'onNote'>) {
  const words = useTranslations('desk.text')
  const isNoted = noted.has(line.key)
  return (
    <li data-side={line.side} className={`relative rounded-desk-sm px-3 py-2 ${SIDES[line.side]}`}>
      <span
        className={`block pr-24 text-sm font-semibold ${line.side === 'sent' ? 'text-green-deep' : 'text-blue-deep'}`}
      >
        {line.name}
        <span className="sr-only">: </span>
      </span>
      <bdi dir="auto" className="block wrap-anywhere whitespace-pre-wrap">
        {line.text}
        {line.isOpen ? (
          <span aria-hidden="true" className="ml-0.5 inline-block h-[1em] w-0.5 bg-ink align-[-0.12em]" />
        ) : null}
      </bdi>
      {line.isGap ? <span className="block text-sm text-ink-2">{words('gap')}</span> : null}
      {line.isOpen || line.isGap ? null : (
        <button
          type="button"
          aria-pressed={isNoted}
          aria-label={words('noteLine', { text: line.text })}
          className="absolute top-2 right-2 cursor-pointer rounded-desk-sm border border-line-strong bg-white px-2 py-0.5 text-xs font-semibold whitespace-nowrap text-ink aria-pressed:border-green aria-pressed:bg-green aria-pressed:text-white"
          onClick={() => onNote(line)}
        >
          {words(isNoted ? 'inNote' : 'toNote')}
        </button>
      )}
    </li>
  )
}

const SIZES = { field: '', hint: 'text-sm' }
