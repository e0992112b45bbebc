import { operatorInCall, supervisorInCall } from './besides.ts'
import type { Board, Call, InCall } from './board.ts'
import { guestsIn } from './guest-view.ts'
import type { CallId, EpochMs, OfferId, OperatorId } from './ids.ts'
import { isSigned } from './is-signed.ts'
import { type OperatorAtTotem, roomName, type SupervisionView, totemIdentity } from './views.ts'

/** What this supervisor may know of a call: only while they are in it, and so announced. */
export function supervisionView(
  board: Board,
  callId: CallId,
  supervisorId: OperatorId,
  now: EpochMs,
): SupervisionView {
  const call = board.calls.get(callId)
  const isTheirs = call?.state === 'in_call' && call.supervision?.supervisorId === supervisorId
  return { audience: 'supervision', serverNow: now, call: isTheirs ? supervised(board, call) : null }
}

function supervised(board: Board, call: InCall): SupervisionView['call'] {
  const supervisor = supervisorInCall(call)
  if (!supervisor) return null
  const isTakenOver = call.second?.stage === 'joining' && call.second.aim === 'take_over'
  return {
    id: call.id,
    as: supervisor.as,
    totemName: board.settings.totems.get(call.totemId)?.name ?? '',
    serviceTitle: board.settings.services.get(call.service)?.title ?? call.service,
    room: { name: roomName(call.id), media: call.media.kind },
    identity: supervisor.identity,
    visitorIdentity: totemIdentity(call.id),
    operators: operatorsTalking(board, call),
    guests: guestsIn(call),
    isSigned: isSigned(call.needs.mode, guestsIn(call)),
    isOnHold: call.hold !== null && !isTakenOver,
  }
}

/** Those who talk to the visitor now, the one who has the call first. */
export const operatorsTalking = (board: Board, call: Call): OperatorAtTotem[] =>
  talking(call).flatMap((id) => {
    const offer = board.offers.get(id)
    return offer ? [operatorInCall(board, offer)] : []
  })

function talking(call: Call): OfferId[] {
  if (call.state === 'connecting') return [call.offerId]
  if (call.state !== 'in_call') return []
  const { offerId, second } = call
  if (second?.stage === 'beside') return [offerId, second.offerId]
  if (second?.stage === 'joining') {
    return second.aim === 'stay' ? [offerId, second.offerId] : [second.offerId]
  }
  return [offerId]
}
