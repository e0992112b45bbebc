'use client'

import type { ReactNode } from 'react'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import { ScreenHeading } from './screen-heading.tsx'
import { useCountdown } from './use-countdown.ts'
import { fill, type Words } from './words.ts'

/** Half of what the server keeps the call's end for, so that "Fine" always finds it. */
const FAREWELL_SECONDS = 30

interface OverScreenProps {
  words: Words
  top: ReactNode
  title: string
  text: string
  onDone: () => void
}

/** After a talk: thanks; after a number was left: what will happen; and that nothing stays. Goes by itself. */
export function OverScreen({ words, top, title, text, onDone }: OverScreenProps) {
  const secondsLeft = useCountdown(FAREWELL_SECONDS, onDone)
  const say = words.over
  return (
    <div className="flex h-full flex-col bg-night px-64 pt-48 pb-40 text-white">
      {top}
      <div className="flex min-h-0 flex-1 flex-col justify-center">
        <Icon name="circle-check" className="mb-48 size-148 text-green-lamp" stroke={1.5} />
        <ScreenHeading className="text-farewell font-bold">{title}</ScreenHeading>
        <p className="mt-40 text-title">{text}</p>
        <p className="mt-24 text-title text-night-ink-2">{say.erased}</p>
      </div>
      <p className="pb-32 text-center text-body text-night-ink-2">
        {fill(say.countdown, { seconds: secondsLeft })}
      </p>
      <Key tone="green" className="min-h-216 text-heading font-bold" onClick={onDone}>
        {say.done}
      </Key>
      <EmergencyNote words={words} className="justify-center pt-36" />
    </div>
  )
}
