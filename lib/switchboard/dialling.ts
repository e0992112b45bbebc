import type { Call, Offer } from './board.ts'
import { type Draft, setCall, setOffer } from './draft.ts'
import { isPresent } from './eligibility.ts'
import { endCall, endOffer, heldBy, waitAgain } from './engagement.ts'
import type { DialOutcome, Refusal } from './events.ts'
import { type EpochMs, plus } from './ids.ts'
import { preferHolder } from './preference.ts'

/** [SW-125] The operator has taken a callback on: they have its number and dial. */
export function startDialling(draft: Draft, call: Call, offer: Offer): void {
  setCall(draft, call, { state: 'dialling', offerId: offer.id, deadline: silentAt(draft) })
}

/**
 * [SW-125] What the operator says of the telephone. Said again, it changes nothing; a slip of the hand
 * ("reached") may still be put right.
 */
export function dialled(draft: Draft, call: Call, offer: Offer, outcome: DialOutcome): Refusal | null {
  if (!call.callback) return 'not-a-callback'
  if (call.state !== 'dialling' && call.state !== 'on_phone') return 'offer-over'
  if (outcome === 'reached' && call.state === 'on_phone') return null
  draft.facts.push({
    type: 'callbackDialled',
    callId: call.id,
    offerId: offer.id,
    operatorId: offer.operatorId,
    outcome,
  })
  switch (outcome) {
    case 'reached':
      reached(draft, call, offer)
      return null
    case 'wrong_number':
      endCall(draft, call, { kind: 'callback_failed', why: 'wrong_number' }, 'not_reached')
      return null
    case 'no_answer':
    case 'busy':
      dialAgainLater(draft, call, offer)
      return null
  }
}

function reached(draft: Draft, call: Call, offer: Offer): void {
  const { now } = draft
  if (offer.state !== 'accepted') return
  setOffer(draft, offer, { state: 'active', acceptedAt: offer.acceptedAt, connectedAt: now })
  setCall(draft, call, { state: 'on_phone', offerId: offer.id, reachedAt: now, deadline: silentAt(draft) })
}

/** [SW-126] Nobody answered: again after a while, in its old place, but not for ever. */
function dialAgainLater(draft: Draft, call: Call, offer: Offer): void {
  const { callback } = call
  if (!callback) return
  const { now, rules } = draft
  const failedDials = callback.failedDials + 1
  if (failedDials >= rules.callbackAttempts) {
    endCall(draft, call, { kind: 'callback_failed', why: 'not_reached' }, 'not_reached')
    return
  }
  const notBefore = plus(now, rules.callbackRetryMs)
  endOffer(draft, offer, 'not_reached')
  // [SW-214] Whoever has read the reason once need not explain it to a colleague.
  const preferred = preferHolder(draft, offer.operatorId, notBefore)
  waitAgain(
    draft,
    { ...call, preferred, callback: { ...callback, failedDials, notBefore } },
    'not_reached',
    offer,
  )
}

/**
 * [SW-128] The desk's beats, which would have moved the deadline, have stayed away: whoever dialled is
 * gone, and the callback waits again in its place.
 */
export function deskSilent(draft: Draft, call: Call & { state: 'dialling' | 'on_phone' }): void {
  const offer = heldBy(draft, call)
  const operator = offer && draft.operators.get(offer.operatorId)
  if (operator && isPresent(operator, draft.now)) {
    setCall(draft, call, { ...call, deadline: silentAt(draft) })
    return
  }
  if (!offer) return
  endOffer(draft, offer, 'lost')
  waitAgain(draft, call, 'operator_lost', offer)
}

/** A lease and the grace after it, as for an operator lost in a call. */
const silentAt = ({ now, rules }: Draft): EpochMs => plus(now, rules.deskLeaseMs + rules.rejoinGraceMs)
