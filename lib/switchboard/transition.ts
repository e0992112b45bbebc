import type { Board } from './board.ts'
import { applyDeskEvent } from './desk-events.ts'
import { type Draft, draftOf, finish } from './draft.ts'
import { rosterNow } from './duty.ts'
import type { BoardEvent, DeskEvent, MediaEvent, Refusal, Step, TotemEvent } from './events.ts'
import { learn } from './experience.ts'
import { expireDue, forgetOver } from './expire-due.ts'
import { applyGuestEvent } from './guests.ts'
import type { EpochMs } from './ids.ts'
import { overruleIntent } from './intent.ts'
import { match } from './match.ts'
import { applyMediaEvent } from './media-events.ts'
import { noteOccupations } from './occupation.ts'
import { overflow } from './overflow.ts'
import { rememberWords, showWaits } from './show-waits.ts'
import { applySupervisorEvent } from './supervisor-events.ts'
import { applyTotemEvent } from './totem-events.ts'

/**
 * Decides the next board and what the shell must do. Pure: board, event and time in; board, effects,
 * facts and refusal out.
 *
 * Always in this order: what was due happens, then the event, then overflow, then matching. So a late
 * answer finds its offer expired, and no event leaves a call waiting for an operator who is free.
 *
 * @param now the database's clock after the body's lock was taken; never earlier than the last one
 */
export function transition(board: Board, event: BoardEvent, now: EpochMs): Step {
  const draft = draftOf(board, now)
  forgetOver(draft)
  expireDue(draft)
  const refusal = apply(draft, event)
  const roster = rosterNow(draft, now)
  overflow(draft, roster)
  match(draft, roster)
  noteOccupations(board, draft)
  learn(board, draft)
  const words = showWaits(draft)
  const step = finish(draft, refusal)
  rememberWords(step.board, words)
  return step
}

function apply(draft: Draft, event: BoardEvent): Refusal | null {
  if (event.type === 'clockTicked') return null
  if ('visitHash' in event) return applyGuestEvent(draft, event)
  if ('supervisorId' in event) return applySupervisorEvent(draft, event)
  if (event.type === 'intentOverruled') return overruleIntent(draft, event)
  if (isMediaEvent(event)) return applyMediaEvent(draft, event)
  if (isDeskEvent(event)) return applyDeskEvent(draft, event)
  return applyTotemEvent(draft, event)
}

const isDeskEvent = (event: DeskEvent | TotemEvent): event is DeskEvent => 'operatorId' in event

const isMediaEvent = (event: DeskEvent | TotemEvent | MediaEvent): event is MediaEvent =>
  event.type === 'consultRoomOpened' ||
  event.type === 'consultRoomFailed' ||
  event.type === 'secondSeen' ||
  event.type === 'secondGone' ||
  event.type === 'roomOpened' ||
  event.type === 'roomFailed' ||
  event.type === 'roomLost' ||
  event.type === 'endSeen' ||
  event.type === 'endGone'
