/** What the theory of queues says of a counter: Poisson arrivals, exponential handle times and patience. */
export interface ErlangA {
  /** Of all calls, those that nobody can take at once. */
  waitShare: number
  /** Of all calls, those whose visitor gives up. */
  abandonShare: number
  /** Over all calls, those that are taken at once and those that give up included. */
  meanWaitMs: number
}

/**
 * Erlang-A (M/M/s+M) in closed form, after Mandelbaum and Zeltyn ("Service engineering in action: the
 * Palm/Erlang-A queue", 2007). With x = sμ/θ, y = λ/θ, ρ = λ/(sμ) and Erlang's B:
 *
 *     A     = 1 + Σ j≥1  y^j / Π k=1..j (x + k)
 *     P(W)  = A·B / (1 + (A − 1)·B)
 *     P(Ab) = (1/(ρA) + 1 − 1/ρ) · P(W)
 *     E[W]  = P(Ab)/θ
 */
export function erlangA(load: {
  operators: number
  callsPerMs: number
  handleMs: number
  patienceMs: number
}): ErlangA {
  const { operators, callsPerMs, handleMs, patienceMs } = load
  const x = (operators * patienceMs) / handleMs
  const y = callsPerMs * patienceMs
  let sum = 1
  for (let term = 1, j = 1; term > sum * Number.EPSILON; j++) {
    term *= y / (x + j)
    sum += term
  }
  const offered = callsPerMs * handleMs
  let blocked = 1
  for (let k = 1; k <= operators; k++) blocked = (offered * blocked) / (k + offered * blocked)
  const rho = offered / operators
  const waitShare = (sum * blocked) / (1 + (sum - 1) * blocked)
  const abandonShare = (1 / (rho * sum) + 1 - 1 / rho) * waitShare
  return { waitShare, abandonShare, meanWaitMs: abandonShare * patienceMs }
}
