'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { TextLog } from '@/components/call/text/text-log.tsx'
import type { TextTalk, TextTalkState } from '@/components/call/text/text-state.ts'
import { TypingField } from '@/components/call/text/typing-field.tsx'

interface VisitTextProps {
  talk: TextTalk
  state: TextTalkState
  /** False for a listener, who reads and sends nothing. */
  mayWrite: boolean
  /** The visitor waits, and reads what is typed when the talk goes on. */
  isOnHold: boolean
}

/** What everybody in the call types as they type it, also what they typed before; for a third, a field besides. */
export function VisitText({ talk, state, mayWrite, isOnHold }: VisitTextProps) {
  const words = useTranslations('supervisor.visit.text')
  const titleId = useId()
  return (
    <section
      aria-labelledby={titleId}
      className="flex min-h-0 w-96 shrink-0 flex-col gap-3 rounded-desk-lg border border-line bg-paper p-4"
    >
      <h2 id={titleId} className="text-sm font-semibold text-ink-2">
        {words('title')}
      </h2>
      <TextLog state={state} words={words} forgotten={words('forgotten')} sizes={SIZES} />
      {mayWrite ? (
        <TypingField
          talk={talk}
          state={state}
          words={words}
          pause={isOnHold ? words('onHold') : null}
          sizes={SIZES}
        />
      ) : (
        <p className="text-sm text-ink-2">{words('readOnly')}</p>
      )}
    </section>
  )
}

const SIZES = { field: '', hint: 'text-sm', line: '', small: 'text-sm' }
