import type { InCall } from './board.ts'
import { type Draft, setInCall } from './draft.ts'
import type { Refusal } from './events.ts'
import { type EpochMs, plus } from './ids.ts'

/**
 * The visitor waits with an operator who has turned to something else.
 * ```
 *   none ──"Metti in attesa"──▶ held ──(120 s)──▶ recalled ──(10 min in all)──▶ lapsed
 *    ▲                           │                   │                           │
 *    └──────── "Riprendi" ───────┴───────────────────┴───────────────────────────┘
 * ```
 * `recalled`: the desk is reminded. `lapsed`: for the board the call goes on as if resumed, and the
 * visitor is no longer told to hold; but no rule opens a microphone, so both ends stay muted until the
 * operator's own "Riprendi". Its deadline is the call's.
 */
export type Hold =
  | { stage: 'held'; since: EpochMs; recallAt: EpochMs; endsAt: EpochMs }
  | { stage: 'recalled'; since: EpochMs; endsAt: EpochMs }
  | { stage: 'lapsed'; since: EpochMs }

/** [SW-140] A hold that begins now. */
export const holdFrom = ({ now, rules }: Draft): Hold => ({
  stage: 'held',
  since: now,
  recallAt: plus(now, rules.holdRecallMs),
  endsAt: plus(now, rules.holdLimitMs),
})

/** [SW-140] "Metti in attesa". */
export function holdCall(draft: Draft, call: InCall): Refusal | null {
  if (call.hold && call.hold.stage !== 'lapsed') return 'held-already'
  setInCall(draft, call, { hold: holdFrom(draft) })
  draft.facts.push({ type: 'callHeld', callId: call.id, offerId: call.offerId })
  return null
}

/** [SW-140] "Riprendi". */
export function resumeCall(draft: Draft, call: InCall): Refusal | null {
  if (!call.hold) return 'not-held'
  setInCall(draft, call, { hold: null })
  draft.facts.push({ type: 'callResumed', callId: call.id, offerId: call.offerId })
  return null
}

/** [SW-141] The operator is reminded of whom they keep waiting. */
export function recallHold(draft: Draft, call: InCall, hold: Extract<Hold, { stage: 'held' }>): void {
  const { since, endsAt } = hold
  setInCall(draft, call, { hold: { stage: 'recalled', since, endsAt } })
  draft.facts.push({ type: 'holdRecalled', callId: call.id, offerId: call.offerId })
}

/** [SW-142] Longer than anyone should be kept waiting. */
export function lapseHold(draft: Draft, call: InCall, { since }: Hold): void {
  setInCall(draft, call, { hold: { stage: 'lapsed', since } })
  draft.facts.push({ type: 'holdLapsed', callId: call.id, offerId: call.offerId })
}
