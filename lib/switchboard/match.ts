import type { Call, Operator } from './board.ts'
import { type Draft, setCall, setOperator } from './draft.ts'
import { isFree } from './eligibility.ts'
import { type EpochMs, type OperatorId, offerId, plus } from './ids.ts'
import type { Roster } from './roster.ts'
import type { Rules } from './settings.ts'

/**
 * Rings an operator for every waiting call that somebody free can take, oldest call first. Every
 * transition ends with it, so no call waits while an eligible operator is idle.
 */
export function match(draft: Draft, roster: Roster): void {
  const free = new Set(roster.onDuty.filter((one) => isFree(one, draft.now)).map(({ id }) => id))
  const lines = new Map<readonly Operator[], Operator[]>()
  if (free.size === 0) return
  for (const call of queueOf(draft.calls.values(), draft.now, draft.rules)) {
    if (call.state !== 'waiting') continue
    const candidates = roster.candidates(call)
    const line = lines.get(candidates) ?? byIdleTime(candidates, free)
    lines.set(candidates, line)
    const operator = firstFree(line, free)
    if (!operator) continue
    makeOffer(draft, call, operator)
    free.delete(operator.id)
    if (free.size === 0) return
  }
}

/**
 * [SW-20] Calls that hold a place in the queue, in order: priority, then age, then id. A callback holds
 * none before it is due [SW-124].
 */
export function queueOf(calls: Iterable<Call>, now: EpochMs, rules: Rules): Call[] {
  return [...calls]
    .filter((call) => call.state === 'waiting' || call.state === 'offered')
    .filter(({ callback }) => callback === null || callback.notBefore <= now)
    .sort((a, b) => precedence(a, b, rules) || a.enqueuedAt - b.enqueuedAt || (a.id < b.id ? -1 : 1))
}

/**
 * [SW-105] Where priority rises with age, a level of it is worth a fixed time of waiting. All calls age
 * alike, so their order never changes by itself and nothing has to be looked at again.
 */
function precedence(a: Call, b: Call, { priorityRisesEveryMs }: Rules): number {
  if (priorityRisesEveryMs === 0) return b.priority - a.priority
  return a.enqueuedAt - b.enqueuedAt - (a.priority - b.priority) * priorityRisesEveryMs
}

/** [SW-22] Longest idle first. */
const byIdleTime = (candidates: readonly Operator[], free: ReadonlySet<OperatorId>): Operator[] =>
  candidates
    .filter(({ id }) => free.has(id))
    .sort((a, b) => a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1))

function firstFree(line: Operator[], free: ReadonlySet<OperatorId>): Operator | undefined {
  while (line[0] && !free.has(line[0].id)) line.shift()
  return line[0]
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
