import type { Call, Operator } from './board.ts'
import { fits, isFree, isOnDuty, type Staffing } from './eligibility.ts'
import { type EpochMs, type OperatorId, plus } from './ids.ts'
import { type Demand, demandKey, meets, type Wish, wishesOf } from './needs.ts'

/** Those on duty at one moment. Made once and asked about many calls, most of which ask the same. */
export interface Roster {
  readonly onDuty: readonly Operator[]
  /** Somebody on duty, busy or not, has what such a call requires. */
  isStaffed(demand: Demand): boolean
  /**
   * Everybody on duty, busy or not, who may take this call now. The same list for calls that now ask the
   * same.
   */
  candidates(call: Call): readonly Operator[]
}

/** What calls of one demand have in common. */
interface Group {
  fitting: readonly Operator[]
  wishes: readonly Wish[]
  /** By the wishes in force, for calls that nobody is kept apart from. */
  narrowed: Map<string, readonly Operator[]>
}

export function rosterAt(staffing: Staffing, now: EpochMs): Roster {
  const { settings } = staffing
  const onDuty = [...staffing.operators.values()].filter((operator) => isOnDuty(staffing, operator, now))
  const groups = new Map<string, Group>()
  const groupOf = (demand: Demand): Group => {
    const key = demandKey(demand)
    const known = groups.get(key)
    if (known) return known
    const group: Group = {
      fitting: onDuty.filter((operator) => fits(staffing, operator, demand)),
      wishes: wishesOf(settings, demand),
      narrowed: new Map(),
    }
    groups.set(key, group)
    return group
  }

  /** [SW-103] A wish that nobody left could meet is dropped: it would only let the visitor wait. */
  const narrow = (pool: readonly Operator[], wishes: readonly Wish[]): readonly Operator[] =>
    wishes.reduce((left, { wants }) => {
      const meeting = left.filter(({ id }) => {
        const known = settings.operators.get(id)
        return known !== undefined && meets(known, wants)
      })
      return meeting.length > 0 ? meeting : left
    }, pool)

  return {
    onDuty,
    isStaffed: (demand) => groupOf(demand).fitting.length > 0,
    candidates(call) {
      const preferred = preferredOf(call, onDuty, now)
      if (preferred) return preferred
      const { fitting, wishes, narrowed } = groupOf(call)
      const inForce = wishes.filter(({ afterMs }) => plus(call.waitingSince, afterMs) > now)
      if (call.exclusions.some(({ until }) => until > now))
        return narrow(apartFrom(call, fitting, now), inForce)
      const key = inForce.map((wish) => wishes.indexOf(wish)).join()
      const known = narrowed.get(key)
      if (known) return known
      const pool = narrow(fitting, inForce)
      narrowed.set(key, pool)
      return pool
    },
  }
}

/** Somebody on duty, busy or not, could take such a call. */
export const isStaffed = (staffing: Staffing, demand: Demand, now: EpochMs): boolean =>
  [...staffing.operators.values()].some(
    (operator) => isOnDuty(staffing, operator, now) && fits(staffing, operator, demand),
  )

/** [SW-10] May be rung for this call at this moment. */
export const isEligible = (staffing: Staffing, operator: Operator, call: Call, now: EpochMs): boolean =>
  isFree(operator, now) &&
  rosterAt(staffing, now)
    .candidates(call)
    .some(({ id }) => id === operator.id)

/**
 * [SW-104] While the preference is in force, the operator it names and nobody else, whatever their skills:
 * somebody chose them. One who is not on duty, or has just declined, is waited for no longer.
 */
function preferredOf({ preferred, exclusions }: Call, onDuty: readonly Operator[], now: EpochMs) {
  if (!preferred || preferred.until <= now || isExcluded(exclusions, preferred.operatorId, now)) return null
  const list = onDuty.filter(({ id }) => id === preferred.operatorId)
  return list.length > 0 ? list : null
}

/**
 * [SW-23] Without those kept apart after a decline or a failed connection, unless nobody else on duty could
 * take the call: then they are asked again rather than let the visitor wait for nobody.
 */
function apartFrom({ exclusions }: Call, fitting: readonly Operator[], now: EpochMs): readonly Operator[] {
  const others = fitting.filter(({ id }) => !isExcluded(exclusions, id, now))
  return others.length > 0 ? others : fitting
}

const isExcluded = (exclusions: Call['exclusions'], id: OperatorId, now: EpochMs): boolean =>
  exclusions.some(({ operatorId, until }) => operatorId === id && until > now)
