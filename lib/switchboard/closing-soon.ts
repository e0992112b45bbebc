import type { Board } from './board.ts'
import { type Forecast, forecastsOfBoard } from './forecast.ts'
import { type EpochMs, plus } from './ids.ts'
import { type Demand, demandOf } from './needs.ts'
import { closesAt } from './opening.ts'
import type { Opening } from './settings.ts'

/**
 * [SW-175] The wait must be expected to end before the first of these closes. Expected is the mean: with the
 * median half of those who are let in would be served late, with the 90th percentile many would be sent away
 * for whom there is time, and whoever still waits at closing is served all the same [SW-31]. Where nothing
 * can be foreseen nobody is sent away.
 */
export function endsTooLate(forecast: Forecast, openings: readonly Opening[], now: EpochMs): boolean {
  if (forecast.kind !== 'wait') return false
  const expected = plus(now, forecast.estimate.meanMs)
  return openings.some((opening) => expected > (closesAt(opening, now) ?? Number.POSITIVE_INFINITY))
}

/** When the answer of `endsTooLate` to a newcomer will change if nothing happens before. */
export function lastAdmissions(board: Board, now: EpochMs): EpochMs[] {
  const openings = [...board.settings.totems.values()].map(({ opening }) => opening)
  const totemsClose = new Set(openings.map((opening) => closesAt(opening, now)))
  const forecasts = forecastsOfBoard(board, now)
  return [...board.settings.services.values()].flatMap((service) => {
    const forecast = forecasts.ofNewcomer(plainDemand(service.slug))
    if (forecast.kind !== 'wait') return []
    const { meanMs } = forecast.estimate
    return [closesAt(service.opening, now), ...totemsClose].flatMap((closes) =>
      closes === null ? [] : [plus(closes, 1 - Math.ceil(meanMs))],
    )
  })
}

/** What a visitor asks for who has said nothing but the service. */
export const plainDemand = (service: Demand['service']): Demand =>
  demandOf(service, { skills: [], language: null, mode: 'spoken' })
