import type { Board, Call } from '../switchboard/board.ts'
import type { EpochMs } from '../switchboard/ids.ts'

/** What beats move without the body's lock, by id: lease ends, and deadlines of answered calls. */
export interface Leases {
  operators: readonly (readonly [string, EpochMs])[]
  totems: readonly (readonly [string, EpochMs])[]
  calls: readonly (readonly [string, EpochMs])[]
}

/** The board with its leases as they are now; whatever did not move stays the same object. */
export function withLeases(board: Board, leases: Leases): Board {
  return {
    ...board,
    operators: moved(board.operators, leases.operators, (operator, leaseEndsAt) =>
      operator.desk.leaseEndsAt === leaseEndsAt
        ? operator
        : { ...operator, desk: { ...operator.desk, leaseEndsAt } },
    ),
    totems: moved(board.totems, leases.totems, (totem, leaseEndsAt) =>
      totem.leaseEndsAt === leaseEndsAt ? totem : { ...totem, leaseEndsAt },
    ),
    calls: moved(board.calls, leases.calls, (call, deadline) =>
      !isMovedByBeats(call) || call.deadline === deadline ? call : { ...call, deadline },
    ),
  }
}

/** Answered calls, at a totem or on the telephone: the pages' beats move their deadline. */
export const isMovedByBeats = (call: Call): call is Call & { state: 'in_call' | 'dialling' | 'on_phone' } =>
  call.state === 'in_call' || call.state === 'dialling' || call.state === 'on_phone'

/** By what is known some lease or deadline that beats move is over: perhaps a beat has moved it since. */
export function hasRunOut({ operators, totems, calls }: Board, now: EpochMs): boolean {
  for (const { desk } of operators.values()) {
    if (desk.presence === 'here' && desk.leaseEndsAt <= now) return true
  }
  for (const totem of totems.values()) {
    if (totem.presence === 'here' && totem.leaseEndsAt <= now) return true
  }
  for (const call of calls.values()) if (isMovedByBeats(call) && call.deadline <= now) return true
  return false
}

function moved<Id extends string, Item>(
  items: ReadonlyMap<Id, Item>,
  leases: readonly (readonly [string, EpochMs])[],
  move: (item: Item, at: EpochMs) => Item,
): ReadonlyMap<Id, Item> {
  const at = new Map(leases)
  let isMoved = false
  const result = new Map<Id, Item>()
  for (const [id, item] of items) {
    const end = at.get(id)
    const next = end === undefined ? item : move(item, end)
    isMoved ||= next !== item
    result.set(id, next)
  }
  return isMoved ? result : items
}
