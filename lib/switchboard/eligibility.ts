import type { Operator } from './board.ts'
import type { EpochMs, OperatorId } from './ids.ts'
import { type Demand, meetsAll } from './needs.ts'
import type { Settings } from './settings.ts'

/** The part of a board or draft that eligibility looks at. */
export interface Staffing {
  settings: Settings
  operators: ReadonlyMap<OperatorId, Operator>
}

type Ruled = Pick<Staffing, 'settings'>

/** The desk page is alive: only a live lease counts, whatever the engine wrote last. */
export const isPresent = (operator: Operator, now: EpochMs): boolean =>
  operator.desk.presence === 'here' && operator.desk.leaseEndsAt > now

/** [SW-11] Available, present, devices checked, account open, and not silent: could take calls, now or soon. */
export function isOnDuty({ settings }: Ruled, operator: Operator, now: EpochMs): boolean {
  return (
    operator.intent === 'available' &&
    isPresent(operator, now) &&
    operator.devices.kind === 'checked' &&
    operator.work.kind !== 'not_responding' &&
    settings.operators.get(operator.id)?.isActive === true
  )
}

/** Whose pause, silence or camera will pass: they have not gone home. */
export const isOnShift = (staffing: Staffing, operator: Operator, now: EpochMs): boolean =>
  operator.intent !== 'off_duty' &&
  isPresent(operator, now) &&
  staffing.settings.operators.get(operator.id)?.isActive === true

/** [SW-12] Has everything that the call requires; what it only wishes for excludes nobody here. */
export function fits({ settings }: Ruled, operator: Operator, demand: Demand): boolean {
  const known = settings.operators.get(operator.id)
  return known !== undefined && meetsAll(settings, known, demand)
}

/** Idle and past their ready time. */
export const isFree = (operator: Operator, now: EpochMs): boolean =>
  operator.work.kind === 'idle' && operator.readyAt <= now
