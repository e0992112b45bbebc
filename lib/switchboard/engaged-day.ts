import type { Channels } from './board.ts'
import type { HolderEvent, OfferEvent, Refusal, SupervisorEvent } from './events.ts'
import { type OfferId, type OperatorId, offerId, operatorId, type TotemId } from './ids.ts'
import { type Day, VIDEO } from './situation.ts'
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
