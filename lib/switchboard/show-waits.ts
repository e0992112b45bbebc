import type { Board, Call } from './board.ts'
import { type Draft, setCall } from './draft.ts'
import { type Forecasts, forecastsOf } from './forecast.ts'
import type { EpochMs } from './ids.ts'
import { growsAt, nextShown, TOLD_ALIKE_ABOVE_MS } from './shown-wait.ts'
import { medianAboveMs, type WaitEstimate, waitQuantileMs } from './wait-estimate.ts'

/** [SW-173] Brings what waiting visitors are told up to date; every transition ends with it. */
export function showWaits(draft: Draft): void {
  for (const { call, p50Ms, p90Ms } of foreseen(draft, draft.now)) {
    const shown = nextShown(call.shown, p50Ms, p90Ms, draft.now)
    if (shown !== call.shown) setCall(draft, call, call, { shown })
  }
}

/** The instants at which a waiting visitor must be told that it takes longer, if nothing happens before. */
export function wordsDue(board: Board, now: EpochMs): EpochMs[] {
  return [...foreseen(board, now)].flatMap(({ call, p50Ms }) => {
    const at = call.shown && growsAt(call.shown, p50Ms)
    return at === null ? [] : [at]
  })
}

interface Foreseen {
  call: Call & { state: 'waiting' }
  p50Ms: number
  p90Ms: number
}

/** Whoever has left a number stands before no screen. */
const isToldAWait = ({ callback }: Call): boolean => callback === null

function* foreseen(board: Parameters<typeof forecastsOf>[0], now: EpochMs): Generator<Foreseen> {
  const waiting = [...board.calls.values()].filter((call) => call.state === 'waiting').filter(isToldAWait)
  if (waiting.length === 0) return
  const forecasts: Forecasts = forecastsOf(board, now)
  for (const call of waiting) {
    const forecast = forecasts.of(call.id)
    if (forecast.kind !== 'wait') continue
    yield { call, ...quantilesOf(forecast.estimate) }
  }
}

/** Far back in a long queue the exact numbers say no more than that they are beyond all that is told. */
function quantilesOf(estimate: WaitEstimate): Pick<Foreseen, 'p50Ms' | 'p90Ms'> {
  const atLeastMs = medianAboveMs(estimate)
  if (atLeastMs > TOLD_ALIKE_ABOVE_MS) return { p50Ms: atLeastMs, p90Ms: atLeastMs }
  return { p50Ms: waitQuantileMs(estimate, 0.5), p90Ms: waitQuantileMs(estimate, 0.9) }
}
