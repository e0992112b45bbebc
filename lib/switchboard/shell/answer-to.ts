import type { Result } from '../../http/refusals.ts'
import type { BoardEvent, Refusal, Step } from '../events.ts'
import type { EpochMs } from '../ids.ts'
import { nextSteps } from '../next-steps.ts'

/** What the caller of an accepted command needs to go on; views say everything else. */
export type CommandValue = { callId: string } | { epoch: number } | Record<string, never>

/** The answer to the command that `event` came from: its value, or the refusal with what its screen needs. */
export function answerTo(event: BoardEvent, step: Step, now: EpochMs): Result<CommandValue, Refusal> {
  if (step.refusal) return { ok: false, refusal: step.refusal, detail: detailOf(event, step, now) }
  switch (event.type) {
    case 'callPlaced':
      return { ok: true, value: { callId: event.callId } }
    case 'callbackRequested':
      return { ok: true, value: { callId: event.callbackId } }
    case 'totemPageOpened':
      return { ok: true, value: { epoch: step.board.totems.get(event.totemId)?.epoch ?? 0 } }
    case 'deskOpened':
      return { ok: true, value: { epoch: step.board.operators.get(event.operatorId)?.desk.epoch ?? 0 } }
    default:
      return { ok: true, value: {} }
  }
}

/** [SW-94] What was not taken on comes with what its visitor can do instead. */
function detailOf(event: BoardEvent, { board, refusal }: Step, now: EpochMs) {
  if (event.type === 'callbackRequested') return { phone: board.settings.phone }
  if (event.type !== 'callPlaced' || !refusal) return {}
  return { nextSteps: nextSteps(board, event.totemId, event, refusal, now) }
}
