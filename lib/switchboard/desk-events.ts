import type { Offer, Operator } from './board.ts'
import { connectIfMet } from './connect.ts'
import { dialled, startDialling } from './dialling.ts'
import { type Draft, setCall, setOperator } from './draft.ts'
import { isPresent } from './eligibility.ts'
import { acceptOffer, callOf, endRing, joinEnd, liveOffer, loseEnd, replaceEnd } from './engagement.ts'
import type { DeskEvent, OfferEvent, Refusal } from './events.ts'
import { applyHolderEvent, hangUp } from './holder-events.ts'
import { epochMs, type OperatorId, pageEpoch, plus } from './ids.ts'
import { setOwnIntent } from './intent.ts'
import { loseSecond, replaceSecond, returnSecond, secondOf } from './second.ts'
import { applySecondEvent } from './second-events.ts'
import { endScreen } from './stage.ts'

type Opened = Extract<DeskEvent, { type: 'deskOpened' }>
type OfWrapUp = Extract<DeskEvent, { type: 'wrapUpSaved' | 'wrapUpExtended' }>

/** What an operator's desk page does to the board. Null: accepted. */
export function applyDeskEvent(draft: Draft, event: DeskEvent): Refusal | null {
  if (event.type === 'deskOpened') return openDesk(draft, event)
  const operator = draft.operators.get(event.operatorId)
  if (!operator) return 'operator-unknown'
  if (operator.desk.epoch !== event.epoch) return 'desk-replaced'
  switch (event.type) {
    case 'deskReturned':
      renewDesk(draft, operator)
      return null
    case 'deskStreamClosed':
      shortenLease(draft, operator)
      return null
    case 'deskLeft':
      leaveDesk(draft, operator)
      return null
    case 'devicesChecked': {
      const { channels } = event
      setOperator(draft, operator, {
        devices: channels ? { kind: 'checked', channels } : { kind: 'unchecked' },
      })
      return null
    }
    case 'intentSet':
      return setOwnIntent(draft, operator, event)
    case 'operatorCameBack':
      comeBack(draft, operator)
      return null
    case 'wrapUpSaved':
    case 'wrapUpExtended':
      return applyToWrapUp(draft, operator, event)
    default:
      return applyToOffer(draft, operator, event)
  }
}

/**
 * [SW-61] The newest page has the desk. While it has a call or a wrap-up in hand, another page asks
 * first; a reload of the same page proves itself by its epoch. In a call it must join the room again.
 */
function openDesk(draft: Draft, event: Opened): Refusal | null {
  if (draft.settings.operators.get(event.operatorId)?.isActive !== true) return 'operator-unknown'
  const operator = draft.operators.get(event.operatorId) ?? newcomer(draft, event.operatorId)
  const isBusy = operator.work.kind === 'engaged' || operator.work.kind === 'wrap_up'
  const isSamePage = event.previousEpoch === operator.desk.epoch
  if (isBusy && isPresent(operator, draft.now) && !isSamePage && !event.takeOver) return 'desk-elsewhere'
  const epoch = pageEpoch(operator.desk.epoch + 1)
  const leaseEndsAt = plus(draft.now, draft.rules.deskLeaseMs)
  const devices = isSamePage ? operator.devices : { kind: 'unchecked' as const }
  setOperator(draft, operator, { desk: { epoch, presence: 'here', leaseEndsAt }, devices })
  draft.facts.push({ type: 'deskOpened', operatorId: operator.id, epoch })
  const held = heldOffer(draft, operator)
  if (held?.place) replaceSecond(draft, held.place.call)
  else if (held)
    replaceEnd(draft, held.call.state === 'in_call' ? endScreen(draft, held.call) : held.call, 'desk')
  return null
}

const newcomer = (draft: Draft, id: OperatorId): Operator => ({
  id,
  intent: 'off_duty',
  intentBy: id,
  breakReason: null,
  desk: { epoch: pageEpoch(0), presence: 'gone', leaseEndsAt: epochMs(0) },
  devices: { kind: 'unchecked' },
  work: { kind: 'idle' },
  readyAt: draft.now,
  idleSince: draft.now,
})

function renewDesk(draft: Draft, operator: Operator): void {
  const leaseEndsAt = plus(draft.now, draft.rules.deskLeaseMs)
  setOperator(draft, operator, { desk: { ...operator.desk, presence: 'here', leaseEndsAt } })
  const held = heldOffer(draft, operator)
  if (held?.place) returnSecond(draft, held.place.call)
}

/** [SW-55] A closed stream may be a hiccup: the lease is shortened, not ended. */
function shortenLease(draft: Draft, operator: Operator): void {
  const soon = plus(draft.now, draft.rules.closedStreamLeaseMs)
  if (operator.desk.leaseEndsAt <= soon) return
  setOperator(draft, operator, { desk: { ...operator.desk, leaseEndsAt: soon } })
}

