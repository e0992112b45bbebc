import type { InCall, Offer } from './board.ts'
import type { Draft } from './draft.ts'
import { fits, isOnDuty } from './eligibility.ts'
import { endOffer, waitAgain } from './engagement.ts'
import type { Refusal } from './events.ts'
import { type EpochMs, type OperatorId, plus, type ServiceSlug } from './ids.ts'
import { type Demand, demandOf } from './needs.ts'

/** Where an operator sends a call on. */
export type TransferTarget =
  | { kind: 'service'; service: ServiceSlug }
  | { kind: 'operator'; operatorId: OperatorId }

/** What the operator who transferred a call left for the next one. */
export interface Handover {
  from: OperatorId
  /** Never shown to the visitor. */
  note: string
  at: EpochMs
}

/**
 * [SW-145] Sends the call on: it waits again in its old place, raised, for whoever it is meant for, and
 * its operator goes to wrap-up. Hours are not asked: the operator knows better, and the visitor is here.
 */
export function transferCall(
  draft: Draft,
  call: InCall,
  offer: Offer,
  { to, note }: { to: TransferTarget; note: string },
): Refusal | null {
  if (call.second) return 'consult-running'
  if (call.lost.totem !== null) return 'visitor-lost'
  const refusal = targetRefusal(draft, call, offer.operatorId, to)
  if (refusal) return refusal
  const { now, rules } = draft
  const sent: InCall = {
    ...call,
    service: to.kind === 'service' ? to.service : call.service,
    priority: Math.max(call.priority, rules.transferPriority),
    handover: { from: offer.operatorId, note, at: now },
    preferred:
      to.kind === 'operator' ? { operatorId: to.operatorId, until: plus(now, rules.transferTargetMs) } : null,
  }
  endOffer(draft, offer, 'completed')
  waitAgain(draft, sent, 'transferred', offer)
  draft.facts.push({
    type: 'callTransferred',
    callId: call.id,
    offerId: offer.id,
    operatorId: offer.operatorId,
    to,
  })
  return null
}

/** [SW-146] A transfer that could reach nobody else is refused, and the operator keeps the call. */
function targetRefusal(draft: Draft, call: InCall, from: OperatorId, to: TransferTarget): Refusal | null {
  switch (to.kind) {
    case 'service': {
      if (!draft.settings.services.has(to.service)) return 'service-unknown'
      return isAnotherOnDuty(draft, from, demandOf(to.service, call.needs)) ? null : 'nobody-on-duty'
    }
    case 'operator': {
      if (to.operatorId === from) return 'target-is-self'
      const target = draft.operators.get(to.operatorId)
      if (!target || !isOnDuty(draft, target, draft.now)) return 'target-not-on-duty'
      return fits(draft, target, call) ? null : 'target-unfit'
    }
  }
}

const isAnotherOnDuty = (draft: Draft, from: OperatorId, demand: Demand): boolean =>
  [...draft.operators.values()].some(
    (other) => other.id !== from && isOnDuty(draft, other, draft.now) && fits(draft, other, demand),
  )
