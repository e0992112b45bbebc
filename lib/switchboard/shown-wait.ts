import { type EpochMs, plus } from './ids.ts'

/** A range of minutes for a wait that has just been estimated. */
export interface WaitRange {
  /** 0: less than a minute is as likely as not. */
  fromMin: number
  /** Null: more than half an hour. */
  toMin: number | null
}

/** What a waiting visitor has been told last, and is held to. */
export interface ShownWait extends WaitRange {
  /** True once it had to be said that it takes longer than was shown before. */
  longer: boolean
  /** When the range that was shown is over: somebody has answered by then, or it took longer. Null with `toMin`. */
  until: EpochMs | null
}

/** Minutes that people think in: the range is rounded outward to these, so that it promises no precision it does not have. */
const STEPS_MIN = [1, 2, 3, 5, 10, 15, 20, 30]

const MINUTE_MS = 60_000

/** Waits that are more likely than not longer than this are all told alike. */
export const TOLD_ALIKE_ABOVE_MS = Math.max(...STEPS_MIN) * MINUTE_MS

/** These have been told that it takes longer than is told apart: a wait that still does changes nothing. */
export const isToldTheMost = (shown: ShownWait | null): boolean =>
  shown !== null && shown.toMin === null && shown.until === null

/** From the median to the 90th percentile, rounded outward. */
export const rangeOf = (p50Ms: number, p90Ms: number): WaitRange => ({
  fromMin: roundedDown(p50Ms),
  toMin: roundedUp(p90Ms),
})

function roundedDown(ms: number): number {
  let fromMin = 0
  for (const step of STEPS_MIN) if (step * MINUTE_MS <= ms) fromMin = step
  return fromMin
}

function roundedUp(ms: number): number | null {
  for (const step of STEPS_MIN) if (step * MINUTE_MS >= ms) return step
  return null
}

/**
 * [SW-173] What to show now that the wait is estimated anew: a shorter wait at once; a longer one only when
 * what was shown is more likely wrong than right, and then saying so. Until then the old word stands, so
 * that the screen neither trembles nor stays at five minutes for ten.
 */
export function nextShown(shown: ShownWait | null, p50Ms: number, p90Ms: number, now: EpochMs): ShownWait {
  const fromMin = roundedDown(p50Ms)
  const toMin = roundedUp(p90Ms)
  const isLonger = shown !== null && shown.until !== null && plus(now, p50Ms) > shown.until
  const isShorter = shown !== null && bound(toMin) < bound(shown.toMin)
  if (shown && !isLonger && !isShorter) return fromMin < shown.fromMin ? { ...shown, fromMin } : shown
  const until = toMin === null ? null : plus(now, toMin * MINUTE_MS)
  if (!shown || isLonger) return { fromMin, toMin, longer: isLonger, until }
  return { fromMin, toMin, longer: false, until: earlier(until, shown.until) }
}

/** When `nextShown` will say that it takes longer, if the estimate stays as it is; null: never. */
export function growsAt(shown: ShownWait, p50Ms: number): EpochMs | null {
  // One further: at the instant itself the median has not passed the bound yet.
  return shown.until === null ? null : plus(shown.until, 1 - Math.ceil(p50Ms))
}

const bound = (toMin: number | null): number => toMin ?? Number.POSITIVE_INFINITY

const earlier = (one: EpochMs | null, other: EpochMs | null): EpochMs | null =>
  one !== null && other !== null ? (one < other ? one : other) : (one ?? other)
