import type { Board, Needs } from './board.ts'
import { endsTooLate } from './closing-soon.ts'
import type { AdmissionRefusal } from './events.ts'
import { forecastsOf } from './forecast.ts'
import type { EpochMs, ServiceSlug, TotemId } from './ids.ts'
import { queueOf } from './match.ts'
import { type Demand, meetsAll, requirementsOf } from './needs.ts'
import { isOpen } from './opening.ts'
import { everyDemand } from './overflow.ts'
import { rosterAt } from './roster.ts'
import type { Settings } from './settings.ts'

/**
 * [SW-30] May a call of this kind be placed from this totem now? Null: yes. The first reason that
 * holds is the answer, from what the visitor can change least to what changes soonest.
 */
export function admissionRefusal(
  board: Board,
  totemId: TotemId,
  asked: { service: ServiceSlug; needs: Needs },
  now: EpochMs,
  forecasts = forecastsOf(board, now),
): AdmissionRefusal | null {
  const { settings } = board
  const totem = settings.totems.get(totemId)
  if (!totem?.inService) return 'totem-out-of-service'
  const service = settings.services.get(asked.service)
  if (!service) return 'service-unknown'
  if (!isOpen(totem.opening, now)) return 'totem-closed'
  if (!isOpen(service.opening, now)) return 'service-closed'
  const demands = everyDemand(settings, asked.service, asked.needs)
  const roster = rosterAt(board, now)
  const staffed = demands.find((demand) => roster.isStaffed(demand))
  if (!staffed)
    return demands.some((demand) => isPossible(settings, demand)) ? 'nobody-on-duty' : 'nobody-skilled'
  if (endsTooLate(forecasts.ofNewcomer(staffed), [totem.opening, service.opening], now)) return 'closing-soon'
  const visitors = queueOf(board.calls.values(), now, settings.rules).filter(
    ({ callback }) => callback === null,
  )
  if (visitors.length >= settings.rules.queueLimit) return 'queue-full'
  return null
}

/** [SW-106] Nothing is required, or some account, at work or not, has all that is. */
const isPossible = (settings: Settings, demand: Demand): boolean =>
  requirementsOf(settings, demand).some((required) => required.length === 0) ||
  [...settings.operators.values()].some(
    (operator) => operator.isActive && meetsAll(settings, operator, demand),
  )
