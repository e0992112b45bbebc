import type { LinkLevel } from './link-quality.ts'

/**
 * What the own picture may take, so that it fits the thinnest line on its way.
 * ```
 *   free ──(arrives badly)──▶ a part of what arrived ──(still badly)──▶ less …
 *     ▲                                  │
 *     └──────── twice as much ◀──(well for a while)
 * ```
 */
export interface PictureBound {
  /** Null: as much as it likes. */
  bitsPerSecond: number | null
  /** When it was changed last; null: never. */
  since: number | null
  /** The last change was a try whether the line bears more. */
  isTry: boolean
  tryAfterMs: number
}

export const PICTURE_FREE: PictureBound = {
  bitsPerSecond: null,
  since: null,
  isTry: false,
  tryAfterMs: 12_000,
}

/** How the own picture gets through to one of the others. */
export interface Passage {
  level: LinkLevel
  /** Of the picture, what came through since the last reading; null: not known. */
  bitsPerSecond: number | null
}

/** Of what got through a line that was full, so that it empties and the voice has room. */
const SHARE = 0.7
/** A picture of 320 by 180 at which hands can still be followed. */
const LEAST_BITS_PER_SECOND = 60_000
/** From here on it may take what it likes: the picture is 1280 by 720 again. */
const MOST_BITS_PER_SECOND = 1_500_000
/** Better is believed after five readings (`link-quality.ts`), and the first of them must be of the smaller picture. */
const SETTLED_AFTER_MS = 14_000
const FIRST_TRY_AFTER_MS = 12_000
const LONGEST_TRY_AFTER_MS = 120_000
const MORE = 2

/**
 * The bound after one more reading. The media server passes a picture on as it comes, so what does not fit the line
 * of whoever receives it only its sender can make smaller. Pure.
 * @param isResting nothing of the picture is sent, so nothing is known of how it would arrive
 */
export function nextPictureBound(
  before: PictureBound,
  passages: readonly Passage[],
  isResting: boolean,
  now: number,
): PictureBound {
  const { bitsPerSecond: bound, since, isTry, tryAfterMs } = before
  if (isResting) return bound === null ? before : { ...before, since: now }
  const ageMs = since === null ? Number.POSITIVE_INFINITY : now - since
  // Single losses are no reason to go on and on: a picture that is bounded gets smaller only while it is bad.
  const isPoor = ({ level }: Passage) => level === 'bad' || (level === 'weak' && bound === null)
  const arrived = passages.filter(isPoor).flatMap(({ bitsPerSecond }) => bitsPerSecond ?? [])
  if (arrived.length > 0) {
    if (bound !== null && ageMs < SETTLED_AFTER_MS) return before
    const fits = Math.min(...arrived, bound ?? Number.POSITIVE_INFINITY) * SHARE
    return {
      bitsPerSecond: Math.max(LEAST_BITS_PER_SECOND, Math.round(fits)),
      since: now,
      isTry: false,
      tryAfterMs: isTry ? Math.min(tryAfterMs * 2, LONGEST_TRY_AFTER_MS) : FIRST_TRY_AFTER_MS,
    }
  }
  if (bound === null || ageMs < tryAfterMs || passages.some(({ level }) => level !== 'good')) return before
  const more = Math.round(bound * MORE)
  return { ...before, bitsPerSecond: more < MOST_BITS_PER_SECOND ? more : null, since: now, isTry: true }
}
