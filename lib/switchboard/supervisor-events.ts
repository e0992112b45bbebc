import type { InCall } from './board.ts'
import { type Draft, setInCall } from './draft.ts'
import type { Refusal, SupervisorEvent } from './events.ts'
import { plus } from './ids.ts'
import { endSupervision, type Supervision } from './supervision.ts'

/** What a supervisor does to a call. Null: accepted. */
export function applySupervisorEvent(draft: Draft, event: SupervisorEvent): Refusal | null {
  const call = draft.calls.get(event.callId)
  if (!call) return 'call-unknown'
  if (call.state === 'over') return 'call-over'
  if (call.state !== 'in_call') return event.type === 'supervisorLeft' ? null : 'not-in-call'
  const { supervision } = call
  const isTheirs = supervision?.supervisorId === event.supervisorId
  switch (event.type) {
    case 'listeningStarted':
      return enter(draft, call, event, 'listening')
    case 'supervisorJoined':
      return enter(draft, call, event, 'third')
    case 'supervisionRenewed':
      return isTheirs ? renew(draft, call, supervision) : 'not-supervising'
    case 'supervisorLeft':
      // Whoever is not there has left.
      if (isTheirs) endSupervision(draft, call)
      return null
  }
}

/** [SW-160] [SW-161] [SW-162] One supervisor at a time, and only as the body allows. */
function enter(
  draft: Draft,
  call: InCall,
  { supervisorId, displayName }: { supervisorId: Supervision['supervisorId']; displayName: string },
  as: Supervision['as'],
): Refusal | null {
  const { supervision } = call
  if (as === 'listening' && !draft.settings.listeningAllowed) return 'listening-off'
  if (supervision && supervision.supervisorId !== supervisorId) return 'supervised-already'
  if (supervision?.as === as) return renew(draft, call, supervision)
  const { now, rules } = draft
  // [SW-270] Another identity, and another visit.
  const left = endSupervision(draft, call)
  const leaseEndsAt = plus(now, rules.supervisionLeaseMs)
  setInCall(draft, left, { supervision: { supervisorId, displayName, as, since: now, leaseEndsAt } })
  draft.facts.push({ type: 'supervisionStarted', callId: call.id, supervisorId, as })
  return null
}

/** A listener is not renewed once the body no longer allows listening: the lease ends it. */
function renew(draft: Draft, call: InCall, supervision: Supervision): Refusal | null {
  if (supervision.as === 'listening' && !draft.settings.listeningAllowed) return 'listening-off'
  const leaseEndsAt = plus(draft.now, draft.rules.supervisionLeaseMs)
  setInCall(draft, call, { supervision: { ...supervision, leaseEndsAt } })
  return null
}
