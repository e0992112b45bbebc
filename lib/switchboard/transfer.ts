import type { InCall, Offer, Operator } from './board.ts'
import type { Draft } from './draft.ts'
import { rosterNow } from './duty.ts'
import { fits, isOnDuty } from './eligibility.ts'
import { endOffer, waitAgain } from './engagement.ts'
import type { Refusal } from './events.ts'
import { type EpochMs, type OfficeId, type OperatorId, plus, type ServiceSlug } from './ids.ts'
import { type Demand, demandOf } from './needs.ts'
import type { Preference } from './preference.ts'

/** Where an operator sends a call on. */
export type TransferTarget =
  | { kind: 'service'; service: ServiceSlug }
  | { kind: 'operator'; operatorId: OperatorId }
  /** Whoever belongs to it. */
  | { kind: 'office'; officeId: OfficeId }

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
    preferred: preferenceFor(draft, to),
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

/** [SW-147] [SW-212] Whom the call waits for first. A service is asked for by what it needs. */
function preferenceFor({ now, rules }: Draft, to: TransferTarget): Preference | null {
  switch (to.kind) {
    case 'service':
      return null
    case 'operator':
      return { operatorId: to.operatorId, until: plus(now, rules.transferTargetMs) }
    case 'office':
      return { officeId: to.officeId, until: plus(now, rules.transferOfficeMs) }
  }
}

/** [SW-146] A transfer that could reach nobody else is refused, and the operator keeps the call. */
function targetRefusal(draft: Draft, call: InCall, from: OperatorId, to: TransferTarget): Refusal | null {
  switch (to.kind) {
    case 'service': {
      if (!draft.settings.services.has(to.service)) return 'service-unknown'
      return isAnotherAble(draft, from, demandOf(to.service, call.needs)) ? null : 'nobody-on-duty'
    }
    case 'office': {
      if (!draft.settings.offices.has(to.officeId)) return 'office-unknown'
      const isOfIt = ({ id }: Operator) => draft.settings.operators.get(id)?.officeId === to.officeId
      return isAnotherOnDuty(draft, from, isOfIt) ? null : 'nobody-on-duty'
    }
    case 'operator': {
      if (to.operatorId === from) return 'target-is-self'
      const target = draft.operators.get(to.operatorId)
      if (!target || !isOnDuty(draft, target, draft.now)) return 'target-not-on-duty'
      return fits(draft, target, call) ? null : 'target-unfit'
    }
  }
}

const isAnotherOnDuty = (draft: Draft, from: OperatorId, isMeant: (other: Operator) => boolean): boolean =>
  [...draft.operators.values()].some(
    (other) => other.id !== from && isOnDuty(draft, other, draft.now) && isMeant(other),
  )

const isAnotherAble = (draft: Draft, from: OperatorId, demand: Demand): boolean => {
  const able = rosterNow(draft, draft.now).able(demand)
  return able.size > Number(able.has(from))
}
