import type { Board } from './board.ts'
import { bodyClosesAt } from './closing.ts'
import { type Forecast, forecastsOfBoard } from './forecast.ts'
import { type EpochMs, plus } from './ids.ts'
import { type Demand, demandOf } from './needs.ts'
import { closesAt } from './opening.ts'
import { openingsOf } from './openings.ts'

/**
 * [SW-175] The wait must be expected to end before `closes`, the first closing. Expected is the mean: with the
 * median half of those who are let in would be served late, with the 90th percentile many would be sent away
 * for whom there is time, and whoever still waits at closing is served all the same [SW-31]. Where nothing
 * can be foreseen nobody is sent away.
 */
export const endsTooLate = (forecast: Forecast, closes: EpochMs, now: EpochMs): boolean =>
  forecast.kind === 'wait' && plus(now, forecast.estimate.meanMs) > closes

/** When the answer of `endsTooLate` to a newcomer will change if nothing happens before. */
export function lastAdmissions(board: Board, now: EpochMs): EpochMs[] {
  const totemsClose = new Set(openingsOf(board.settings).totems.map((opening) => closesAt(opening, now)))
  const forecasts = forecastsOfBoard(board, now)
  return [...board.settings.services.values()].flatMap((service) => {
    const bodyCloses = bodyClosesAt(board.settings, service.slug, now)
    const closings = [closesAt(service.opening, now), bodyCloses, ...totemsClose].filter(
      (closes) => closes !== null,
    )
    if (closings.length === 0) return []
    const forecast = forecasts.ofNewcomer(plainDemand(service.slug))
    if (forecast.kind !== 'wait') return []
    const { meanMs } = forecast.estimate
    return closings.map((closes) => plus(closes, 1 - Math.ceil(meanMs)))
  })
}

/** What a visitor asks for who has said nothing but the service: asked for every screen, so made once. */
export function plainDemand(service: Demand['service']): Demand {
  const known = plain.get(service)
  if (known) return known
  const demand = demandOf(service, { skills: [], language: null, mode: 'spoken' })
  plain.set(service, demand)
  return demand
}

const plain = new Map<Demand['service'], Demand>()
