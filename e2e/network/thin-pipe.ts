import type { Random } from '../../lib/switchboard/shell/storm/random.ts'

/** What one direction of a line does to what passes. */
export interface Line {
  bitsPerSecond: number
  /** Share of the packets that never arrive, 0 to 1. */
  lost: number
  delayMs: number
}

export const GOOD_LINE: Line = { bitsPerSecond: Number.POSITIVE_INFINITY, lost: 0, delayMs: 0 }

/** What a home router holds back at most before it throws away. */
const LONGEST_QUEUE_MS = 300

/** Decides for each packet of one direction when it arrives. Pure but for its memory. */
export interface ThinPipe {
  /** Milliseconds on the clock of `nowMs`, never before an earlier packet; null: lost. */
  arrivalOf: (bytes: number, nowMs: number) => number | null
  /** From the next packet on. */
  become: (line: Line) => void
}

/** A line that carries one packet after the other, as fast as it can, before a queue of bounded length. */
export function createThinPipe(random: Random): ThinPipe {
  let line = GOOD_LINE
  let freeAtMs = 0
  let lastArrivalMs = 0
  return {
    arrivalOf(bytes, nowMs) {
      if (random.below(10_000) < line.lost * 10_000) return null
      const startMs = Math.max(nowMs, freeAtMs)
      if (startMs - nowMs > LONGEST_QUEUE_MS) return null
      freeAtMs = startMs + (bytes * 8 * 1_000) / line.bitsPerSecond
      lastArrivalMs = Math.max(lastArrivalMs, freeAtMs + line.delayMs)
      return lastArrivalMs
    },
    become(next) {
      line = next
    },
  }
}
