import type { Board, Call } from './board.ts'
import { type EpochMs, plus } from './ids.ts'
import type { Second } from './second.ts'
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
    calls: each(board.calls, (call) => withGuests(begunAnew(call, board.settings.rules, now), now, board)),
    offers: each(board.offers, (offer) =>
      offer.state === 'ringing' ? { ...offer, expiresAt: later(offer.expiresAt, plus(now, ringMs)) } : offer,
    ),
  }
}

/** [SW-271] What could not be said in time is asked anew, each for as long as the first time. */
const begunAnew = (call: Call, rules: Rules, now: EpochMs): Call =>
  withVisitor(withSupervisor(endsAnew(withRoom(call, rules, now), rules, now), rules, now), rules, now)

/** Both ends of an answered call, and a colleague, have the whole time to meet, or to come back. */
export const endsAnew = (call: Call, rules: Rules, now: EpochMs): Call =>
  withSecond(withEnds(call, rules, now), rules, now)

/** A room may have opened, or come back, with nobody to tell. */
function withRoom(call: Call, { openRoomMs, roomAwayMs }: Rules, now: EpochMs): Call {
  const { media } = call
  if (call.state === 'over' || (media.kind !== 'opening' && media.kind !== 'away')) return call
  const patienceMs = media.kind === 'away' ? roomAwayMs : openRoomMs
  return { ...call, media: { ...media, deadline: later(media.deadline, plus(now, patienceMs)) } }
}

/** An answered call whose ends could not say that they were back, or that they had met. */
function withEnds(call: Call, { connectMs, rejoinGraceMs }: Rules, now: EpochMs): Call {
  if (call.state !== 'connecting' && call.state !== 'in_call') return call
  const again = (until: EpochMs | null) => until && later(until, plus(now, rejoinGraceMs))
  const lost = { totem: again(call.lost.totem), desk: again(call.lost.desk) }
  const deadline = call.state === 'connecting' ? later(call.deadline, plus(now, connectMs)) : call.deadline
  return { ...call, lost, deadline }
}

/** Nor could a colleague. */
const withSecond = (call: Call, rules: Rules, now: EpochMs): Call =>
  call.state === 'in_call' && call.second ? { ...call, second: secondAnew(call.second, rules, now) } : call

/** Nor could a supervisor. */
function withSupervisor(call: Call, { supervisionLeaseMs }: Rules, now: EpochMs): Call {
  if (call.state !== 'in_call' || !call.supervision) return call
  const leaseEndsAt = later(call.supervision.leaseEndsAt, plus(now, supervisionLeaseMs))
  return { ...call, supervision: { ...call.supervision, leaseEndsAt } }
}

function secondAnew(second: Second, { openRoomMs, connectMs, rejoinGraceMs }: Rules, now: EpochMs): Second {
  if (second.stage === 'joining') {
    return { ...second, deadline: later(second.deadline, plus(now, connectMs)) }
  }
  if (second.stage === 'beside') {
    return { ...second, lost: second.lost && later(second.lost, plus(now, rejoinGraceMs)) }
  }
  const room =
    second.room.kind === 'opening'
      ? { ...second.room, deadline: later(second.room.deadline, plus(now, openRoomMs)) }
      : second.room
  if (second.stage === 'ringing') return { ...second, room }
  return { ...second, room, lost: second.lost && later(second.lost, plus(now, rejoinGraceMs)) }
}

/** A visitor who was asked whether they are still there could not answer. */
function withVisitor(call: Call, { stillHereAnswerMs }: Rules, now: EpochMs): Call {
  const { stillHere } = call.wait
  if (call.state !== 'waiting' || stillHere.kind !== 'asked') return call
  const answerBy = later(stillHere.answerBy, plus(now, stillHereAnswerMs))
  return { ...call, wait: { ...call.wait, stillHere: { ...stillHere, answerBy } } }
}

/** Pages of guests could not say that they were there, either. */
function withGuests(call: Call, now: EpochMs, { settings: { rules } }: Board): Call {
  if (call.guests.length === 0) return call
  const guests = call.guests.map((guest) =>
    guest.state === 'at_door' || guest.state === 'admitted'
      ? { ...guest, leaseEndsAt: later(guest.leaseEndsAt, plus(now, rules.guestLeaseMs)) }
      : guest,
  )
  return { ...call, guests }
}

const each = <Id, Item>(items: ReadonlyMap<Id, Item>, change: (item: Item) => Item): ReadonlyMap<Id, Item> =>
  new Map([...items].map(([id, item]) => [id, change(item)]))

const later = (one: EpochMs, other: EpochMs): EpochMs => (one > other ? one : other)
