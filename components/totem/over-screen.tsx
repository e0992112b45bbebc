'use client'

import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale.ts'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import { inForms } from './plural-forms.ts'
import { ScreenHeading } from './screen-heading.tsx'
import { useCountdown } from './use-countdown.ts'
import type { Words } from './words.ts'

/** From the last sign of life. The server keeps the call's end for ten times as long (SW-72; WCAG 2.2.1). */
const FAREWELL_SECONDS = 30

/** More letters than these would fill the screen in the size of a farewell. */
const SHORT_TITLE = 12

interface OverScreenProps {
  words: Words
  locale: Locale
  top: ReactNode
  title: string
  text: string
  /** What may be done before leaving, such as rating. */
  children?: ReactNode
  onDone: () => void
}

/** After a talk: thanks; after a number was left: what will happen; and that nothing stays. Goes by itself once nobody is there. */
export function OverScreen({ words, locale, top, title, text, children, onDone }: OverScreenProps) {
  const secondsLeft = useCountdown(FAREWELL_SECONDS, onDone, true)
  const say = words.over
  return (
    <div
      data-rated={Boolean(children)}
      className="over flex h-full flex-col bg-night px-64 pt-48 pb-40 text-white"
    >
      {top}
      <div className="over-middle flex min-h-0 flex-1 flex-col overflow-y-auto py-24">
        <div className="over-says mt-auto">
          {!children && (
            <Icon name="circle-check" className="over-picture mb-48 size-148 text-green-lamp" stroke={1.5} />
          )}
          <hgroup>
            <ScreenHeading
              className={`font-bold ${children || title.length > SHORT_TITLE ? 'text-display' : 'text-farewell'}`}
            >
              {title}
            </ScreenHeading>
            <p className="mt-24 text-title">{text}</p>
            <p className="mt-16 text-title text-night-ink-2">{say.erased}</p>
          </hgroup>
        </div>
        <div className="over-more low-down mt-48 mb-auto">{children}</div>
      </div>
      <div className="over-end flex flex-col">
        <p className="pb-32 text-center text-body text-night-ink-2">
          {inForms(say.countdown, { seconds: secondsLeft }, locale)}
        </p>
        <Key tone="green" className="tall min-h-216 text-heading font-bold" data-way="back" onClick={onDone}>
          {say.done}
        </Key>
        <EmergencyNote words={words} className="justify-center pt-36" />
      </div>
    </div>
  )
}
