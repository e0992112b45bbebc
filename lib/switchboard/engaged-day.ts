import type { Channels } from './board.ts'
import type { GuestEvent, HolderEvent, OfferEvent, Refusal, SupervisorEvent } from './events.ts'
import {
  type GuestId,
  guestId,
  type OfferId,
  type OperatorId,
  offerId,
  operatorId,
  type TotemId,
} from './ids.ts'
import { type Day, VIDEO } from './situation.ts'
import type { Showing, Ticking } from './stage.ts'
import type { TransferTarget } from './transfer.ts'

/** Test support: what operators and supervisors do in a call, for a `Day`. */
export const sofia = operatorId('sofia')
export const dario = operatorId('dario')

/** The offer that the operator rings for, holds, or has been called in by. */
export function offerOf(day: Day, id: OperatorId): OfferId {
  const work = day.board.operators.get(id)?.work
  return work?.kind === 'engaged' ? work.offerId : offerId('none')
}

type Plain = 'callHeld' | 'callResumed' | 'consultCompleted' | 'consultMerged' | 'consultReturned'
type Simple = Plain | 'offerAnswered' | 'offerDeclined' | 'operatorHungUp' | 'deskJoined'

/** A command without more to it, about the operator's offer. */
export function say(day: Day, id: OperatorId, type: Simple): Refusal | null {
  const event: OfferEvent = { type, offerId: offerOf(day, id), operatorId: id, epoch: day.epochOf(id) }
  return day.apply(event)
}

export function transfer(day: Day, id: OperatorId, to: TransferTarget, note = ''): Refusal | null {
  const event: HolderEvent = {
    type: 'callTransferred',
    offerId: offerOf(day, id),
    operatorId: id,
    epoch: day.epochOf(id),
    to,
    note,
  }
  return day.apply(event)
}

export function consult(day: Day, id: OperatorId, to: OperatorId, note = ''): Refusal | null {
  const event: HolderEvent = {
    type: 'consultStarted',
    offerId: offerOf(day, id),
    operatorId: id,
    epoch: day.epochOf(id),
    to,
    note,
  }
  const refusal = day.apply(event)
  const call = [...day.board.calls.values()].find(
    (each) => each.state === 'in_call' && each.second?.stage === 'ringing',
  )
  if (!refusal && call?.state === 'in_call' && call.second) {
    day.apply({ type: 'consultRoomOpened', callId: call.id, offerId: call.second.offerId })
  }
  return refusal
}

/** Puts something on the stage; null takes it down. */
export function putUp(day: Day, id: OperatorId, showing: Showing | null): Refusal | null {
  const event: HolderEvent = { type: 'stageSet', ...deskPage(day, id), showing }
  return day.apply(event)
}

export function tickAtDesk(day: Day, id: OperatorId, ticking: Ticking): Refusal | null {
  const event: HolderEvent = { type: 'stageTicked', ...deskPage(day, id), ticking }
  return day.apply(event)
}

export function tickAtTotem(day: Day, totem: TotemId, ticking: Ticking): Refusal | null {
  const page = { callId: day.callAt(totem), totemId: totem, epoch: day.pageOf(totem) }
  return day.apply({ type: 'visitorTicked', ...page, ticking })
}

export const maria = guestId('maria')
export const ugo = guestId('ugo')

/** What the holder does about somebody invited; whoever is invited is an interpreter of sign language. */
export function aboutGuest(
  day: Day,
  id: OperatorId,
  guest: GuestId,
  type: 'guestInvited' | 'guestAdmitted' | 'guestDismissed',
): Refusal | null {
  const page = { ...deskPage(day, id), guestId: guest }
  if (type !== 'guestInvited') return day.apply({ type, ...page })
  return day.apply({ type, ...page, as: 'signer', name: guest, inviteHash: `invite of ${guest}` })
}

/** What the page of somebody invited does. @param browser proves itself by its own visit */
export function asGuest(
  day: Day,
  totem: TotemId,
  guest: GuestId,
  type: GuestEvent['type'],
  browser = 'phone',
): Refusal | null {
  const page = { callId: day.callAt(totem), guestId: guest, visitHash: `${guest} at ${browser}` }
  if (type !== 'guestArrived') return day.apply({ type, ...page })
  return day.apply({ type, ...page, inviteHash: `invite of ${guest}` })
}

/** Invited, at the door, and let in. */
export function letIn(day: Day, id: OperatorId, totem: TotemId, guest: GuestId): void {
  aboutGuest(day, id, guest, 'guestInvited')
  asGuest(day, totem, guest, 'guestArrived')
  aboutGuest(day, id, guest, 'guestAdmitted')
}

const deskPage = (day: Day, id: OperatorId) => ({
  offerId: offerOf(day, id),
  operatorId: id,
  epoch: day.epochOf(id),
})

/** Two operators consult about the call of `totem`. */
export function consulting(day: Day, first: OperatorId, second: OperatorId): void {
  consult(day, first, second)
  say(day, second, 'offerAnswered')
}

/** The totem and the second operator confirm each other. */
export function meetSecond(day: Day, second: OperatorId, totem: TotemId, channels: Channels = VIDEO): void {
  const offer = offerOf(day, second)
  const page = { callId: day.callAt(totem), totemId: totem, epoch: day.pageOf(totem) }
  day.apply({ type: 'totemReceivesSecond', ...page, offerId: offer, channels })
  const desk = { offerId: offer, operatorId: second, epoch: day.epochOf(second) }
  day.apply({ type: 'deskReceives', ...desk, channels })
}

export function supervise(
  day: Day,
  who: OperatorId,
  totem: TotemId,
  type: SupervisorEvent['type'],
): Refusal | null {
  return day.apply({ type, callId: day.callAt(totem), supervisorId: who, displayName: who })
}
