import type { Call, Operator } from './board.ts'
import { isFree, isOnDuty, type Staffing } from './eligibility.ts'
import { type EpochMs, type OperatorId, plus } from './ids.ts'
import { type Demand, demandKey, meets, meetsAnyOf, requirementsOf, type Wish, wishesOf } from './needs.ts'
import { isPreferred } from './preference.ts'
import type { Settings } from './settings.ts'

type Operators = ReadonlySet<OperatorId>

/** Those on duty. Made once and asked about many calls, most of which ask the same. */
export interface Roster {
  /** Everybody on duty, busy or not, who has what such a call requires. The same set where it is the same people. */
  able(demand: Demand): Operators
  /** Somebody has. */
  isStaffed(demand: Demand): boolean
  /** Of those who are able to take the one, the part that is able to take the other as well. */
  shared(theirs: Operators, mine: Operators): number
  /** Everybody on duty, busy or not, who may take this call now. The same set for calls that now ask the same. */
  candidates(call: Call, now: EpochMs): Operators
}

/** What calls of one demand have in common. */
interface Group {
  able: Operators
  wishes: readonly Wish[]
  /** By the wishes in force, for calls that nobody is kept apart from. */
  narrowed: Map<string, Operators>
}

export function rosterOf(settings: Settings, onDuty: Operators): Roster {
  const teams = new Map<string, Operators>()
  const team = (operators: Operators): Operators => {
    const key = JSON.stringify([...operators])
    const known = teams.get(key) ?? operators
    teams.set(key, known)
    return known
  }

  const groups = new Map<string, Group>()
  const groupOf = (demand: Demand): Group => {
    const key = demandKey(demand)
    const known = groups.get(key)
    if (known) return known
    const required = requirementsOf(settings, demand)
    const group: Group = {
      able: team(
        only(onDuty, (id) => {
          const operator = settings.operators.get(id)
          return operator !== undefined && meetsAnyOf(operator, required)
        }),
      ),
      wishes: wishesOf(settings, demand),
      narrowed: new Map(),
    }
    groups.set(key, group)
    return group
  }

  const shares = new Map<Operators, Map<Operators, number>>()
  const sharesOf = (theirs: Operators): Map<Operators, number> => {
    const known = shares.get(theirs) ?? new Map<Operators, number>()
    shares.set(theirs, known)
    return known
  }

  /** [SW-103] A wish that nobody left could meet is dropped: it would only let the visitor wait. */
  const narrow = (pool: Operators, wishes: readonly Wish[]): Operators =>
    wishes.reduce((left, { wants }) => {
      const meeting = only(left, (id) => {
        const known = settings.operators.get(id)
        return known !== undefined && meets(known, wants)
      })
      return meeting.size > 0 ? meeting : left
    }, pool)

  return {
    able: (demand) => groupOf(demand).able,
    isStaffed: (demand) => groupOf(demand).able.size > 0,
    shared(theirs, mine) {
      const known = sharesOf(theirs)
      const share =
        known.get(mine) ?? (theirs.size === 0 ? 0 : only(theirs, (id) => mine.has(id)).size / theirs.size)
      known.set(mine, share)
      return share
    },
    candidates(call, now) {
      const preferred = preferredOf(settings, call, onDuty, now)
      if (preferred) return preferred
      const { able, wishes, narrowed } = groupOf(call)
      const inForce = wishes.filter(({ afterMs }) => plus(call.waitingSince, afterMs) > now)
      if (call.exclusions.some(({ until }) => until > now)) return narrow(apartFrom(call, able, now), inForce)
      const key = inForce.map((wish) => wishes.indexOf(wish)).join()
      const known = narrowed.get(key)
      if (known) return known
      const pool = narrow(able, inForce)
      narrowed.set(key, pool)
      return pool
    },
  }
}

/** The same, looked up operator by operator: for boards that nobody asks about twice. */
export const rosterAt = (staffing: Staffing, now: EpochMs): Roster =>
  rosterOf(
    staffing.settings,
    new Set(
      [...staffing.operators.values()].filter((one) => isOnDuty(staffing, one, now)).map(({ id }) => id),
    ),
  )

/** [SW-10] May be rung for this call at this moment. */
export const isEligible = (staffing: Staffing, operator: Operator, call: Call, now: EpochMs): boolean =>
  isFree(operator, now) && rosterAt(staffing, now).candidates(call, now).has(operator.id)

/**
 * [SW-104] While the preference is in force, whom it names and nobody else, whatever their skills: somebody
 * chose them. One who is not on duty, or has just declined, is waited for no longer.
 */
function preferredOf(
  { operators }: Settings,
  { preferred, exclusions }: Call,
  onDuty: Operators,
  now: EpochMs,
): Operators | null {
  if (!preferred || preferred.until <= now) return null
  const named = 'operatorId' in preferred ? new Set([preferred.operatorId]) : onDuty
  const wanted = only(named, (id) => {
    const known = onDuty.has(id) ? operators.get(id) : undefined
    return known !== undefined && isPreferred(preferred, known) && !isExcluded(exclusions, id, now)
  })
  return wanted.size > 0 ? wanted : null
}

/**
 * [SW-23] Without those kept apart after a decline or a failed connection, unless nobody else on duty could
 * take the call: then they are asked again rather than let the visitor wait for nobody.
 */
function apartFrom({ exclusions }: Call, able: Operators, now: EpochMs): Operators {
  const others = only(able, (id) => !isExcluded(exclusions, id, now))
  return others.size > 0 ? others : able
}

const isExcluded = (exclusions: Call['exclusions'], id: OperatorId, now: EpochMs): boolean =>
  exclusions.some(({ operatorId, until }) => operatorId === id && until > now)

const only = (operators: Operators, isWanted: (id: OperatorId) => boolean): Operators =>
  new Set([...operators].filter(isWanted))
