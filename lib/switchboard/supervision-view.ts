import { operatorInCall, supervisorInCall } from './besides.ts'
import type { Board, InCall } from './board.ts'
import type { CallId, EpochMs, OperatorId } from './ids.ts'
import { roomName, type SupervisionView, totemIdentity } from './views.ts'

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
    operators: talking(call).flatMap((id) => {
      const offer = board.offers.get(id)
      return offer ? [operatorInCall(board, offer)] : []
    }),
    isOnHold: call.hold !== null && !isTakenOver,
  }
}

function talking({ offerId, second }: InCall) {
  if (second?.stage === 'beside') return [offerId, second.offerId]
  if (second?.stage === 'joining') {
    return second.aim === 'stay' ? [offerId, second.offerId] : [second.offerId]
  }
  return [offerId]
}
