import type { ReactNode, Ref } from 'react'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import { LinkStatus } from './link-status.tsx'
import { rangeInWords } from './range-in-words.ts'
import type { QueuePhase } from './screen.ts'
import { ScreenHeading } from './screen-heading.tsx'
import { counted, fill, type Words } from './words.ts'

interface WaitScreenProps {
  ref?: Ref<HTMLDivElement>
  words: Words
  top: ReactNode
  /** Null: placed a moment ago, the place is not known yet. */
  phase: QueuePhase | null
  /** The visitor's own picture, or words in its place. */
  selfView: ReactNode
  /** What is in the middle: what to prepare, or a choice to make. */
  children: ReactNode
  isReconnecting: boolean
  /** What was typed in this call, before it had to wait again, is gone with the page that held it. */
  isTextForgotten: boolean
  /** Null: not while the call is only being placed. */
  onCallback: (() => void) | null
  onCancel: () => void
}

/** The wait: the visitor's place, and the promise that nobody sees or hears them yet. */
export function WaitScreen({
  ref,
  words,
  top,
  phase,
  selfView,
  children,
  isReconnecting,
  isTextForgotten,
  onCallback,
  onCancel,
}: WaitScreenProps) {
  const say = words.wait
  return (
    <div
      ref={ref}
      className="split waiting flex h-full flex-col gap-x-48 bg-night px-48 pt-48 pb-40 text-white"
    >
      <div className="above-reach">
        <div className="px-16">{top}</div>
        <div className="waiting-says mt-48 flex items-start justify-between gap-40">
          <ScreenHeading
            describedBy={phase ? 'waiting-place waiting-time' : 'waiting-time'}
            className="min-w-0 flex-1 ps-16 text-display font-bold"
          >
            <span aria-live="polite">{headingOf(phase, words)}</span>
          </ScreenHeading>
          {selfView}
        </div>
        <Place phase={phase} words={words} />
      </div>
      <div className="mt-32 flex min-h-0 flex-1 flex-col">
        {children}
        <p role="status" className="mt-20 rounded-chip bg-sun px-28 py-16 text-body text-ink empty:hidden">
          {isTextForgotten ? words.text.forgotten : ''}
        </p>
        <p className="flex items-center gap-28 px-16 py-28 text-body">
          <Icon name="lock" className="size-48 shrink-0" />
          {say.private}
        </p>
      </div>
      <div className="flex flex-col gap-20">
        <LinkStatus words={words} isDown={isReconnecting} className="" />
        <div className="grid auto-cols-auto grid-flow-col gap-20">
          {onCallback && (
            <Key tone="light" className="min-h-132 px-24 text-lead" onClick={onCallback}>
              {words.callback.offer}
            </Key>
          )}
          <Key tone="night" className="min-h-132 text-lead" data-way="leave" onClick={onCancel}>
            {say.cancel}
          </Key>
        </div>
        <EmergencyNote words={words} className="justify-center pt-8" />
      </div>
    </div>
  )
}

function headingOf(phase: QueuePhase | null, words: Words): string {
  const say = words.wait
  if (!phase) return say.placing
  if (phase.kind === 'ringing') return fill(say.ringing, { name: phase.ringing.displayName })
  return phase.again ? say.again : say.waiting
}

/**
 * The visitor's place, and how long it will be: nothing on the screen is larger. Their place is told when it changes;
 * the minutes, which fall with every minute, only once they are more than expected.
 */
function Place({ phase, words }: { phase: QueuePhase | null; words: Words }) {
  const say = words.wait
  return (
    <div className="waiting-place mt-40 flex tall min-h-216 items-center justify-between gap-40 rounded-card bg-night-2 px-48 py-28">
      <p id="waiting-place" aria-live="polite">
        <span className="block text-body text-night-ink-2">{say.place}</span>{' '}
        <span className="block text-place leading-none font-bold">
          {phase ? fill(say.ordinal, { n: phase.position }) : '…'}
        </span>
      </p>
      <HowLong phase={phase} words={words} />
    </div>
  )
}

function HowLong({ phase, words }: { phase: QueuePhase | null; words: Words }) {
  const say = words.wait
  if (phase?.kind === 'waiting' && phase.wait.kind === 'range') {
    const { longer } = phase.wait
    return (
      <p id="waiting-time" className="text-end">
        <span
          aria-live={longer ? 'polite' : undefined}
          className={`block text-body ${longer ? 'text-sun' : 'text-night-ink-2'}`}
        >
          {longer ? say.longer : say.expected}
        </span>{' '}
        <span className="block text-display leading-tight font-bold">{rangeInWords(phase.wait, words)}</span>
      </p>
    )
  }
  const ahead = phase ? phase.position - 1 : 0
  return (
    <p id="waiting-time" className="text-end text-title font-semibold">
      {!phase ? say.placeUnknown : ahead === 0 ? say.next : counted(say.aheadOne, say.aheadMany, ahead)}
    </p>
  )
}
