import type { Call, CallOutcome, End, InCall, Offer, OfferOutcome, WaitingBecause } from './board.ts'
import { isPlaceOpen } from './closing.ts'
import { type Draft, setCall, setInCall, setOffer, setOperator } from './draft.ts'
import { guestsAtEnd } from './guests.ts'
import { holdFrom } from './hold.ts'
import { type OfferId, plus } from './ids.ts'
import { hearOfRoom } from './kept-room.ts'
import { endSupervision } from './supervision.ts'
import { deskIdentity } from './views.ts'
import { goOnWaiting, servedUntil, waitAnew } from './wait.ts'

/** The offer that holds a call: ringing, accepted or active. */
export function liveOffer(draft: Draft, id: OfferId): Offer | null {
  const offer = draft.offers.get(id)
  return offer && offer.state !== 'over' ? offer : null
}

/** The call of a live offer. */
export function callOf(draft: Draft, offer: Offer): Call | null {
  const call = draft.calls.get(offer.callId)
  return call && call.state !== 'over' ? call : null
}

/** Its operator comes to the call. */
export function acceptOffer(draft: Draft, offer: Offer & { state: 'ringing' }): void {
  setOffer(draft, offer, { state: 'accepted', acceptedAt: draft.now })
  draft.facts.push({
    type: 'offerAccepted',
    callId: offer.callId,
    offerId: offer.id,
    operatorId: offer.operatorId,
    role: offer.role,
  })
}

/** Ends an offer, and with it what it had made of its operator's work. */
export function endOffer(draft: Draft, offer: Offer, outcome: OfferOutcome): void {
  setOffer(draft, offer, { state: 'over', outcome, endedAt: draft.now })
  draft.facts.push({
    type: 'offerOver',
    callId: offer.callId,
    offerId: offer.id,
    operatorId: offer.operatorId,
    role: offer.role,
    outcome,
  })
  releaseOperator(draft, offer, outcome)
}

function releaseOperator(draft: Draft, offer: Offer, outcome: OfferOutcome): void {
  const operator = draft.operators.get(offer.operatorId)
  if (operator?.work.kind !== 'engaged' || operator.work.offerId !== offer.id) return
  const { now, rules } = draft
  switch (outcome) {
    case 'withdrawn': // not a miss: idle rank is kept [SW-25]
      setOperator(draft, operator, { work: { kind: 'idle' } })
      return
    case 'declined': // no penalty, but a pause [SW-22]
      setOperator(draft, operator, { work: { kind: 'idle' }, readyAt: plus(now, rules.declineBackOffMs) })
      return
    case 'expired': // they have left the desk [SW-24]
      setOperator(draft, operator, { work: { kind: 'not_responding', since: now } })
      draft.facts.push({ type: 'operatorNotResponding', operatorId: operator.id, callId: offer.callId })
      return
    case 'media_failed': // their devices are in doubt until checked again [SW-42]
      setOperator(draft, operator, { work: { kind: 'idle' }, devices: { kind: 'unchecked' } })
      return
    case 'lost':
    case 'not_reached':
      setOperator(draft, operator, { work: { kind: 'idle' }, idleSince: now })
      return
    case 'completed': {
      if (offer.role === 'consult' && offer.state !== 'active') {
        // They never talked to the visitor: nothing to write down [SW-154].
        const readyAt = plus(now, rules.readyGuardMs)
        setOperator(draft, operator, { work: { kind: 'idle' }, idleSince: now, readyAt })
        return
      }
      const call = draft.calls.get(offer.callId)
      if (!call) return
      const wrapUp = {
        callId: call.id,
        offerId: offer.id,
        totemId: call.totemId,
        service: call.service,
        offeredAt: offer.offeredAt,
        startedAt: now,
        endsAt: plus(now, rules.wrapUpMs),
        isExtended: false,
      }
      setOperator(draft, operator, { work: { kind: 'wrap_up', wrapUp } })
      return
    }
  }
}

