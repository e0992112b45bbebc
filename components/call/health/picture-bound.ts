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
  /** Somebody beside those whose talk it is: no picture becomes unreadable for their sake. */
  isBeside: boolean
}

/** Of what got through a line that was full, so that it empties and the voice has room. */
const SHARE = 0.7
/** A picture of 320 by 180 at which hands can still be followed. */
const LEAST_BITS_PER_SECOND = 60_000
/**
 * A picture of 640 by 360: faces are read from it, and what is held up. No fewer for the sake of somebody beside the
 * talk: a line that does not carry as much gets voices alone (`voices-only.ts`).
 */
export const READABLE_BITS_PER_SECOND = 250_000
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
  const heeded = passages.filter((passage) => isHeeded(passage, bound))
  // Single losses are no reason to go on and on: a picture that is bounded gets smaller only while it is bad.
  const isPoor = ({ level }: Passage) => level === 'bad' || (level === 'weak' && bound === null)
  const wishes = heeded.filter(isPoor).flatMap((passage) => wishOf(passage, bound) ?? [])
  if (wishes.length > 0) {
    if (bound !== null && ageMs < SETTLED_AFTER_MS) return before
    return {
      bitsPerSecond: Math.min(...wishes),
      since: now,
      isTry: false,
      tryAfterMs: isTry ? Math.min(tryAfterMs * 2, LONGEST_TRY_AFTER_MS) : FIRST_TRY_AFTER_MS,
    }
  }
  if (bound === null || ageMs < tryAfterMs || heeded.some(({ level }) => level !== 'good')) return before
  const more = Math.round(bound * MORE)
  return { ...before, bitsPerSecond: more < MOST_BITS_PER_SECOND ? more : null, since: now, isTry: true }
}

/** Whoever is beside the talk has no say in a picture that could be readable only for others. */
const isHeeded = ({ isBeside, bitsPerSecond: arrived }: Passage, bound: number | null): boolean =>
  !isBeside || Math.min(arrived ?? 0, bound ?? Number.POSITIVE_INFINITY) >= READABLE_BITS_PER_SECOND

/** To how few bits the picture would have to come down for this passage. */
function wishOf({ bitsPerSecond: arrived, isBeside }: Passage, bound: number | null): number | null {
  if (arrived === null) return null
  const fits = Math.round(Math.min(arrived, bound ?? Number.POSITIVE_INFINITY) * SHARE)
  return Math.max(isBeside ? READABLE_BITS_PER_SECOND : LEAST_BITS_PER_SECOND, fits)
}
