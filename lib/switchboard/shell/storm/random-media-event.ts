import type { Board, Call } from '../../board.ts'
import type { MediaEvent } from '../../events.ts'
import { anyCall, anyOffer } from './any-of.ts'
import type { Random } from './random.ts'

/** What the media server might say of the rooms. */
export function randomMediaEvent(board: Board, random: Random): MediaEvent {
  const calls = [...board.calls.values()]
  const closed = calls.find(({ media }) => media.kind === 'opening' || media.kind === 'away')
  if (closed && random.chance(0.8)) return { type: 'roomOpened', callId: closed.id }
  const shared = calls.filter((call) => secondIn(call) !== null)
  if (shared.length > 0 && random.chance(0.6)) return ofSecond(random.pick(shared), random)
  const callId = anyCall(board, random)
  const end = random.pick(['totem', 'desk'] as const)
  return random.pick<MediaEvent>([
    { type: 'roomOpened', callId },
    { type: 'roomFailed', callId },
    { type: 'roomLost', callId },
    { type: 'endGone', callId, end },
    { type: 'endSeen', callId, end },
    { type: 'endSeen', callId, end },
    { type: 'consultRoomOpened', callId, offerId: anyOffer(board, random) },
    { type: 'consultRoomFailed', callId, offerId: anyOffer(board, random) },
    { type: 'secondGone', callId, offerId: anyOffer(board, random) },
    { type: 'secondSeen', callId, offerId: anyOffer(board, random) },
  ])
}

const secondIn = (call: Call) => (call.state === 'in_call' ? call.second : null)

/** Of an operator who was called in, and of the room that they are in. */
function ofSecond(call: Call, random: Random): MediaEvent {
  const second = secondIn(call)
  if (!second) return { type: 'endSeen', callId: call.id, end: 'desk' }
  const of = { callId: call.id, offerId: second.offerId }
  if ('room' in second && second.room.kind === 'opening' && random.chance(0.9)) {
    return { type: 'consultRoomOpened', ...of }
  }
  return random.pick<MediaEvent>([
    { type: 'consultRoomFailed', ...of },
    { type: 'secondGone', ...of },
    { type: 'secondSeen', ...of },
    { type: 'secondSeen', ...of },
  ])
}
