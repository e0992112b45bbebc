import type { Board, Call, Experience } from './board.ts'
import type { Draft } from './draft.ts'
import type { EpochMs } from './ids.ts'
import type { Rules } from './settings.ts'
import type { Pace } from './wait-estimate.ts'

/** The last calls that count: an hour or two of a busy counter, a week of a quiet one. */
const HANDLE_TIMES_KEPT = 50
/** The assumed handle time weighs as much as this many calls. */
const ASSUMED_WEIGHS = 20
/** Fewer calls than these say nothing yet: an assumption is no reason to name minutes. */
const HANDLE_TIMES_WANTED = 10
/** Beyond so many hours of waiting, all that was learned of patience counts half: people and seasons change. */
const WAITING_KEPT_MS = 100 * 3_600_000

/** [SW-171] Too little has happened for an estimate. */
export const isCold = ({ handleTimesMs }: Experience): boolean => handleTimesMs.length < HANDLE_TIMES_WANTED

/**
 * [SW-171] The body's pace: what was seen, drawn towards what the rules assume while little was.
 *
 *     A = (20 · A₀ + Σ of the last N ≤ 50 handle times) / (20 + N)
 *     1/θ = (total waiting time + assumed patience) / (abandoned + 1)
 */
export function paceOf({ handleTimesMs, abandons, waitedMs }: Experience, rules: Rules): Pace {
  const seenMs = handleTimesMs.reduce((sum, ms) => sum + ms, 0)
  return {
    handleMs: Math.max(
      (ASSUMED_WEIGHS * rules.assumedHandleMs + seenMs) / (ASSUMED_WEIGHS + handleTimesMs.length),
      SHORTEST_MS,
    ),
    patienceMs: Math.max((waitedMs + rules.assumedPatienceMs) / (abandons + 1), SHORTEST_MS),
  }
}

/** [SW-98] What seems to have lasted longer teaches no more: more likely the clock has jumped. */
const LONGEST_MS = 2 * 3_600_000

/** No rate is infinite, whatever a body's rules say. */
const SHORTEST_MS = 1_000

/** [SW-171] Takes what this transition has ended into the body's experience: wrap-ups and waits. */
export function learn(before: Board, draft: Draft): void {
  for (const fact of draft.facts) {
    if (fact.type === 'wrapUpOver') {
      const work = before.operators.get(fact.operatorId)?.work
      if (work?.kind === 'wrap_up') addHandleTime(draft, draft.now - work.wrapUp.offeredAt)
    }
    if (fact.type === 'offerAccepted' || fact.type === 'callOver') {
      const call = before.calls.get(fact.callId)
      if (call && isUnanswered(call)) addWait(draft, call.waitingSince, hasGivenUp(draft.calls.get(call.id)))
    }
  }
}

/** A visitor who is to be called back waits at home, and their patience tells nothing of a totem's. */
const isUnanswered = (call: Call): boolean =>
  call.callback === null && (call.state === 'waiting' || call.state === 'offered')

/** A totem that lost its connection says nothing of its visitor's patience. */
const hasGivenUp = (call: Call | undefined): boolean =>
  call?.state === 'over' && call.outcome.kind === 'abandoned' && call.outcome.by !== 'totem_lost'

function addHandleTime(draft: Draft, ms: number): void {
  const { experience } = draft
  const handleTimesMs = [...experience.handleTimesMs, Math.min(ms, LONGEST_MS)].slice(-HANDLE_TIMES_KEPT)
  draft.experience = { ...experience, handleTimesMs }
}

function addWait(draft: Draft, since: EpochMs, gaveUp: boolean): void {
  const { experience } = draft
  const abandons = experience.abandons + (gaveUp ? 1 : 0)
  const waitedMs = experience.waitedMs + Math.min(draft.now - since, LONGEST_MS)
  const kept = waitedMs > WAITING_KEPT_MS ? 0.5 : 1
  draft.experience = { ...experience, abandons: abandons * kept, waitedMs: Math.round(waitedMs * kept) }
}
