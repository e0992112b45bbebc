import type { Result } from '../../http/refusals.ts'
import type { Refusal } from '../events.ts'
import type { CallId, OfferId } from '../ids.ts'
import { consultSeatOf, mayJoin } from '../media-plan.ts'
import {
  type DeskView,
  deskIdentity,
  type GuestView,
  type RoomView,
  type SupervisionView,
  type TotemView,
} from '../views.ts'

/** A place in a room that a view entitles its page to. */
export interface Seat {
  room: string
  identity: string
}

export type SeatRefusal = Refusal | 'room-not-open' | 'guest-not-admitted'

/** Where this totem's page may join now, if its call is still the one that it means. */
export function totemSeat(view: TotemView, callId: CallId): Result<Seat, SeatRefusal> {
  if (view.page === 'replaced') return no('page-replaced')
  if (view.call?.id !== callId) return no('call-unknown')
  if (view.call.phase.kind === 'over') return no('call-over')
  return seatIn(view.call.room, view.call.identity)
}

/** Where this desk's page may join now: its own ring or call, nobody else's. */
export function deskSeat(view: DeskView, offerId: OfferId): Result<Seat, SeatRefusal> {
  if (view.page === 'replaced') return no('desk-replaced')
  const { work } = view
  if (!('offer' in work) || work.offer.id !== offerId) return no('offer-over')
  return seatIn(work.offer.room, work.offer.identity)
}

/** Where this desk's page may consult now; `offerId` is its own in either part. */
export function consultSeat(view: DeskView, offerId: OfferId): Result<Seat, SeatRefusal> {
  if (view.page === 'replaced') return no('desk-replaced')
  const seat = consultSeatOf(view.work)
  if (seat?.identity !== deskIdentity(offerId)) return no('no-consult')
  return seatIn(seat.room, seat.identity)
}

/** Where a supervisor may join now, and whether to be heard. */
export function supervisorSeat({ call }: SupervisionView): Result<Seat & { isHeard: boolean }, SeatRefusal> {
  if (!call) return no('not-supervising')
  const seat = seatIn(call.room, call.identity)
  return seat.ok ? { ok: true, value: { ...seat.value, isHeard: call.as === 'third' } } : seat
}

/** Where somebody invited may join: nowhere before they have been let in. */
export function guestSeat({ stage }: GuestView): Result<Seat, SeatRefusal> {
  switch (stage.kind) {
    case 'at_door':
      return no('guest-not-admitted')
    case 'admitted':
      return seatIn(stage.room, stage.identity)
    case 'over':
      return no(stage.why)
  }
}

const seatIn = (room: RoomView, identity: string): Result<Seat, SeatRefusal> =>
  mayJoin(room) ? { ok: true, value: { room: room.name, identity } } : no('room-not-open')

const no = (refusal: SeatRefusal): Result<never, SeatRefusal> => ({ ok: false, refusal })
