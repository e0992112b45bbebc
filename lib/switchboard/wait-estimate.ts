import { gammaCurve, gammaQuantile } from './gamma.ts'

/**
 * How long a call will wait: the estimator QL_m of Rouba Ibrahim and Ward Whitt ("Real-time delay
 * estimation in overloaded multiserver queues with abandonments", Management Science 55(10), 2009). It
 * knows the queue's length and that people leave it, and in their comparisons and ours (docs/operations.md,
 * `npm run bench -- wait`) errs less than the usual "(n + 1) · A / s" and than the last wait seen.
 *
 * With `n` calls ahead, `s` operators, handle times of mean 1/μ and patience of mean 1/θ, one of the `s`
 * gets free or one of the `i` calls still ahead gives up at rate sμ + iθ, so the wait is a sum of n + 1
 * exponential times:
 *
 *     mean      m = Σ i=0..n  1 / (sμ + iθ)
 *     variance  v = Σ i=0..n  1 / (sμ + iθ)²
 *
 * and its quantiles are those of the Gamma distribution with the same mean and variance, shape m²/v and
 * scale v/m.
 */
export interface WaitEstimate {
  meanMs: number
  varianceMs2: number
}

/** What a body is like: how long a call occupies an operator, and how long visitors have patience, on average. */
export interface Pace {
  handleMs: number
  patienceMs: number
}

/** The wait until the first of `operators` busy people gets free: nobody is ahead. */
export function aloneInLine(operators: number, { handleMs }: Pace): WaitEstimate {
  const meanMs = handleMs / operators
  return { meanMs, varianceMs2: meanMs ** 2 }
}

/**
 * One more call ahead.
 *
 * @param ahead how many are ahead now, this one included
 * @param share of this call, if it is not all in the same queue: of the operators who can take it, those who
 * can take mine. Its turn then delays me only with that probability.
 */
export function oneMoreAhead(
  estimate: WaitEstimate,
  ahead: number,
  share: number,
  operators: number,
  { handleMs, patienceMs }: Pace,
): WaitEstimate {
  const stageMs = share / (operators / handleMs + ahead / patienceMs)
  return { meanMs: estimate.meanMs + stageMs, varianceMs2: estimate.varianceMs2 + stageMs ** 2 }
}

/** Calls that are ahead beside those counted in an estimate. */
interface More {
  /** How many are ahead without them. */
  ahead: number
  calls: number
  /** See `oneMoreAhead`. */
  share: number
}

/**
 * Several more calls ahead, all with the same share. Beyond the first few the sums are taken for the integrals
 * that they come close to, so that a queue of thousands is not counted through:
 *
 *     Σ 1/(z + j)  ≈ ln((z + n + ½) / (z + ½))        Σ 1/(z + j)² ≈ 1/(z + ½) − 1/(z + n + ½)
 *
 * which is off by less than one part in 24 z², with z at least `FEW`.
 */
export function manyMoreAhead(
  estimate: WaitEstimate,
  { ahead, calls, share }: More,
  operators: number,
  pace: Pace,
): WaitEstimate {
  const few = Math.min(calls, FEW)
  let sum = estimate
  for (let n = 1; n <= few; n++) sum = oneMoreAhead(sum, ahead + n * share, share, operators, pace)
  const rest = calls - few
  if (rest === 0) return sum
  const { handleMs, patienceMs } = pace
  const before = (ahead + (few + 0.5) * share + (operators * patienceMs) / handleMs) / share
  return {
    meanMs: sum.meanMs + patienceMs * Math.log1p(rest / before),
    varianceMs2: sum.varianceMs2 + (patienceMs ** 2 * rest) / (before * (before + rest)),
  }
}

const FEW = 16

/** The time within which the wait ends with probability `share`. */
export const waitQuantileMs = (estimate: WaitEstimate, share: number): number =>
  gammaQuantile(share, shapeOf(estimate)) * scaleOf(estimate)

/** What visitors are told is made of these: as likely as not the wait is over within the first, hardly ever not within the second. */
export interface WaitQuantiles {
  p50Ms: number
  p90Ms: number
}

export function quantilesOf(estimate: WaitEstimate): WaitQuantiles {
  const shape = shapeOf(estimate)
  const scale = scaleOf(estimate)
  return { p50Ms: median(shape) * scale, p90Ms: ninetieth(shape) * scale }
}

const [median, ninetieth] = [gammaCurve(0.5), gammaCurve(0.9)]

const shapeOf = ({ meanMs, varianceMs2 }: WaitEstimate): number => meanMs ** 2 / varianceMs2
const scaleOf = ({ meanMs, varianceMs2 }: WaitEstimate): number => varianceMs2 / meanMs

/**
 * A bound that the median is above: a Gamma median lies within a third of the scale below its mean (Chen and
 * Rubin, "Bounds for the difference between median and mean of Gamma and Poisson distributions", 1986).
 */
export const medianAboveMs = ({ meanMs, varianceMs2 }: WaitEstimate): number =>
  meanMs - varianceMs2 / meanMs / 3
