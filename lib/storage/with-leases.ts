import type { Board } from '../switchboard/board.ts'
import type { CallId, EpochMs, OperatorId, TotemId } from '../switchboard/ids.ts'
import { LayeredMap } from '../switchboard/layered-map.ts'
import { isMovedByBeats } from '../switchboard/moved-by-beats.ts'

/** What beats move without the body's lock, by id: lease ends, and deadlines of answered calls. */
export interface Leases {
  operators: readonly (readonly [OperatorId, EpochMs])[]
  totems: readonly (readonly [TotemId, EpochMs])[]
  calls: readonly (readonly [CallId, EpochMs])[]
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

function moved<Id extends string, Item>(
  items: ReadonlyMap<Id, Item>,
  leases: readonly (readonly [Id, EpochMs])[],
  move: (item: Item, at: EpochMs) => Item,
): ReadonlyMap<Id, Item> {
  const after = new LayeredMap(items)
  for (const [id, at] of leases) {
    const item = items.get(id)
    const next = item && move(item, at)
    if (next !== undefined && next !== item) after.set(id, next)
  }
  return after.journal.length > 0 ? after : items
}