/** A ring that was not answered: its call waits again. If it was to consult, the holder has the call as before. */
export function endRing(draft: Draft, offer: Offer, outcome: 'declined' | 'expired' | 'withdrawn'): void {
  const call = callOf(draft, offer)
  if (offer.role === 'consult' && call?.state === 'in_call') {
    endSecond(draft, call, outcome)
    return
  }
  endOffer(draft, offer, outcome)
  if (call) waitAgain(draft, call, outcome, offer)
}

/** The second operator leaves the call [SW-155]. A visitor who was on hold meanwhile holds anew. */
export function endSecond(draft: Draft, call: InCall, outcome: OfferOutcome): InCall {
  const { second, hold } = call
  if (!second) return call
  const { offerId } = second
  const offer = liveOffer(draft, offerId)
  if (offer) endOffer(draft, offer, outcome)
  draft.effects.push(
    second.stage === 'ringing' || second.stage === 'consulting'
      ? { type: 'closeConsultRoom', callId: call.id, offerId }
      : { type: 'removeParticipant', callId: call.id, identity: deskIdentity(offerId) },
  )
  return setInCall(draft, call, { second: null, hold: hold && holdFrom(draft) })
}

/** [SW-158] Nobody is left behind in a call that ends or moves on. */
function dismissOthers(draft: Draft, call: Call): Call {
  if (call.state !== 'in_call') return call
  const isRinging = call.second?.stage === 'ringing'
  return endSupervision(draft, endSecond(draft, call, isRinging ? 'withdrawn' : 'completed'))
}

/**
 * [SW-21] Back to its place in the queue: `enqueuedAt` and priority stay as they were. A ring that led
 * nowhere gives no new patience; a call that was answered and dropped does.
 */
export function waitAgain(draft: Draft, call: Call, because: WaitingBecause, offer: Offer): void {
  if (call.callback && call.callback.expiresAt <= draft.now) {
    endCall(draft, call, { kind: 'expired' }, 'withdrawn')
    return
  }
  dismissOthers(draft, call)
  const isPairApart =
    because === 'declined' ||
    because === 'media_failed' ||
    because === 'operator_lost' ||
    because === 'transferred'
  const keptApart = isPairApart
    ? { operatorId: offer.operatorId, until: plus(draft.now, draft.rules.pairExclusionMs) }
    : null
  const exclusions = keptApart
    ? [...call.exclusions.filter((exclusion) => exclusion.until > draft.now), keptApart]
    : call.exclusions
  const isRing = call.state === 'offered'
  const patience = call.callback?.expiresAt ?? plus(draft.now, draft.rules.maxWaitMs)
  const deadline = isRing ? call.deadline : patience
  const fresh = isRing
    ? { wait: goOnWaiting(draft, call, draft.now) }
    : { wait: waitAnew(draft, call, because, draft.now), waitingSince: draft.now, shown: null }
  const preferred = hasLostHolder(call, because)
    ? { operatorId: offer.operatorId, until: draft.now }
    : call.preferred
  const waiting = setCall(
    draft,
    call,
    { state: 'waiting', because, deadline },
    { exclusions, preferred, ...fresh },
  )
  const { service, priority } = call
  const notBefore = call.callback?.notBefore ?? null
  const asks = { service, priority, preferred, notBefore }
  draft.facts.push({ type: 'callWaitsAgain', callId: call.id, because, ...asks, keptApart })
  if (!call.callback)
    draft.effects.push({ type: 'removeParticipant', callId: call.id, identity: deskIdentity(offer.id) })
  endIfTooLate(draft, waiting)
}

/**
 * [SW-214] Somebody had talked to the visitor, and their desk is gone. The visitor at the totem does not wait for
 * them, so that the preference is over as it begins; a callback made from the call has it from when it is due.
 */
const hasLostHolder = (call: Call, because: WaitingBecause): boolean =>
  because === 'operator_lost' && call.state === 'in_call'

