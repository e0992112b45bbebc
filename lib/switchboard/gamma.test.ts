import { describe, expect, it } from 'vitest'
import { gammaCurve, gammaQuantile } from './gamma.ts'

describe('[SW-170] quantiles of a Gamma variable', () => {
  // Half of the upper percentage points of chi-square with 2 × shape degrees of freedom, as tables have them.
  it.each([
    [0.5, 0.5, 0.454936 / 2],
    [0.9, 0.5, 2.705543 / 2],
    [0.1, 1, 0.210721 / 2],
    [0.5, 2, 3.356694 / 2],
    [0.9, 2, 7.77944 / 2],
    [0.95, 5, 18.307038 / 2],
    [0.1, 15, 20.599235 / 2],
    [0.9, 15, 40.256024 / 2],
    [0.5, 50, 99.334129 / 2],
    [0.99, 50, 135.806723 / 2],
  ])('share %f of shape %f', (share, shape, expected) => {
    expect(gammaQuantile(share, shape)).toBeCloseTo(expected, 5)
  })

  it('is the exponential where the shape is 1', () => {
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      expect(gammaQuantile(share, 1)).toBeCloseTo(-Math.log(1 - share), 9)
    }
  })

  it('rises with the share, whatever the shape', () => {
    for (const shape of [0.3, 1, 1.7, 12.4, 300, 2_000]) {
      const values = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999].map((share) => gammaQuantile(share, shape))
      expect(values.toSorted((a, b) => a - b)).toEqual(values)
      expect(values.every((value) => Number.isFinite(value) && value > 0)).toBe(true)
    }
  })

  it('is read off the curve to eight digits', () => {
    for (const share of [0.1, 0.5, 0.9]) {
      const quick = gammaCurve(share)
      for (const shape of [0.4, 1, 1.001, 1.7, 3.3, 12.4, 99, 640, 7_000, 16_383, 20_000]) {
        expect(quick(shape) / gammaQuantile(share, shape)).toBeCloseTo(1, 8)
      }
    }
  })
})
