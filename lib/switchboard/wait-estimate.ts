import { gammaQuantile } from './gamma.ts'

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

/** The time within which the wait ends with probability `share`. */
export function waitQuantileMs({ meanMs, varianceMs2 }: WaitEstimate, share: number): number {
  return gammaQuantile(share, meanMs ** 2 / varianceMs2) * (varianceMs2 / meanMs)
}

/**
 * A bound that the median is above: a Gamma median lies within a third of the scale below its mean (Chen and
 * Rubin, "Bounds for the difference between median and mean of Gamma and Poisson distributions", 1986).
 */
export const medianAboveMs = ({ meanMs, varianceMs2 }: WaitEstimate): number =>
  meanMs - varianceMs2 / meanMs / 3
