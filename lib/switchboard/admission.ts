import type { Board } from './board.ts'
import { endsTooLate } from './closing-soon.ts'
import { type Demand, isStaffed } from './eligibility.ts'
import type { AdmissionRefusal } from './events.ts'
import { forecastsOf } from './forecast.ts'
import type { EpochMs, TotemId } from './ids.ts'
import { queueOf } from './match.ts'
import { isOpen } from './opening.ts'

/**
 * [SW-30] May a call of this kind be placed from this totem now? Null: yes. The first reason that
 * holds is the answer, from what the visitor can change least to what changes soonest.
 */
export function admissionRefusal(
  board: Board,
  totemId: TotemId,
  demand: Demand,
  now: EpochMs,
  forecasts = forecastsOf(board, now),
): AdmissionRefusal | null {
  const totem = board.settings.totems.get(totemId)
  if (!totem?.inService) return 'totem-out-of-service'
  const service = board.settings.services.get(demand.service)
  if (!service) return 'service-unknown'
  if (!isOpen(totem.opening, now)) return 'totem-closed'
  if (!isOpen(service.opening, now)) return 'service-closed'
  if (!isStaffed(board, demand, now)) return 'nobody-on-duty'
  if (endsTooLate(forecasts.ofNewcomer(demand), [totem.opening, service.opening], now)) return 'closing-soon'
  const visitors = queueOf(board.calls.values(), now).filter(({ callback }) => callback === null)
  if (visitors.length >= board.settings.rules.queueLimit) return 'queue-full'
  return null
}
