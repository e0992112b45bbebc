import { clockText } from '@/components/ui/duration.ts'
import type { LivePhase } from './screen.ts'
import { fill, type Words } from './words.ts'

/** The hold that the visitor should know of. Null: none, or a colleague is already taking over. */
export function heldAt(phase: LivePhase) {
  if (phase.kind !== 'in_call' || phase.colleague?.aim === 'take_over') return null
  return phase.hold
}

interface HoldNoticeProps {
  words: Words
  phase: LivePhase
  hold: NonNullable<ReturnType<typeof heldAt>>
  /** By the server's clock. */
  now: number
}

/** In place of the operator's picture while they have turned to something else: calm, and nothing leaves. */
export function HoldNotice({ words, phase, hold, now }: HoldNoticeProps) {
  const say = words.call.hold
  const name = phase.operator.displayName
  const isLapsed = hold.stage === 'lapsed'
  return (
    <div className="call-says absolute inset-0 grid place-content-center justify-items-center gap-28 bg-night-2 px-96 pt-200 text-center">
      <WaitingSign />
      <p role="status" className="text-heading font-bold">
        {fill(isLapsed ? say.lapsed : say.title, { name })}
        <span className="mt-20 block text-lead font-normal text-night-ink-2">
          {fill(isLapsed ? say.lapsedText : say.text, { name })}
        </span>
      </p>
      <p role="timer" aria-label={say.since} className="text-title text-night-ink-2">
        {fill(say.elapsed, { time: clockText(Math.max(0, now - hold.since)) })}
      </p>
    </div>
  )
}

/** Three dots that breathe one after another: something goes on, and nothing hurries. */
function WaitingSign() {
  return (
    <span aria-hidden="true" className="flex gap-28">
      {['0s', '0.4s', '0.8s'].map((delay) => (
        <span
          key={delay}
          style={{ animationDelay: delay }}
          className="size-40 animate-breathe rounded-full bg-night-ink-2"
        />
      ))}
    </span>
  )
}
