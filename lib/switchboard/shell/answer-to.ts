import type { Result } from '../../http/refusals.ts'
import type { BoardEvent, Refusal, Step } from '../events.ts'
import type { EpochMs } from '../ids.ts'
import { totemView } from '../totem-view.ts'

/** What the caller of an accepted command needs to go on; views say everything else. */
export type CommandValue = { callId: string } | { epoch: number } | Record<string, never>

/** The answer to the command that `event` came from: its value, or the refusal with what its screen needs. */
export function answerTo(event: BoardEvent, step: Step, now: EpochMs): Result<CommandValue, Refusal> {
  if (step.refusal) return { ok: false, refusal: step.refusal, detail: nextStep(event, step, now) }
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

/** What was not taken on comes with a phone number and, where known, when a call may be placed. */
function nextStep(event: BoardEvent, { board }: Step, now: EpochMs) {
  if (event.type === 'callbackRequested') return { phone: board.settings.phone }
  if (event.type !== 'callPlaced') return {}
  const callable = totemView(board, event.totemId, event.epoch, now).callable[event.service]
  return { phone: board.settings.phone, opensAt: callable?.kind === 'no' ? callable.opensAt : null }
}
