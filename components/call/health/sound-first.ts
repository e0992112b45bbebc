import type { LinkLevel } from './link-quality.ts'

/**
 * ```
 *   off ──(link bad)──▶ on ──(its time is up)──▶ off ──(bad again soon)──▶ on, for twice as long …
 * ```
 */
export type SoundFirst =
  | { isOn: false; triedAt: number | null; tryAfterMs: number }
  | { isOn: true; until: number; tryAfterMs: number }

/** After a pause of this length the picture is tried again; every try that fails doubles it. */
const FIRST_PAUSE_MS = 20_000
const LONGEST_PAUSE_MS = 120_000
/** A picture that has lasted this long has come to stay. */
const PROVEN_AFTER_MS = 60_000

export const PICTURE_TOO: SoundFirst = { isOn: false, triedAt: null, tryAfterMs: FIRST_PAUSE_MS }

/**
 * Whether the own picture rests so that the sound gets through. While it rests nothing shows how much the
 * network would bear, so it can only be tried. Pure.
 */
export function nextSoundFirst(before: SoundFirst, link: LinkLevel, now: number): SoundFirst {
  if (before.isOn) {
    return now < before.until ? before : { isOn: false, triedAt: now, tryAfterMs: before.tryAfterMs }
  }
  const isProven = before.triedAt !== null && now - before.triedAt > PROVEN_AFTER_MS
  if (link !== 'bad') return isProven ? PICTURE_TOO : before
  const hasFailed = before.triedAt !== null && !isProven
  const tryAfterMs = hasFailed ? Math.min(before.tryAfterMs * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS
  return { isOn: true, until: now + tryAfterMs, tryAfterMs }
}
