'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { TextLog } from '@/components/call/text/text-log.tsx'
import type { TextTalk, TextTalkState } from '@/components/call/text/text-state.ts'
import { TypingField } from '@/components/call/text/typing-field.tsx'

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
      <TextLog state={state} words={words} forgotten={words('forgotten')} sizes={SIZES} />
      <TypingField talk={talk} state={state} words={words} pause={null} sizes={SIZES} />
    </section>
  )
}

const SIZES = { field: 'text-lg', hint: 'text-base', line: 'text-lg', small: 'text-base' }
