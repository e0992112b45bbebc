import type { Board, Needs } from './board.ts'
import { placeClosesAt } from './closing.ts'
import { endsTooLate } from './closing-soon.ts'
import { closureAt } from './closures.ts'
import { rosterNow } from './duty.ts'
import type { AdmissionRefusal } from './events.ts'
import { type Forecasts, forecastsOf } from './forecast.ts'
import type { EpochMs, ServiceSlug, TotemId } from './ids.ts'
import { type Demand, meetsAll, requirementsOf } from './needs.ts'
import { isOpen } from './opening.ts'
import { everyDemand } from './overflow.ts'
import type { Settings } from './settings.ts'
import { lineOf } from './waiting-line.ts'

/** What a visitor asks for before anything of it has relaxed or overflowed. */
export interface Asked {
  service: ServiceSlug
  needs: Needs
}

/**
 * [SW-30] May a call of this kind be placed from this totem now? Null: yes. The first reason that
 * holds is the answer, from what the visitor can change least to what changes soonest.
 */
export function admissionRefusal(
  board: Board,
  totemId: TotemId,
  asked: Asked,
  now: EpochMs,
  forecasts?: Forecasts,
): AdmissionRefusal | null {
  const totem = board.settings.totems.get(totemId)
  if (!totem?.inService) return 'totem-out-of-service'
  const everywhere = refusalEverywhere(board, asked, now)
  if (everywhere === 'service-unknown' || everywhere === 'body-closed') return everywhere
  if (!isOpen(totem.opening, now)) return 'totem-closed'
  if (everywhere && everywhere !== 'queue-full') return everywhere
  const staffed = staffedDemand(board, asked, now)
  const closes = placeClosesAt(board.settings, { totemId, service: asked.service }, now)
  if (!staffed || closes === null) return everywhere
  const forecast = (forecasts ?? forecastsOf(board, now)).ofNewcomer(staffed)
  return endsTooLate(forecast, closes, now) ? 'closing-soon' : everywhere
}

/** The reason that would hold at every totem of the body; null: it is up to the totem. */
export function refusalEverywhere(board: Board, asked: Asked, now: EpochMs): AdmissionRefusal | null {
  const { settings } = board
  const service = settings.services.get(asked.service)
  if (!service) return 'service-unknown'
  if (closureAt(settings.closures, asked.service, now)) return 'body-closed'
  if (!isOpen(service.opening, now)) return 'service-closed'
  if (!staffedDemand(board, asked, now)) {
    const demands = everyDemand(settings, asked.service, asked.needs)
    return demands.some((demand) => isPossible(settings, demand)) ? 'nobody-on-duty' : 'nobody-skilled'
  }
  return lineOf(board, now).waitingVisitors >= settings.rules.queueLimit ? 'queue-full' : null
}

/** The first form of what is asked, overflow included, that somebody on duty could take. */
function staffedDemand(board: Board, { service, needs }: Asked, now: EpochMs): Demand | undefined {
  const roster = rosterNow(board, now)
  return everyDemand(board.settings, service, needs).find((demand) => roster.isStaffed(demand))
}

/** [SW-106] Nothing is required, or some account, at work or not, has all that is. */
const isPossible = (settings: Settings, demand: Demand): boolean =>
  requirementsOf(settings, demand).some((required) => required.length === 0) ||
  [...settings.operators.values()].some(
    (operator) => operator.isActive && meetsAll(settings, operator, demand),
  )
