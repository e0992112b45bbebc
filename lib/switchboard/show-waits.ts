import type { Board } from './board.ts'
import { type Draft, setCall } from './draft.ts'
import { type Forecasts, forecastsOf, rememberForecasts } from './forecast.ts'
import type { EpochMs } from './ids.ts'
import { growsAt, nextShown, type ShownWait } from './shown-wait.ts'
import { quantilesOf, type WaitQuantiles } from './wait-estimate.ts'
import type { Waiting } from './waiting-line.ts'

/** [SW-173] Brings what waiting visitors are told up to date; every transition ends with it. */
export function showWaits(draft: Draft): Words {
  const { now } = draft
  const changes: { call: Waiting; shown: ShownWait }[] = []
  const { forecasts, dueAt } = foresee(draft, now, (call, { p50Ms, p90Ms }) => {
    const shown = nextShown(call.shown, p50Ms, p90Ms, now)
    if (shown !== call.shown) changes.push({ call, shown })
    return shown
  })
  for (const { call, shown } of changes) setCall(draft, call, call, { shown })
  return { now, forecasts, dueAt }
}

/** What `showWaits` has foreseen, and when the first waiting visitor must be told that it takes longer. */
interface Words {
  now: EpochMs
  forecasts: Forecasts
  dueAt: EpochMs | null
}

/** To foresee it again would cost as much as all the rest of a transition. */
const wordsFor = new WeakMap<Board, Words>()

/** What was foreseen holds for the board that the transition ends with: what is shown changes no wait. */
export function rememberWords(board: Board, words: Words): void {
  wordsFor.set(board, words)
  rememberForecasts(board, words.now, words.forecasts)
}

/** The next instant at which a waiting visitor must be told that it takes longer, if nothing happens before. */
export function wordsDueAfter(board: Board, now: EpochMs): EpochMs | null {
  const known = wordsFor.get(board)
  if (known?.now === now) return known.dueAt
  const words = { now, ...foresee(board, now, ({ shown }) => shown) }
  rememberWords(board, words)
  return words.dueAt
}

/**
 * Goes through the visitors whose word may change: who wait for longer than is told apart and have been told so
 * are left out.
 *
 * @param tell answers what a visitor whose wait is foreseen like this is told from now on
 */
function foresee(
  board: Pick<Board, 'settings' | 'operators' | 'calls' | 'experience'>,
  now: EpochMs,
  tell: (call: Waiting, quantiles: WaitQuantiles) => ShownWait | null,
): Omit<Words, 'now'> {
  let dueAt: EpochMs | null = null
  const visit = (call: Waiting, quantiles: WaitQuantiles): void => {
    if (call.callback) return
    const shown = tell(call, quantiles)
    const at = shown && growsAt(shown, quantiles.p50Ms)
    if (at !== null && at > now && (dueAt === null || at < dueAt)) dueAt = at
  }
  const forecasts = forecastsOf(board, now, (call, estimate) => visit(call, quantilesOf(estimate)))
  for (const call of forecasts.beyond) visit(call, BEYOND)
  return { forecasts, dueAt }
}

const BEYOND = { p50Ms: Number.POSITIVE_INFINITY, p90Ms: Number.POSITIVE_INFINITY }