/** What ran out while it rang was let pass for the ring's sake. */
function endIfTooLate(draft: Draft, call: Call): void {
  if (call.state !== 'waiting') return
  const { servedUntil: until } = call.wait
  if (call.deadline <= draft.now) endCall(draft, call, { kind: 'expired' }, 'withdrawn')
  else if (until !== null && until <= draft.now) closeOrServeOn(draft, call)
}

/** [SW-112] The grace after closing is over, unless the hours have been changed meanwhile. */
export function closeOrServeOn(draft: Draft, call: Call): void {
  const { settings, now } = draft
  if (isPlaceOpen(settings, call, now)) {
    setCall(draft, call, call, { wait: { ...call.wait, servedUntil: servedUntil(draft, call, now) } })
  } else {
    endCall(draft, call, { kind: 'closed', why: 'closing' }, 'withdrawn')
  }
}

/** Ends a call, the offer that holds it, and its room. */
export function endCall(draft: Draft, call: Call, outcome: CallOutcome, offerOutcome: OfferOutcome): void {
  dismissOthers(draft, call)
  const offer = heldBy(draft, call)
  if (offer) endOffer(draft, offer, offerOutcome)
  const forgetAt = plus(draft.now, draft.rules.farewellMs)
  const ended = { stage: null, guests: guestsAtEnd(draft, call) }
  setCall(draft, call, { state: 'over', outcome, endedAt: draft.now, forgetAt }, ended)
  draft.facts.push({ type: 'callOver', callId: call.id, outcome, enqueuedAt: call.enqueuedAt })
  if (!call.callback) draft.effects.push({ type: 'closeRoom', callId: call.id })
}

/** The live offer that holds this call, if any. */
export function heldBy(draft: Draft, call: Call): Offer | null {
  return call.state === 'waiting' || call.state === 'over' ? null : liveOffer(draft, call.offerId)
}

/** [SW-50] An end of an answered call is gone: it has the rejoin grace to come back. */
export function loseEnd(
  draft: Draft,
  call: Call,
  end: End,
  graceMs: number = draft.rules.rejoinGraceMs,
): void {
  if (call.state !== 'connecting' && call.state !== 'in_call') return
  if (call.lost[end] !== null) return
  setCall(draft, call, { ...call, lost: { ...call.lost, [end]: plus(draft.now, graceMs) } })
  draft.facts.push({ type: 'endLost', callId: call.id, end })
}

/** [SW-60] [SW-61] The end has a new page: it is lost until that very page has joined the room. */
export function replaceEnd(draft: Draft, call: Call, end: End): void {
  if (call.state !== 'connecting' && call.state !== 'in_call') return
  const mustJoin = [...call.mustJoin.filter((other) => other !== end), end]
  loseEnd(draft, setCall(draft, call, { ...call, mustJoin }), end)
}

/** [SW-51] [SW-409] The page of this end says that it is in the room, for the first time or again. */
export function joinEnd(draft: Draft, said: Call, end: End): void {
  const call = hearOfRoom(draft, said, end)
  if (call.state !== 'connecting' && call.state !== 'in_call') return
  const mustJoin = call.mustJoin.filter((other) => other !== end)
  const joined = mustJoin.length === call.mustJoin.length ? call : setCall(draft, call, { ...call, mustJoin })
  returnEnd(draft, joined, end)
}

/** [SW-51] The end is back in time. Connecting starts its clock again: the other end had nobody to meet. */
export function returnEnd(draft: Draft, call: Call, end: End): void {
  if (call.state !== 'connecting' && call.state !== 'in_call') return
  if (call.lost[end] === null || call.mustJoin.includes(end)) return
  const lost = { ...call.lost, [end]: null }
  const deadline = call.state === 'connecting' ? plus(draft.now, draft.rules.connectMs) : call.deadline
  setCall(draft, call, { ...call, lost, deadline })
  draft.facts.push({ type: 'endReturned', callId: call.id, end })
}
