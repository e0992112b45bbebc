import type { InCall } from './board.ts'
import { type Draft, setInCall } from './draft.ts'
import type { CallId, EpochMs, OperatorId } from './ids.ts'

/**
 * A supervisor in a call: both ends are told who it is, always.
 * ```
 *   none ──"Ascolta"──▶ listening ──"Entra"──▶ third ──"Esci", page gone 30 s, call moves on──▶ none
 *     └──────────────────"Entra"────────────────▲
 * ```
 */
export interface Supervision {
  /** A staff account with the role of supervisor. */
  supervisorId: OperatorId
  displayName: string
  /** `listening` may send nothing; `third` is seen and heard by everybody. */
  as: 'listening' | 'third'
  since: EpochMs
  /** The supervisor's page renews it. */
  leaseEndsAt: EpochMs
}

/** Who a supervisor is in the call's room: another identity for listening than for talking, and for each visit. */
export const supervisorIdentity = (id: CallId, { as, since }: Supervision): string =>
  `${as === 'listening' ? 'l' : 's'}-${id}.${since}`

/** The supervisor leaves, or is led out. */
export function endSupervision(draft: Draft, call: InCall): InCall {
  const { supervision } = call
  if (!supervision) return call
  const { supervisorId, as } = supervision
  draft.facts.push({ type: 'supervisionOver', callId: call.id, supervisorId, as })
  const identity = supervisorIdentity(call.id, supervision)
  draft.effects.push({ type: 'removeParticipant', callId: call.id, identity })
  return setInCall(draft, call, { supervision: null })
}
