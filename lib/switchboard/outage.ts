import type { Board, Call } from './board.ts'
import { type EpochMs, plus } from './ids.ts'
import type { Rules } from './settings.ts'

/** Every instance looks once a second, so what is due for longer than this says that none did, or could. */
const OUTAGE_MS = 5_000

/**
 * [SW-195] While nobody kept the time no page could renew its lease and no desk could answer: pages, rings
 * and graces begin anew, instead of ending together in the first transition afterwards.
 *
 * @param dueAt when the board was to be looked at, as it was saved last
 */
export function forgiveOutage(board: Board, dueAt: EpochMs | null, now: EpochMs): Board {
  if (dueAt === null || now - dueAt <= OUTAGE_MS) return board
  const { deskLeaseMs, totemLeaseMs, ringMs } = board.settings.rules
  return {
    ...board,
    operators: each(board.operators, (operator) => {
      const { desk } = operator
      if (desk.presence === 'gone') return operator
      return { ...operator, desk: { ...desk, leaseEndsAt: later(desk.leaseEndsAt, plus(now, deskLeaseMs)) } }
    }),
    totems: each(board.totems, (totem) =>
      totem.presence === 'gone'
        ? totem
        : { ...totem, leaseEndsAt: later(totem.leaseEndsAt, plus(now, totemLeaseMs)) },
    ),
    calls: each(board.calls, (call) => begunAnew(call, board.settings.rules, now)),
    offers: each(board.offers, (offer) =>
      offer.state === 'ringing' ? { ...offer, expiresAt: later(offer.expiresAt, plus(now, ringMs)) } : offer,
    ),
  }
}

/** An answered call whose ends could not say that they were back, or that they had met. */
function begunAnew(call: Call, { connectMs, rejoinGraceMs }: Rules, now: EpochMs): Call {
  if (call.state !== 'connecting' && call.state !== 'in_call') return call
  const again = (until: EpochMs | null) => until && later(until, plus(now, rejoinGraceMs))
  const lost = { totem: again(call.lost.totem), desk: again(call.lost.desk) }
  const deadline = call.state === 'connecting' ? later(call.deadline, plus(now, connectMs)) : call.deadline
  return { ...call, lost, deadline }
}

const each = <Id, Item>(items: ReadonlyMap<Id, Item>, change: (item: Item) => Item): ReadonlyMap<Id, Item> =>
  new Map([...items].map(([id, item]) => [id, change(item)]))

const later = (one: EpochMs, other: EpochMs): EpochMs => (one > other ? one : other)
