import type { Call, StillHere } from './board.ts'
import { type Draft, setCall } from './draft.ts'
import { type EpochMs, plus } from './ids.ts'
import type { Rules } from './settings.ts'

/**
 * "Sei ancora qui?": a visitor who has walked off would ring an operator for nothing.
 * ```
 *          waited stillHereAfterMs            no touch in stillHereAnswerMs
 *   quiet ─────────────────────────▶ asked ──────────────────────────────▶ over: abandoned, walked off
 *     ▲                                │
 *     └──────────── "Sono qui" ────────┘          neither happens while a desk rings
 * ```
 */
export function askStillHere(draft: Draft, call: Call): void {
  setCall(draft, call, call, { wait: { ...call.wait, stillHere: asked(draft.rules, draft.now) } })
  draft.facts.push({ type: 'stillHereAsked', callId: call.id })
}

/** [SW-111] A touch that comes late, twice or unasked changes nothing. */
export function answerStillHere(draft: Draft, call: Call): void {
  if (call.state !== 'waiting' || call.wait.stillHere.kind !== 'asked') return
  setCall(draft, call, call, { wait: { ...call.wait, stillHere: quiet(draft.rules, draft.now) } })
  draft.facts.push({ type: 'visitorStillHere', callId: call.id })
}

/** [SW-110] Left in peace for a while before they are asked again. */
export const quiet = ({ stillHereAfterMs }: Rules, now: EpochMs): StillHere => ({
  kind: 'quiet',
  askAt: stillHereAfterMs > 0 ? plus(now, stillHereAfterMs) : null,
})

export const asked = ({ stillHereAnswerMs }: Rules, now: EpochMs): StillHere => ({
  kind: 'asked',
  answerBy: plus(now, stillHereAnswerMs),
})
