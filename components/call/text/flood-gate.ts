import type { Ration } from '../ration.ts'
import type { Line } from './conversation.ts'

/** How much one end may say at once and then by the second. */
export interface Limits {
  /** UTF-16 units of new text. */
  units: number
  unitsPerSecond: number
  lines: number
  linesPerSecond: number
}

/**
 * Far above any hand: the quickest machine stenographers reach 30 characters a second, a quick phrase is 40 at
 * once, and the largest paste that is taken (2,000) fits four times in a row.
 */
export const OF_A_HAND: Limits = { units: 8_000, unitsPerSecond: 100, lines: 150, linesPerSecond: 3 }

/** Twice that: an honest page, whose clock and connection stumble, never meets the limit of the other end. */
export const OF_A_PEER: Limits = { units: 16_000, unitsPerSecond: 200, lines: 300, linesPerSecond: 6 }

/** How much one end may still say. */
export interface Allowance {
  limits: Limits
  units: number
  lines: number
  /** When it was last reckoned, in milliseconds of any clock. */
  at: number
}

export const fullAllowance = (limits: Limits, at: number): Allowance => ({
  limits,
  units: limits.units,
  lines: limits.lines,
  at,
})

/** What is left of it after a while of silence. Pure. */
export function refilled({ limits, units, lines, at }: Allowance, now: number): Allowance {
  const seconds = Math.max(0, now - at) / 1_000
  return {
    limits,
    units: Math.min(limits.units, units + seconds * limits.unitsPerSecond),
    lines: Math.min(limits.lines, lines + seconds * limits.linesPerSecond),
    at: now,
  }
}

/** Pays for `line`, which was `before` until now. Null: more than anybody can type. Pure. */
export function charged(left: Allowance, line: Line, before: Line | undefined): Allowance | null {
  const units = left.units - Math.max(0, line.text.length - (before?.text.length ?? 0))
  const lines = left.lines - (before ? 0 : 1)
  return units < 0 || lines < 0 ? null : { ...left, units, lines }
}

/**
 * How often one end may be told what it says it lacks: of a long call that is megabytes. A page that joins is told
 * twice, once for its own greeting and once for its answer to ours, so five reloads in a row and one every ten seconds
 * are never refused.
 */
export const TELLINGS: Ration = { atOnce: 10, everyMs: 5_000 }
