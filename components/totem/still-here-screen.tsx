import { type ReactNode, useEffect, useEffectEvent } from 'react'
import type { Locale } from '@/lib/i18n/locale.ts'
import { EmergencyNote } from './emergency-note.tsx'
import { Key } from './key.tsx'
import { LinkStatus } from './link-status.tsx'
import { inForms } from './plural-forms.ts'
import { ScreenHeading } from './screen-heading.tsx'
import { fill, type Words } from './words.ts'

interface StillHereScreenProps {
  words: Words
  locale: Locale
  top: ReactNode
  position: number
  /** Until when the visitor may answer, and what time it is, both by the server's clock. */
  answerBy: number
  now: number
  isReconnecting: boolean
  /** It has appeared: nothing may lie over it. */
  onAsked: () => void
  onHere: () => void
  onCancel: () => void
}

/**
 * "Sei ancora qui?": nothing else is on the screen, because whoever misses it loses their place. The wait
 * comes back as it was once they have answered.
 */
export function StillHereScreen({
  words,
  locale,
  top,
  position,
  answerBy,
  now,
  isReconnecting,
  onAsked,
  onHere,
  onCancel,
}: StillHereScreenProps) {
  const say = words.stillHere
  const asked = useEffectEvent(onAsked)
  useEffect(() => asked(), [])
  const seconds = Math.max(0, Math.ceil((answerBy - now) / 1_000))
  return (
    <div className="flex h-full flex-col bg-night px-48 pt-48 pb-40 text-white">
      <div className="px-16">{top}</div>
      <hgroup className="flex min-h-0 flex-1 flex-col justify-center px-16">
        <ScreenHeading className="text-farewell font-bold">{say.title}</ScreenHeading>
        <p className="mt-40 text-title">
          {fill(say.place, { place: fill(words.wait.ordinal, { n: position }) })}
        </p>
        <p className="mt-24 text-title text-sun">
          <span className="text-place leading-none font-bold tabular-nums" role="timer">
            {seconds}
          </span>{' '}
          {inForms(say.otherwise, { seconds }, locale)}
        </p>
      </hgroup>
      <LinkStatus words={words} isDown={isReconnecting} className="pb-24" />
      <Key tone="green" className="tall min-h-320 text-heading font-bold" data-way="back" onClick={onHere}>
        {say.here}
      </Key>
      <Key tone="night" className="mt-28 min-h-148 text-title" onClick={onCancel}>
        {words.wait.cancel}
      </Key>
      <EmergencyNote words={words} className="justify-center pt-36" />
    </div>
  )
}
