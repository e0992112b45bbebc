import type { Board } from '../../board.ts'
import type { BoardEvent } from '../../events.ts'
import type { Random } from './random.ts'
import { randomDeskEvent } from './random-desk-event.ts'
import { randomGuestEvent } from './random-guest.ts'
import { randomMediaEvent } from './random-media-event.ts'
import { randomSupervisorEvent } from './random-supervisor-event.ts'
import { randomTotemEvent } from './random-totem-event.ts'

/**
 * Something that some page or the media server of a body might say next, by a board that may be out of
 * date by the time it is said: late, repeated, fenced-off and impossible events are among them.
 */
export function randomEvent(board: Board, random: Random): BoardEvent {
  const kind = random.below(100)
  if (kind < 49) return randomDeskEvent(board, random)
  if (kind < 77) return randomTotemEvent(board, random)
  if (kind < 91) return randomMediaEvent(board, random)
  if (kind < 96) return randomSupervisorEvent(board, random)
  if (kind < 98) return randomGuestEvent(board, random)
  return { type: 'clockTicked' }
}

/**
 * How each kind of event should come up: `often` in any storm that is long enough to be called one, `now and
 * then` in a long one. A kind that is missing here does not compile.
 */
export const EVENT_KINDS: Record<BoardEvent['type'], 'often' | 'now and then'> = {
  totemPageOpened: 'often',
  totemReturned: 'often',
  callPlaced: 'often',
  totemChannelsDeclared: 'often',
  visitorLeft: 'often',
  visitorStillHere: 'often',
  farewellEnded: 'often',
  totemJoined: 'often',
  totemReceives: 'often',
  totemReceivesSecond: 'often',
  callbackRequested: 'often',
  deskOpened: 'often',
  deskReturned: 'often',
  deskStreamClosed: 'often',
  deskLeft: 'often',
  devicesChecked: 'often',
  intentSet: 'often',
  operatorCameBack: 'often',
  wrapUpSaved: 'often',
  wrapUpExtended: 'often',
  offerAnswered: 'often',
  offerDeclined: 'often',
  operatorHungUp: 'often',
  deskJoined: 'often',
  deskReceives: 'often',
  deskChannelsDeclared: 'often',
  callbackDialled: 'often',
  visitorTicked: 'now and then',
  stageSet: 'often',
  stageTicked: 'now and then',
  callHeld: 'often',
  callResumed: 'now and then',
  callTransferred: 'now and then',
  consultStarted: 'often',
  consultCompleted: 'now and then',
  consultMerged: 'now and then',
  consultReturned: 'now and then',
  guestInvited: 'now and then',
  guestAdmitted: 'now and then',
  guestDismissed: 'now and then',
  guestArrived: 'now and then',
  guestRenewed: 'now and then',
  guestLeft: 'now and then',
  listeningStarted: 'often',
  supervisorJoined: 'now and then',
  supervisionRenewed: 'now and then',
  supervisorLeft: 'now and then',
  intentOverruled: 'often',
  roomOpened: 'often',
  roomFailed: 'often',
  roomLost: 'often',
  endSeen: 'often',
  endGone: 'often',
  consultRoomOpened: 'often',
  consultRoomFailed: 'now and then',
  secondSeen: 'now and then',
  secondGone: 'now and then',
  clockTicked: 'often',
}
