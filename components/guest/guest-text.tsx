'use client'

import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import { type ShownLine, shownLines } from '@/components/call/text/shown-lines.ts'
import type { TextTalk, TextTalkState } from '@/components/call/text/text-state.ts'
import { TypingField } from '@/components/call/text/typing-field.tsx'
import { usePinnedScroll } from '@/components/call/text/use-pinned-scroll.ts'

interface GuestTextProps {
  talk: TextTalk
  state: TextTalkState
}

/** What everybody in the call types as they type it, also what they typed before this guest came, and a field. */
export function GuestText({ talk, state }: GuestTextProps) {
  const words = useTranslations('guest.join.text')
  const titleId = useId()
  return (
    <section
      aria-labelledby={titleId}
      className="flex max-h-[45dvh] min-h-0 w-full shrink-0 flex-col gap-3 bg-paper p-4 text-ink md:max-h-none md:w-96"
    >
      <h2 id={titleId} className="text-base font-semibold text-ink-2">
        {words('title')}
      </h2>
      <Log state={state} />
      <TypingField talk={talk} state={state} words={words} pause={null} sizes={SIZES} />
    </section>
  )
}

function Log({ state }: Pick<GuestTextProps, 'state'>) {
  const words = useTranslations('guest.join.text')
  const lines = useMemo(
    () =>
      shownLines(state.conversation, state, (identity, side) =>
        words(side === 'sent' ? 'you' : identity.startsWith('t-') ? 'visitor' : 'other'),
      ),
    [state, words],
  )
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
      className="min-h-20 flex-1 overflow-y-auto rounded-desk-sm border border-line bg-white p-3"
    >
      {state.isForgotten ? (
        <p className="mb-2 rounded-desk-sm bg-sun-light px-3 py-2 text-base font-semibold">
          {words('forgotten')}
        </p>
      ) : null}
      {shown.length === 0 && !state.isForgotten ? (
        <p className="text-base text-ink-2">{words('nothingYet')}</p>
      ) : null}
      <ol className="flex flex-col gap-2">
        {shown.map((line) => (
          <Row key={line.key} line={line} />
        ))}
      </ol>
    </div>
  )
}

const SIDES = {
  sent: 'ml-8 border-r-4 border-green bg-green-light',
  received: 'mr-8 border-l-4 border-blue bg-blue-light',
} as const

const NAMES = { sent: 'text-green-deep', received: 'text-blue-deep' } as const

function Row({ line: { side, name, text, isOpen, isGap } }: { line: ShownLine }) {
  const words = useTranslations('guest.join.text')
  return (
    <li data-side={side} className={`rounded-desk-sm px-3 py-2 ${SIDES[side]}`}>
      <span className={`block text-base font-semibold ${NAMES[side]}`}>
        {name}
        <span className="sr-only">: </span>
      </span>
      <bdi dir="auto" className="block text-lg wrap-anywhere whitespace-pre-wrap">
        {text}
        {isOpen ? (
          <span aria-hidden="true" className="ml-0.5 inline-block h-[1em] w-0.5 bg-ink align-[-0.12em]" />
        ) : null}
      </bdi>
      {isGap ? <span className="block text-base text-ink-2">{words('gap')}</span> : null}
    </li>
  )
}

const SIZES = { field: 'text-lg', hint: 'text-base' }
