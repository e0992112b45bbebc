import type { Call } from './board.ts'
import type { EpochMs } from './ids.ts'
import type { Rules } from './settings.ts'

/** Waits, or rings and would wait again. */
export const isQueued = ({ state }: Call): boolean => state === 'waiting' || state === 'offered'

/** [SW-124] A callback holds no place before it is due. */
export const holdsPlace = ({ callback }: Call, now: EpochMs): boolean =>
  callback === null || callback.notBefore <= now

/** [SW-20] Calls that hold a place in the queue, in order. */
export const queueOf = (calls: Iterable<Call>, now: EpochMs, rules: Rules): Call[] =>
  [...calls].filter((call) => isQueued(call) && holdsPlace(call, now)).sort(byPlace(rules))

/** Priority, then age, then id. */
export const byPlace =
  (rules: Rules) =>
  (a: Call, b: Call): number =>
    precedence(a, b, rules) || a.enqueuedAt - b.enqueuedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * [SW-105] Where priority rises with age, a level of it is worth a fixed time of waiting. All calls age
 * alike, so their order never changes by itself and nothing has to be looked at again.
 */
function precedence(a: Call, b: Call, { priorityRisesEveryMs }: Rules): number {
  if (priorityRisesEveryMs === 0) return b.priority - a.priority
  return a.enqueuedAt - b.enqueuedAt - (a.priority - b.priority) * priorityRisesEveryMs
}
