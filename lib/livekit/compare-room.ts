import type { Call, End } from '../switchboard/board.ts'
import { deskIdentity, totemIdentity } from '../switchboard/views.ts'

/** Where a room and the board disagree. */
export interface Disagreement {
  /** In the room, but the board names them nowhere. */
  strangers: readonly string[]
  /** Ends that the board has as lost, but that are in the room. */
  back: readonly End[]
  /** Ends that should be in the room, but are not. */
  missing: readonly End[]
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
  const strangers = [...present].filter((identity) => identity !== totem && identity !== desk)
  if ((call.state !== 'connecting' && call.state !== 'in_call') || desk === null) {
    return { strangers, back: [], missing: [] }
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
  }
}
