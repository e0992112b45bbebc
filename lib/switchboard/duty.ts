import type { Board, Operator } from './board.ts'
import { isOnDuty } from './eligibility.ts'
import { Followed, keptAlong } from './followed.ts'
import { type EpochMs, epochMs, type OperatorId } from './ids.ts'
import { type Roster, rosterAt, rosterOf } from './roster.ts'
import type { Settings } from './settings.ts'
import { SortedList } from './sorted-list.ts'
import { Timetable } from './timetable.ts'

type Seen = Pick<Board, 'settings' | 'operators'>

/** Those on duty, and of these the idle ones. */
class Duty {
  readonly #settings: Settings
  /** As long as no lease runs out. */
  readonly #onDuty = new Set<OperatorId>()
  readonly #leases = new Timetable<null>()
  readonly #idle = new SortedList<Operator>(byIdleTime)
  /** Of those on duty. Null: somebody has come or gone since. */
  #roster: Roster | null = null

  readonly #operators = new Followed<OperatorId, Operator>((id, was, is) => {
    const isOn = is !== undefined && isOnDuty({ settings: this.#settings }, is, BEFORE_ANY_LEASE_ENDS)
    if (was) this.#idle.remove(was)
    if (isOn && is.work.kind === 'idle') this.#idle.add(is)
    this.#leases.put(id, isOn ? [{ at: is.desk.leaseEndsAt, what: null }] : [])
    if (isOn === this.#onDuty.has(id)) return
    if (isOn) this.#onDuty.add(id)
    else this.#onDuty.delete(id)
    this.#roster = null
  })

  constructor(settings: Settings) {
    this.#settings = settings
  }

  follow({ operators }: Seen): void {
    this.#operators.follow(operators)
  }

  /** Null: a lease has run out whose consequences nobody has drawn yet. */
  rosterAt(now: EpochMs): Roster | null {
    const firstEnd = this.#leases.first?.at
    if (firstEnd !== undefined && firstEnd <= now) return null
    this.#roster ??= rosterOf(this.#settings, new Set(this.#onDuty))
    return this.#roster
  }

  get isAnybodyIdle(): boolean {
    return this.#idle.length > 0
  }

  /** [SW-22] Of these the one who has been idle longest and may be rung at `now`. */
  firstFree(among: ReadonlySet<OperatorId>, now: EpochMs): Operator | null {
    for (const operator of this.#idle) {
      if (operator.readyAt <= now && among.has(operator.id)) return operator
    }
    return null
  }
}

const BEFORE_ANY_LEASE_ENDS = epochMs(0)

/** [SW-22] Longest idle first. */
function byIdleTime(a: Operator, b: Operator): number {
  return a.idleSince - b.idleSince || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

const dutyOf = keptAlong(
  ({ operators }: Seen) => operators,
  (settings) => new Duty(settings),
)

/** Those on duty: the same roster, with all that it has found out, until one of them comes or goes. */
export const rosterNow = (board: Seen, now: EpochMs): Roster =>
  dutyOf(board).rosterAt(now) ?? rosterAt(board, now)

/** Somebody on duty has nothing in hand, if they may be rung yet or not. */
export const isAnybodyIdle = (board: Seen): boolean => dutyOf(board).isAnybodyIdle

/** [SW-22] Of these, all on duty, the one to be rung first at `now`. */
export const firstFree = (board: Seen, among: ReadonlySet<OperatorId>, now: EpochMs): Operator | null =>
  dutyOf(board).firstFree(among, now)
