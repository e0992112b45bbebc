import type { Call, End, InCall } from '../switchboard/board.ts'
import { admittedTo, guestIdentity } from '../switchboard/guests.ts'
import type { OfferId } from '../switchboard/ids.ts'
import { supervisorIdentity } from '../switchboard/supervision.ts'
import { consultRoomName, deskIdentity, totemIdentity } from '../switchboard/views.ts'

/** Where a room and the board disagree. */
export interface Disagreement {
  /** In the room, but the board names them nowhere. */
  strangers: readonly string[]
  /** Ends that the board has as lost, but that are in the room. */
  back: readonly End[]
  /** Ends that should be in the room, but are not. */
  missing: readonly End[]
  /** The colleague who talks to the visitor, too, where that has changed. */
  second: { offerId: OfferId; is: 'back' | 'missing' } | null
}

/**
 * Compares who is in a call's room with whom the board names. While the call is connecting an end may
 * not have come yet, so it is missing only if it is said to have left; in the call both had come.
 *
 * @param left who is said to have left since the last comparison
 */
export function compareRoom(
  call: Call,
  present: ReadonlySet<string>,
  left: ReadonlySet<string>,
): Disagreement {
  const totem = totemIdentity(call.id)
  const desk = call.state === 'waiting' || call.state === 'over' ? null : deskIdentity(call.offerId)
  const guests = admittedTo(call).map(({ id }) => guestIdentity(id))
  const others = call.state === 'in_call' ? [...guests, ...othersIn(call)] : guests
  const strangers = [...present].filter(
    (identity) => identity !== totem && identity !== desk && !others.includes(identity),
  )
  if ((call.state !== 'connecting' && call.state !== 'in_call') || desk === null) {
    return { strangers, back: [], missing: [], second: null }
  }
  const ends: [End, string][] = [
    ['totem', totem],
    ['desk', desk],
  ]
  const hadCome = (identity: string) => call.state === 'in_call' || left.has(identity)
  return {
    strangers,
    back: ends.filter(([end, who]) => present.has(who) && call.lost[end] !== null).map(([end]) => end),
    missing: ends
      .filter(([end, who]) => !present.has(who) && call.lost[end] === null && hadCome(who))
      .map(([end]) => end),
    second: call.state === 'in_call' ? secondIn(call, present) : null,
  }
}

/** Whom the board names in the visitor's room beside its two ends. Who only consults is in another room. */
function othersIn({ id, second, supervision }: InCall): string[] {
  const isWithVisitor = second?.stage === 'joining' || second?.stage === 'beside'
  return [
    ...(isWithVisitor ? [deskIdentity(second.offerId)] : []),
    ...(supervision ? [supervisorIdentity(id, supervision)] : []),
  ]
}

function secondIn({ second }: InCall, present: ReadonlySet<string>): Disagreement['second'] {
  if (second?.stage !== 'beside') return null
  const { offerId, lost } = second
  const isThere = present.has(deskIdentity(offerId))
  if (isThere === (lost === null)) return null
  return { offerId, is: isThere ? 'back' : 'missing' }
}

/** The room in which two operators consult about this call, and who belongs there. Null: none. */
export function consultRoomOf(
  call: Call,
): { name: string; isOpen: boolean; members: readonly string[] } | null {
  const second = call.state === 'in_call' ? call.second : null
  if (call.state !== 'in_call' || (second?.stage !== 'ringing' && second?.stage !== 'consulting')) return null
  return {
    name: consultRoomName(second.offerId),
    isOpen: second.room.kind === 'open',
    members: [deskIdentity(call.offerId), deskIdentity(second.offerId)],
  }
}
