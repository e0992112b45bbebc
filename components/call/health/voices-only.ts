import type { LinkLevel } from './link-quality.ts'
import { READABLE_BITS_PER_SECOND } from './picture-bound.ts'
import { nextSoundFirst, type SoundFirst } from './sound-first.ts'

/**
 * Whether a page beside the talk goes without everybody's picture, so that the voices get through: no picture becomes
 * unreadable for its sake. It tries the pictures again as a sender tries its own. Pure.
 * @param line how well that arrives which the own line alone can lose
 * @param pictureBits what has come of each picture, in bits per second; null: none was sent, or it is not known
 */
export function nextVoicesOnly(
  before: SoundFirst,
  line: LinkLevel,
  pictureBits: readonly (number | null)[],
  now: number,
): SoundFirst {
  const came = pictureBits.filter((bits) => bits !== null)
  const isTooThin = line === 'bad' && came.length > 0 && came.every((bits) => bits < READABLE_BITS_PER_SECOND)
  return nextSoundFirst(before, isTooThin ? 'bad' : 'good', now)
}
