import { describe, expect, it } from 'vitest'
import {
  aloneInLine,
  manyMoreAhead,
  oneMoreAhead,
  type Pace,
  type WaitEstimate,
  waitQuantileMs,
} from './wait-estimate.ts'

const MINUTE = 60_000

/** The estimate behind `ahead` calls of one's own kind. */
function behind(ahead: number, operators: number, pace: Pace): WaitEstimate {
  let estimate = aloneInLine(operators, pace)
  for (let n = 1; n <= ahead; n++) estimate = oneMoreAhead(estimate, n, 1, operators, pace)
  return estimate
}

describe('[SW-170] the estimate of a wait', () => {
  it('is a share of the handle time while nobody is ahead', () => {
    expect(behind(0, 3, { handleMs: 6 * MINUTE, patienceMs: 10 * MINUTE })).toEqual({
      meanMs: 2 * MINUTE,
      varianceMs2: (2 * MINUTE) ** 2,
    })
  })

  it('sums 1 / (sμ + iθ) and its squares', () => {
    // Per minute: sμ = 2/5, θ = 1/10: stages of 1/0.4, 1/0.5 and 1/0.6 minutes.
    const { meanMs, varianceMs2 } = behind(2, 2, { handleMs: 5 * MINUTE, patienceMs: 10 * MINUTE })
    expect(meanMs / MINUTE).toBeCloseTo(2.5 + 2 + 1 / 0.6, 9)
    expect(varianceMs2 / MINUTE ** 2).toBeCloseTo(2.5 ** 2 + 2 ** 2 + (1 / 0.6) ** 2, 9)
  })

  it('is (n + 1) · A / s where nobody ever gives up', () => {
    const { meanMs } = behind(4, 2, { handleMs: 5 * MINUTE, patienceMs: Number.POSITIVE_INFINITY })
    expect(meanMs / MINUTE).toBeCloseTo(12.5, 9)
  })

  it('has the quantiles of an exponential time while nobody is ahead, and of an Erlang time behind others', () => {
    const pace = { handleMs: MINUTE, patienceMs: Number.POSITIVE_INFINITY }
    expect(waitQuantileMs(behind(0, 1, pace), 0.9) / MINUTE).toBeCloseTo(Math.log(10), 6)
    // Half of chi-square with 10 degrees of freedom, 90 %.
    expect(waitQuantileMs(behind(4, 1, pace), 0.9) / MINUTE).toBeCloseTo(15.987179 / 2, 5)
  })

  it('counts a call ahead that others may take by the part that is mine', () => {
    const pace = { handleMs: 10 * MINUTE, patienceMs: Number.POSITIVE_INFINITY }
    const once = oneMoreAhead(aloneInLine(2, pace), 0.2, 0.2, 2, pace)
    // One of ten gets free after a minute, then one of mine after five more.
    expect(once.meanMs / MINUTE).toBeCloseTo(5 + 1, 9)
  })

  it.each([
    [1, 1, 0.5],
    [3, 0.25, 4],
    [40, 1, 0],
  ])(
    'adds up a long queue as if each call were counted: %d operators, share %d',
    (operators, share, before) => {
      const pace = { handleMs: 5 * MINUTE, patienceMs: 10 * MINUTE }
      const start = aloneInLine(operators, pace)
      let counted = start
      for (let n = 1; n <= 2_000; n++) {
        counted = oneMoreAhead(counted, before + n * share, share, operators, pace)
      }
      const { meanMs, varianceMs2 } = manyMoreAhead(
        start,
        { ahead: before, calls: 2_000, share },
        operators,
        pace,
      )
      expect(meanMs / counted.meanMs).toBeCloseTo(1, 4)
      expect(varianceMs2 / counted.varianceMs2).toBeCloseTo(1, 4)
    },
  )
})
