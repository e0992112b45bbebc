import type { Call, Operator } from './board.ts'
import { type Draft, setCall, setOperator } from './draft.ts'
import { isEligible } from './eligibility.ts'
import { type EpochMs, offerId, plus } from './ids.ts'

/**
 * Rings an operator for every waiting call that somebody free can take, oldest call first. Every
 * transition ends with it, so no call waits while an eligible operator is idle.
 */
export function match(draft: Draft): void {
  for (const call of queueOf(draft.calls.values(), draft.now)) {
    if (call.state !== 'waiting') continue
    const operator = longestIdle(draft, call)
    if (operator) makeOffer(draft, call, operator)
  }
}

/**
 * [SW-20] Calls that hold a place in the queue, in order: priority, then age, then id. A callback holds
 * none before it is due [SW-124].
 */
export function queueOf(calls: Iterable<Call>, now: EpochMs): Call[] {
  return [...calls]
    .filter((call) => call.state === 'waiting' || call.state === 'offered')
    .filter(({ callback }) => callback === null || callback.notBefore <= now)
    .sort((a, b) => b.priority - a.priority || a.enqueuedAt - b.enqueuedAt || (a.id < b.id ? -1 : 1))
}

function longestIdle(draft: Draft, call: Call): Operator | undefined {
  return [...draft.operators.values()]
    .filter((operator) => isEligible(draft, operator, call))
    .sort((a, b) => a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1))[0]
}

function makeOffer(draft: Draft, call: Call & { state: 'waiting' }, operator: Operator): void {
  if (operator.devices.kind !== 'checked') return
  const attempt = call.attempts + 1
  const id = offerId(`${call.id}.${attempt}`)
  const expiresAt = plus(draft.now, draft.rules.ringMs)
  draft.offers.set(id, {
    id,
    callId: call.id,
    operatorId: operator.id,
    role: 'primary',
    attempt,
    offeredAt: draft.now,
    channels: operator.devices.channels,
    state: 'ringing',
    expiresAt,
  })
  setCall(draft, call, { state: 'offered', offerId: id, deadline: call.deadline }, { attempts: attempt })
  setOperator(draft, operator, { work: { kind: 'engaged', offerId: id } })
  draft.facts.push({
    type: 'offerMade',
    callId: call.id,
    offerId: id,
    operatorId: operator.id,
    role: 'primary',
  })
}
