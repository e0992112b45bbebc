import type { Call, Needs, Operator } from './board.ts'
import type { Draft } from './draft.ts'
import type { EpochMs, OperatorId, ServiceSlug } from './ids.ts'
import type { Settings } from './settings.ts'

/** The part of a board or draft that eligibility looks at. */
export interface Staffing {
  settings: Settings
  operators: ReadonlyMap<OperatorId, Operator>
}

/** What one call asks of an operator. */
export interface Demand {
  service: ServiceSlug
  needs: Needs
}

/** The desk page is alive: only a live lease counts, whatever the engine wrote last. */
export const isPresent = (operator: Operator, now: EpochMs): boolean =>
  operator.desk.presence === 'here' && operator.desk.leaseEndsAt > now

/** [SW-11] Available, present, devices checked, account open, and not silent: could take calls, now or soon. */
export function isOnDuty(staffing: Staffing, operator: Operator, now: EpochMs): boolean {
  return (
    operator.intent === 'available' &&
    isPresent(operator, now) &&
    operator.devices.kind === 'checked' &&
    operator.work.kind !== 'not_responding' &&
    staffing.settings.operators.get(operator.id)?.isActive === true
  )
}

/** [SW-12] Has every skill that the service and the call require. A language is a wish and excludes nobody. */
export function fits(staffing: Staffing, operator: Operator, demand: Demand): boolean {
  const skills = staffing.settings.operators.get(operator.id)?.skills ?? []
  const required = staffing.settings.services.get(demand.service)?.requiredSkills ?? []
  return [...required, ...demand.needs.skills].every((skill) => skills.includes(skill))
}

/** Somebody on duty, busy or not, could take such a call. */
export const isStaffed = (staffing: Staffing, demand: Demand, now: EpochMs): boolean =>
  [...staffing.operators.values()].some((o) => isOnDuty(staffing, o, now) && fits(staffing, o, demand))

/** [SW-10] May be rung for this call at this moment. */
export function isEligible(draft: Draft, operator: Operator, call: Call): boolean {
  return (
    isOnDuty(draft, operator, draft.now) &&
    operator.work.kind === 'idle' &&
    operator.readyAt <= draft.now &&
    fits(draft, operator, call) &&
    !isKeptApart(draft, operator, call) &&
    !isForAnother(draft, operator, call)
  )
}

/**
 * [SW-23] Excluded after a decline or a failed connection, unless nobody else on duty could take the
 * call: then they are asked again rather than let the visitor wait for nobody.
 */
function isKeptApart(draft: Draft, operator: Operator, call: Call): boolean {
  if (!isExcluded(call, operator.id, draft.now)) return false
  return [...draft.operators.values()].some(
    (other) =>
      other.id !== operator.id &&
      isOnDuty(draft, other, draft.now) &&
      fits(draft, other, call) &&
      !isExcluded(call, other.id, draft.now),
  )
}

const isExcluded = (call: Call, id: OperatorId, now: EpochMs): boolean =>
  call.exclusions.some((exclusion) => exclusion.operatorId === id && exclusion.until > now)

/** [SW-147] The call waits for another operator first; not for one who has gone or has turned it down. */
function isForAnother(draft: Draft, operator: Operator, { preferred, exclusions }: Call): boolean {
  if (!preferred || preferred.operatorId === operator.id || preferred.until <= draft.now) return false
  const target = draft.operators.get(preferred.operatorId)
  if (!target || !isOnDuty(draft, target, draft.now)) return false
  return !exclusions.some(({ operatorId, until }) => operatorId === target.id && until > draft.now)
}
