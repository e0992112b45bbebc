import { operatorInCall, supervisorInCall } from './besides.ts'
import type { Board, InCall, Offer } from './board.ts'
import type { Second } from './second.ts'
import { shownOnStage } from './stage.ts'
import { consultRoomName, type DeskConsult, type DeskOffer, type DeskWork, deskIdentity } from './views.ts'

/**
 * What the desk that was called into a call may know: of the visitor as much as helps to answer, and their
 * room only once it is to go there.
 */
export function secondWork(
  board: Board,
  { call, second }: { call: InCall; second: Second },
  offer: Offer,
  shown: DeskOffer,
): DeskWork | null {
  const first = board.offers.get(call.offerId)
  if (!first) return null
  const { lost } = call
  switch (second.stage) {
    case 'ringing': {
      if (offer.state !== 'ringing') return null
      const { offeredAt, expiresAt } = offer
      return {
        kind: 'consult_ringing',
        consult: consultOf(board, call, second, offer, first, shown),
        offeredAt,
        expiresAt,
      }
    }
    case 'consulting': {
      const consult = consultOf(board, call, second, offer, first, shown)
      return { kind: 'consulting', consult, endsAt: second.endsAt, isLost: second.lost !== null }
    }
    case 'joining':
      return {
        kind: 'joining',
        offer: shown,
        aim: second.aim,
        first: operatorInCall(board, first),
        deadline: second.deadline,
        isVisitorLost: lost.totem !== null,
        supervisor: supervisorInCall(call),
      }
    case 'beside':
      return {
        kind: 'in_call',
        offer: shown,
        connectedAt: second.since,
        lost: { totem: lost.totem, desk: second.lost },
        hold: null,
        colleague: {
          part: 'first',
          stage: 'beside',
          operator: operatorInCall(board, first),
          room: null,
          until: null,
          isLost: lost.desk !== null,
        },
        supervisor: supervisorInCall(call),
        stage: shownOnStage(call),
      }
  }
}

const consultOf = (
  board: Board,
  call: InCall,
  { note, room }: Extract<Second, { stage: 'ringing' | 'consulting' }>,
  offer: Offer,
  first: Offer,
  { totemName, service, serviceTitle, needs }: DeskOffer,
): DeskConsult => ({
  offerId: offer.id,
  callId: call.id,
  totemName,
  service,
  serviceTitle,
  needs,
  note,
  from: operatorInCall(board, first),
  room: { name: consultRoomName(offer.id), media: room.kind },
  identity: deskIdentity(offer.id),
  channels: offer.channels,
  isFromLost: call.lost.desk !== null,
})
