import type { Board, Call } from './board.ts'
import { type Draft, setCall } from './draft.ts'
import { type Forecasts, forecastsOf, forecastsOfBoard, rememberForecasts } from './forecast.ts'
import type { EpochMs } from './ids.ts'
import { growsAt, nextShown, TOLD_ALIKE_ABOVE_MS } from './shown-wait.ts'
import { medianAboveMs, type WaitEstimate, waitQuantileMs } from './wait-estimate.ts'

/** [SW-173] Brings what waiting visitors are told up to date; every transition ends with it. */
export function showWaits(draft: Draft): Words {
  const forecasts = forecastsOf(draft, draft.now)
  const dueAt: EpochMs[] = []
  for (const { call, p50Ms, p90Ms } of foreseen(draft, forecasts)) {
    const shown = nextShown(call.shown, p50Ms, p90Ms, draft.now)
    if (shown !== call.shown) setCall(draft, call, call, { shown })
    const at = growsAt(shown, p50Ms)
    if (at !== null) dueAt.push(at)
  }
  return { now: draft.now, forecasts, dueAt }
}

/** What `showWaits` has foreseen, and when a waiting visitor must be told that it takes longer. */
interface Words {
  now: EpochMs
  forecasts: Forecasts
  dueAt: readonly EpochMs[]
}

/** To foresee it again would cost as much as all the rest of a transition. */
const wordsFor = new WeakMap<Board, Words>()

/** What was foreseen holds for the board that the transition ends with: what is shown changes no wait. */
export function rememberWords(board: Board, words: Words): void {
  wordsFor.set(board, words)
  rememberForecasts(board, words.now, words.forecasts)
}

/** The instants at which a waiting visitor must be told that it takes longer, if nothing happens before. */
export function wordsDue(board: Board, now: EpochMs): readonly EpochMs[] {
  const known = wordsFor.get(board)
  if (known?.now === now) return known.dueAt
  return [...foreseen(board, forecastsOfBoard(board, now))].flatMap(({ call, p50Ms }) => {
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

function* foreseen({ calls }: Pick<Board, 'calls'>, forecasts: Forecasts): Generator<Foreseen> {
  const waiting = [...calls.values()].filter((call) => call.state === 'waiting').filter(isToldAWait)
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
