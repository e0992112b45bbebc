import type { Call, Operator } from './board.ts'
import { type Draft, setCall, setOperator } from './draft.ts'
import { firstFree, isAnybodyIdle } from './duty.ts'
import { offerId, plus } from './ids.ts'
import type { Roster } from './roster.ts'
import { lineOf } from './waiting-line.ts'

/**
 * Rings an operator for every waiting call that somebody free can take, oldest call first. Every
 * transition ends with it, so no call waits while an eligible operator is idle.
 */
export function match(draft: Draft, roster: Roster): void {
  while (matchOne(draft, roster));
}

/** Of calls that ask the same nobody can take another if nobody can take the first. */
function matchOne(draft: Draft, roster: Roster): boolean {
  if (!isAnybodyIdle(draft)) return false
  for (const call of lineOf(draft, draft.now).heads) {
    const operator = firstFree(draft, roster.candidates(call, draft.now), draft.now)
    if (!operator) continue
    makeOffer(draft, call, operator)
    return true
  }
  return false
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