/** [SW-56] A page that says goodbye may be a reload: a ring waits for it a little, a call has the grace. */
function leaveDesk(draft: Draft, operator: Operator): void {
  shortenLease(draft, operator)
  const held = heldOffer(draft, operator)
  if (held?.place) loseSecond(draft, held.place.call)
  else if (held) loseEnd(draft, held.call, 'desk')
}

/** The call that the operator has, or (`place`) has been called into. */
function heldOffer(draft: Draft, operator: Operator) {
  const offer = operator.work.kind === 'engaged' ? liveOffer(draft, operator.work.offerId) : null
  const call = offer && callOf(draft, offer)
  return offer && call && { call, place: secondOf(call, offer.id) }
}

function comeBack(draft: Draft, operator: Operator): void {
  if (operator.work.kind !== 'not_responding') return
  const { now, rules } = draft
  setOperator(draft, operator, {
    work: { kind: 'idle' },
    readyAt: plus(now, rules.readyGuardMs),
    idleSince: now,
  })
  draft.facts.push({ type: 'operatorCameBack', operatorId: operator.id })
}

function applyToOffer(draft: Draft, operator: Operator, event: OfferEvent): Refusal | null {
  const offer = draft.offers.get(event.offerId)
  if (!offer) return 'offer-over'
  if (offer.operatorId !== operator.id) return 'offer-not-yours'
  if (offer.state === 'over') return refusalOfOver(offer)
  const call = callOf(draft, offer)
  if (!call) return 'offer-over'
  if (offer.role === 'consult') return applySecondEvent(draft, call, offer, event)
  switch (event.type) {
    case 'offerAnswered':
      if (offer.state === 'ringing') answer(draft, offer)
      return null
    case 'offerDeclined':
      if (offer.state !== 'ringing') return 'offer-over'
      endRing(draft, offer, 'declined')
      return null
    case 'operatorHungUp':
      if (call.state === 'dialling') return 'dialling-not-reported'
      return offer.state === 'ringing' ? 'offer-over' : hangUp(draft, call)
    case 'callbackDialled':
      return dialled(draft, call, offer, event.outcome)
    case 'deskJoined':
      joinEnd(draft, call, 'desk')
      return null
    case 'deskReceives':
      if (call.state === 'connecting') {
        const received = { ...call.received, desk: event.channels }
        connectIfMet(draft, setCall(draft, call, { ...call, received }))
      }
      return null
    case 'deskChannelsDeclared':
      draft.offers.set(offer.id, { ...offer, channels: event.channels })
      connectIfMet(draft, call)
      return null
    default:
      return applyHolderEvent(draft, call, offer, event)
  }
}

function refusalOfOver(offer: Offer & { state: 'over' }): Refusal {
  if (offer.outcome === 'expired') return 'offer-expired'
  if (offer.outcome === 'withdrawn') return 'offer-withdrawn'
  return 'offer-over'
}

/** [SW-26] Of answer, decline, expiry and withdrawal exactly one wins: this one found it still ringing. */
function answer(draft: Draft, offer: Offer & { state: 'ringing' }): void {
  const call = callOf(draft, offer)
  if (!call) return
  const { now, rules } = draft
  acceptOffer(draft, offer)
  if (call.callback) {
    startDialling(draft, call, offer)
    return
  }
  const none = { sound: false, picture: false, text: false }
  setCall(draft, call, {
    state: 'connecting',
    offerId: offer.id,
    deadline: plus(now, rules.connectMs),
    received: { totem: none, desk: none },
    lost: { totem: null, desk: null },
    mustJoin: [],
  })
}

function applyToWrapUp(draft: Draft, operator: Operator, event: OfWrapUp): Refusal | null {
  if (operator.work.kind !== 'wrap_up' || operator.work.wrapUp.callId !== event.callId) return 'wrap-up-over'
  const { wrapUp } = operator.work
  if (event.type === 'wrapUpSaved') {
    setOperator(draft, operator, { work: { kind: 'idle' }, idleSince: draft.now })
    const { callId, offerId } = wrapUp
    draft.facts.push({ type: 'wrapUpOver', callId, offerId, operatorId: operator.id, how: 'saved' })
    return null
  }
  if (wrapUp.isExtended) return 'wrap-up-extended-already'
  const endsAt = plus(wrapUp.endsAt, draft.rules.wrapUpExtensionMs)
  setOperator(draft, operator, { work: { kind: 'wrap_up', wrapUp: { ...wrapUp, endsAt, isExtended: true } } })
  draft.facts.push({ type: 'wrapUpExtended', callId: wrapUp.callId, operatorId: operator.id })
  return null
}
