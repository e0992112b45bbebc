/** A few pixels of what is shown, red, green, blue and opacity in turn; null: nothing could be looked at. */
export type Thumbnail = Uint8ClampedArray | null

export type PictureFault = 'none' | 'black' | 'frozen'

export interface PictureHealth {
  fault: PictureFault
  /** For how many looks in a row it has been black, and the same as before. */
  blackFor: number
  sameFor: number
  last: Thumbnail
}

export const PICTURE_UNSEEN: PictureHealth = { fault: 'none', blackFor: 0, sameFor: 0, last: null }

/** A covered camera sends noise around zero, a dark room more than that (0–255, mean of the brightest colours). */
const DARK = 6
/** Cameras adjust for a moment, and people turn lights on: black for three looks is a fault. */
const BLACK_AFTER = 3
/** The noise of a living camera never repeats itself: the same pixels five times over were not looked at anew. */
const FROZEN_AFTER = 5

/** The health of a picture that the other end says it sends, after one more look at it. Pure. */
export function nextPictureHealth(before: PictureHealth, seen: Thumbnail): PictureHealth {
  if (!seen) return PICTURE_UNSEEN
  const blackFor = brightness(seen) <= DARK ? before.blackFor + 1 : 0
  const sameFor = before.last && isSame(before.last, seen) ? before.sameFor + 1 : 0
  const fault = blackFor >= BLACK_AFTER ? 'black' : sameFor >= FROZEN_AFTER ? 'frozen' : 'none'
  return { fault, blackFor, sameFor, last: seen }
}

function brightness(pixels: Uint8ClampedArray): number {
  let sum = 0
  for (let at = 0; at < pixels.length; at += 4) {
    sum += Math.max(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
  }
  return sum / Math.max(1, pixels.length / 4)
}

const isSame = (one: Uint8ClampedArray, other: Uint8ClampedArray): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at])
