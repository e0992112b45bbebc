import { expect, it } from 'vitest'
import { fittingSize } from './picture-bits.ts'

it.each([
  [null, 720, 1, 1_700_000],
  [2_000_000, 720, 1, 1_700_000],
  [800_000, 720, 1, 800_000],
  [400_000, 720, 2, 400_000],
  [100_000, 720, 4, 100_000],
  [100_000, 180, 1, 100_000],
  [100_000, undefined, 1, 100_000],
])('in %s bits per second a picture of %s lines is made smaller by %s', (bits, lines, by, maxBitrate) => {
  expect(fittingSize(bits, lines)).toEqual({ by, maxBitrate })
})
