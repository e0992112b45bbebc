import { type Board, BREAK_REASONS, type Intent } from '../../board.ts'
import type { IntentOverruled, SupervisorEvent } from '../../events.ts'
import { operatorId } from '../../ids.ts'
import { anyCall, anyOperator } from './any-of.ts'
import type { Random } from './random.ts'

const SUPERVISORS = [operatorId('sofia'), operatorId('dario')] as const
const INTENTS: readonly Intent[] = ['available', 'on_break', 'off_duty']

/** What one of two supervisors might do: in a call, or about an operator. */
export function randomSupervisorEvent(board: Board, random: Random): SupervisorEvent | IntentOverruled {
  if (random.chance(0.2)) return overruled(board, random)
  const inCall = [...board.calls.values()].filter(({ state }) => state === 'in_call')
  const call = inCall.length > 0 && random.chance(0.9) ? random.pick(inCall).id : anyCall(board, random)
  const of = { callId: call, supervisorId: random.pick(SUPERVISORS) }
  return random.pick<SupervisorEvent>([
    { type: 'listeningStarted', ...of, displayName: of.supervisorId },
    { type: 'listeningStarted', ...of, displayName: of.supervisorId },
    { type: 'supervisorJoined', ...of, displayName: of.supervisorId },
    { type: 'supervisionRenewed', ...of },
    { type: 'supervisionRenewed', ...of },
    { type: 'supervisorLeft', ...of },
  ])
}

/** By a picture that may be older than what the operator has said since. */
function overruled(board: Board, random: Random): IntentOverruled {
  const id = anyOperator(board, random)
  const seen = board.operators.get(id)?.intent ?? 'off_duty'
  const intent = random.chance(0.5) ? 'available' : random.pick(INTENTS)
  const decided = {
    type: 'intentOverruled' as const,
    operatorId: id,
    by: random.pick(SUPERVISORS),
    expected: random.chance(0.8) ? seen : random.pick(INTENTS),
    intent,
  }
  return intent === 'on_break' && random.chance(0.5)
    ? { ...decided, reason: random.pick(BREAK_REASONS) }
    : decided
}
