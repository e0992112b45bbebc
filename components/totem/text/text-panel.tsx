'use client'

import { createElement, useEffect, useMemo, useRef } from 'react'
import { fieldLimit } from '@/components/call/text/own-lines.ts'
import { type ShownLine, shownLines } from '@/components/call/text/shown-lines.ts'
import type { TextTalk, TextTalkState } from '@/components/call/text/text-state.ts'
import { usePinnedScroll } from '@/components/call/text/use-pinned-scroll.ts'
import { Icon } from '../icon.tsx'
import { useKeyboard } from '../keyboard/use-keyboard.ts'
import type { Words } from '../words.ts'

interface TextPanelProps {
  words: Words
  talk: TextTalk
  state: TextTalkState
  /** The keyboard is out; else only what is said is shown. */
  isTyping: boolean
}

/** What both type, and the means to type, beneath the operator's picture: a signer's hands stay in sight. */
export function TextPanel({ words, talk, state, isTyping }: TextPanelProps) {
  const say = words.text
  const Keyboard = useKeyboard()
  return (
    <section aria-label={say.title} className="flex min-h-0 flex-col gap-20">
      <Log words={words} state={state} withoutDraft={isTyping} />
      {isTyping && (
        <>
          <Field words={words} talk={talk} state={state} />
          <div className="call-phrases flex flex-wrap gap-12">
            {Object.values(say.phrases)
              .slice(0, PHRASES_AT_MOST)
              .map((phrase) => (
                <button
                  key={phrase}
                  type="button"
                  className="key hairline min-h-[max(calc(76*var(--u)),20*var(--mm))] rounded-chip border-night-line bg-night-2 px-28 text-body text-white active:bg-night-3"
                  // Whoever types on a keyboard of their own goes on typing.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => talk.write(`${state.draft}${state.draft === '' ? '' : ' '}${phrase}\n`)}
                >
                  {phrase}
                </button>
              ))}
          </div>
          {Keyboard &&
            createElement(Keyboard, {
              words,
              layout: 'text',
              ground: 'night',
              onText: talk.append,
              onErase: talk.erase,
              onNewline: () => talk.append('\n'),
            })}
        </>
      )}
    </section>
  )
}

/** One row of them: more would take the operator's face away. */
const PHRASES_AT_MOST = 5

function Log({ words, state, withoutDraft }: { words: Words; state: TextTalkState; withoutDraft: boolean }) {
  const say = words.text
  const lines = useMemo(
    () =>
      shownLines(state.conversation, state, (_, side) => (side === 'sent' ? say.you : words.call.operator)),
    [state, say, words],
  )
  const shown = lines.filter(({ side, isOpen }) => !(withoutDraft && side === 'sent' && isOpen))
  const box = usePinnedScroll<HTMLDivElement>(lines)
  return (
    <div
      ref={box}
      role="log"
      aria-label={say.log}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a finger
      tabIndex={0}
      className={`min-h-120 overflow-y-auto rounded-key bg-night-2 p-24 ${withoutDraft ? 'max-h-240' : 'max-h-400'}`}
    >
      {state.isForgotten && (
        <p className="mb-16 rounded-chip bg-sun px-28 py-16 text-body text-ink">{say.forgotten}</p>
      )}
      {shown.length === 0 && !state.isForgotten && (
        <p className="text-body text-night-ink-2">{say.nothingYet}</p>
      )}
      <ol className="flex flex-col gap-12">
        {shown.map((line) => (
          <Bubble key={line.key} line={line} words={words} />
        ))}
      </ol>
    </div>
  )
}

const SIDES = {
  sent: 'self-end rounded-ee-none bg-blue text-white',
  received: 'self-start rounded-es-none bg-white text-ink',
} as const

function Bubble({ line, words }: { line: ShownLine; words: Words }) {
  return (
    <li data-side={line.side} className={`max-w-[86%] rounded-key px-28 py-14 ${SIDES[line.side]}`}>
      <span
        className={`block text-small font-semibold ${line.side === 'sent' ? 'text-white' : 'text-blue-deep'}`}
      >
        {line.name}
        <span className="sr-only">: </span>
      </span>
      <bdi
        dir="auto"
        data-typed={line.side === 'sent' || undefined}
        className="block text-lead wrap-anywhere whitespace-pre-wrap"
      >
        {line.text}
        {line.isOpen && <Caret />}
      </bdi>
      {line.isGap && <span className="block text-small">{words.text.gap}</span>}
    </li>
  )
}

/** Still being typed. It does not blink: nothing here does. */
const Caret = () => (
  <span aria-hidden="true" className="ms-4 inline-block h-[1em] w-6 bg-sun align-[-0.12em]" />
)

/** The line that is being typed, also for a keyboard that somebody brings. No system's own comes up. */
function Field({ words, talk, state }: Omit<TextPanelProps, 'isTyping'>) {
  const say = words.text
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  return (
    <div>
      <textarea
        ref={field}
        rows={2}
        inputMode="none"
        aria-label={say.field}
        placeholder={say.placeholder}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={fieldLimit(state.draft)}
        value={state.draft}
        onChange={(event) => talk.write(event.target.value)}
        className="block w-full resize-none rounded-key border-2 border-sun bg-white px-28 py-18 text-lead text-ink placeholder:text-ink-2"
      />
      <p role="status" className="flex items-center gap-16 pt-12 text-body text-sun empty:hidden">
        {troubleOf(state, say)}
      </p>
    </div>
  )
}

function troubleOf({ trouble, isHeard }: TextTalkState, say: Words['text']) {
  // What nobody reads comes before how much of it there was.
  const wrong = isHeard ? trouble : 'later'
  if (wrong === null) return null
  return (
    <>
      <Icon name="triangle-alert" className="size-40 shrink-0" />
      {say[wrong]}
    </>
  )
}
