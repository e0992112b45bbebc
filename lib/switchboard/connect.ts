import { type Call, covers, NOTHING_ELSE } from './board.ts'
import { type Draft, setCall, setOffer } from './draft.ts'
import { heldBy } from './engagement.ts'
import { plus } from './ids.ts'

/** [SW-40] In call once each end has confirmed every channel that the other declared. */
export function connectIfMet(draft: Draft, call: Call): void {
  if (call.state !== 'connecting') return
  const offer = heldBy(draft, call)
  if (offer?.state !== 'accepted') return
  if (!covers(call.received.totem, offer.channels) || !covers(call.received.desk, call.channels)) return
  const { now, rules } = draft
  setOffer(draft, offer, { state: 'active', acceptedAt: offer.acceptedAt, connectedAt: now })
  const { offerId, lost, mustJoin } = call
  setCall(
    draft,
    call,
    {
      state: 'in_call',
      offerId,
      connectedAt: now,
      deadline: plus(now, rules.callBeatMs),
      lost,
      mustJoin,
      ...NOTHING_ELSE,
    },
    { mediaFailures: 0 },
  )
  const { operatorId, role } = offer
  draft.facts.push({ type: 'callConnected', callId: call.id, offerId, operatorId, role })
}
