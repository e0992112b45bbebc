import { supervisorInCall } from './besides.ts'
import type { Board, Call } from './board.ts'
import { admittedTo, type Guest, guestIdentity, refusalOf } from './guests.ts'
import type { CallId, EpochMs, GuestId } from './ids.ts'
import { isSigned } from './is-signed.ts'
import { operatorsTalking } from './supervision-view.ts'
import { type GuestInCall, type GuestStage, type GuestView, roomName, totemIdentity } from './views.ts'

/**
 * What somebody invited may know: before they are let in, who invites them; then who is in the call; afterwards
 * only that and why it is over for them.
 * @param visitHash of what their browser was given; any other is a stranger's
 */
export function guestView(
  board: Board,
  { callId, guestId, visitHash }: { callId: CallId; guestId: GuestId; visitHash: string },
  now: EpochMs,
): GuestView {
  const call = board.calls.get(callId)
  const guest = call?.guests.find(({ id }) => id === guestId)
  const isTheirs = guest && guest.state !== 'invited' && guest.visitHash === visitHash
  return {
    audience: 'guest',
    serverNow: now,
    bodyName: board.settings.bodyName,
    guest: isTheirs ? { as: guest.as, name: guest.name } : null,
    stage: call && isTheirs ? stageOf(board, call, guest) : { kind: 'over', why: 'call-over' },
  }
}

/** What an invite says to whoever opens its link, before anything is used up. */
export function inviteView(board: Board, call: Call, guest: Guest) {
  return {
    bodyName: board.settings.bodyName,
    as: guest.as,
    name: guest.name,
    operator: operatorsTalking(board, call)[0] ?? null,
    serviceTitle: board.settings.services.get(call.service)?.title ?? call.service,
  }
}

function stageOf(board: Board, call: Call, guest: Guest): GuestStage {
  switch (guest.state) {
    case 'over':
      return { kind: 'over', why: refusalOf(guest.outcome) }
    case 'invited':
    case 'at_door':
      return { kind: 'at_door', operator: operatorsTalking(board, call)[0] ?? null }
    case 'admitted':
      return {
        kind: 'admitted',
        room: { name: roomName(call.id), media: call.media.kind },
        identity: guestIdentity(guest.id),
        visitorIdentity: totemIdentity(call.id),
        talk: talkOf(call),
        operators: operatorsTalking(board, call),
        others: guestsIn(call).filter(({ identity }) => identity !== guestIdentity(guest.id)),
        isSigned: isSigned(call.needs.mode, guestsIn(call)),
        supervisor: call.state === 'in_call' ? supervisorInCall(call) : null,
      }
  }
}

function talkOf(call: Call): Extract<GuestStage, { kind: 'admitted' }>['talk'] {
  if (call.state === 'connecting') return 'on'
  if (call.state !== 'in_call') return 'between_operators'
  const isTakenOver = call.second?.stage === 'joining' && call.second.aim === 'take_over'
  return call.hold && !isTakenOver ? 'on_hold' : 'on'
}

/** Those whom an operator has let in, as everybody in the call knows them. */
export const guestsIn = (call: Call): GuestInCall[] =>
  admittedTo(call).map(({ id, as, name }) => ({ identity: guestIdentity(id), as, name }))
