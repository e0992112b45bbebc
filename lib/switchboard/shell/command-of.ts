import { readIdempotencyKey } from '../../http/idempotency-key.ts'
import type { DeskEvent, GuestEvent, IntentOverruled, SupervisorEvent, TotemEvent } from '../events.ts'
import type { BodyId, OperatorId, TotemId } from '../ids.ts'
import type { Command } from './run-command.ts'
import type { GuestPageId } from './switchboard.ts'

/** A command of a totem's page, repeatable under the key of its request. @throws Malformed */
export const totemCommand = (
  request: Request,
  { bodyId, totemId }: { bodyId: BodyId; totemId: TotemId },
  event: TotemEvent,
): Command => ({
  bodyId,
  event,
  repeatable: { caller: `totem ${totemId}`, key: readIdempotencyKey(request) },
})

/** A command of an operator's desk page, repeatable under the key of its request. @throws Malformed */
export const deskCommand = (
  request: Request,
  { bodyId, operatorId }: { bodyId: BodyId; operatorId: OperatorId },
  event: DeskEvent,
): Command => ({
  bodyId,
  event,
  repeatable: { caller: `operator ${operatorId}`, key: readIdempotencyKey(request) },
})

/** A command of a supervisor about others, repeatable under the key of its request. @throws Malformed */
export const supervisorCommand = (
  request: Request,
  { bodyId, supervisorId }: { bodyId: BodyId; supervisorId: OperatorId },
  event: IntentOverruled | SupervisorEvent,
): Command => ({
  bodyId,
  event,
  repeatable: { caller: `supervisor ${supervisorId}`, key: readIdempotencyKey(request) },
})

/** A command of somebody invited, repeatable under the key of its request. @throws Malformed */
export const guestCommand = (
  request: Request,
  { bodyId, callId, guestId, visitHash }: GuestPageId,
  event: { type: 'guestArrived'; inviteHash: string } | { type: 'guestRenewed' } | { type: 'guestLeft' },
): Command => ({
  bodyId,
  event: { ...event, callId, guestId, visitHash } satisfies GuestEvent,
  repeatable: { caller: `guest ${guestId}`, key: readIdempotencyKey(request) },
})
