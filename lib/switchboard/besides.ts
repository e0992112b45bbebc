import type { Board, InCall, Offer } from './board.ts'
import { shownOnStage } from './stage.ts'
import { supervisorIdentity } from './supervision.ts'
import {
  type BesidesAtDesk,
  type BesidesAtTotem,
  type ColleagueAtDesk,
  type ColleagueAtTotem,
  consultRoomName,
  deskIdentity,
  type OperatorAtTotem,
  type SupervisorInCall,
} from './views.ts'

/** An operator as the others in a call know them. */
export function operatorInCall(board: Board, offer: Offer): OperatorAtTotem {
  const settings = board.settings.operators.get(offer.operatorId)
  return {
    displayName: settings?.displayName ?? '',
    officeName: settings?.officeName ?? '',
    identity: deskIdentity(offer.id),
    channels: offer.channels,
  }
}

/** What the totem may know of a call in hand beside its operator: never why it holds, nor who is being asked. */
export const besidesAtTotem = (board: Board, call: InCall): BesidesAtTotem => ({
  hold: call.hold && {
    stage: call.hold.stage === 'lapsed' ? 'lapsed' : 'held',
    since: call.hold.since,
  },
  colleague: colleagueAtTotem(board, call),
  supervisor: supervisorInCall(call),
  stage: shownOnStage(call),
})

function colleagueAtTotem(board: Board, { second }: InCall): ColleagueAtTotem | null {
  const offer = second && board.offers.get(second.offerId)
  if (!offer || (second.stage !== 'joining' && second.stage !== 'beside')) return null
  return {
    offerId: offer.id,
    stage: second.stage,
    aim: second.stage === 'joining' ? second.aim : 'stay',
    operator: operatorInCall(board, offer),
    isLost: second.stage === 'beside' && second.lost !== null,
  }
}

export const supervisorInCall = ({ id, supervision }: InCall): SupervisorInCall | null =>
  supervision && {
    displayName: supervision.displayName,
    as: supervision.as,
    identity: supervisorIdentity(id, supervision),
  }

/** What the desk that has the call may know of it. */
export const besidesAtDesk = (board: Board, call: InCall): BesidesAtDesk => ({
  hold: call.hold,
  colleague: secondAtDesk(board, call),
  supervisor: supervisorInCall(call),
  stage: shownOnStage(call),
})

function secondAtDesk(board: Board, { second }: InCall): ColleagueAtDesk | null {
  const offer = second && board.offers.get(second.offerId)
  if (!offer) return null
  const known = { part: 'second', operator: operatorInCall(board, offer) } as const
  const room =
    second.stage === 'ringing' || second.stage === 'consulting'
      ? { name: consultRoomName(offer.id), media: second.room.kind }
      : null
  switch (second.stage) {
    case 'ringing': {
      const until = offer.state === 'ringing' ? offer.expiresAt : null
      return { ...known, stage: 'ringing', room, until, isLost: false }
    }
    case 'consulting':
      return { ...known, stage: 'consulting', room, until: second.endsAt, isLost: second.lost !== null }
    case 'joining':
      return { ...known, stage: 'joining', room, until: second.deadline, isLost: false }
    case 'beside':
      return { ...known, stage: 'beside', room, until: null, isLost: second.lost !== null }
  }
}
