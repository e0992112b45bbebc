import type { InCall } from './board.ts'
import type { Due } from './deadlines.ts'
import { endSecond } from './engagement.ts'
import { hasRoom } from './has-room.ts'
import { lapseHold, recallHold } from './hold.ts'
import { consultRoomAway, type Second } from './second.ts'
import { endSupervision } from './supervision.ts'

/** What happens by itself in a call beside its own deadlines: holds, colleagues and supervisors come to an end. */
export function inCallDues(call: InCall): Due[] {
  const list: Due[] = []
  const { hold, second, supervision } = call
  // While a colleague is asked, the consultation's own limits count.
  if (hold && !second && hold.stage !== 'lapsed') {
    list.push({ at: hold.endsAt, happen: (draft) => lapseHold(draft, call, hold) })
    if (hold.stage === 'held') {
      list.push({ at: hold.recallAt, happen: (draft) => recallHold(draft, call, hold) })
    }
  }
  if (second) list.push(...secondDues(call, second))
  if (supervision) {
    list.push({ at: supervision.leaseEndsAt, happen: (draft) => void endSupervision(draft, call) })
  }
  return list
}

function secondDues(call: InCall, second: Second): Due[] {
  switch (second.stage) {
    case 'ringing': // the ring itself is the offer's
      return roomDues(call, second)
    case 'consulting':
      return [
        ...roomDues(call, second),
        { at: second.endsAt, happen: (draft) => void endSecond(draft, call, 'completed') },
        ...lostDues(call, second),
      ]
    case 'joining': {
      if (!hasRoom(call)) return []
      // [SW-152] Not met in time: the second's devices are in doubt, unless it was the totem that was gone.
      const outcome = call.lost.totem === null ? 'media_failed' : 'completed'
      return [{ at: second.deadline, happen: (draft) => void endSecond(draft, call, outcome) }]
    }
    case 'beside':
      return lostDues(call, second)
  }
}

/** [SW-405] It is opened by the media server that the call's own room is away with. */
const roomDues = (call: InCall, { room }: Extract<Second, { stage: 'ringing' | 'consulting' }>): Due[] =>
  room.kind === 'opening' && hasRoom(call)
    ? [{ at: room.deadline, happen: (draft) => consultRoomAway(draft, call) }]
    : []

const lostDues = (call: InCall, { lost }: Extract<Second, { stage: 'consulting' | 'beside' }>): Due[] =>
  lost === null || !hasRoom(call)
    ? []
    : [{ at: lost, happen: (draft) => void endSecond(draft, call, 'lost') }]
