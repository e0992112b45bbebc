import type { Board, Call, Wait, WaitingBecause } from './board.ts'
import { type CallPlace, isPlaceOpen, placeClosesAt } from './closing.ts'
import { type EpochMs, plus } from './ids.ts'
import { NOTHING_CHANGED } from './needs.ts'
import { asked, quiet } from './still-here.ts'

/** The part of a board or draft that a wait is made from. */
type Place = Pick<Board, 'settings'>

/** Where and about what a call waits. */
interface Waiting extends CallPlace {
  callback: Call['callback']
}

/** A call begins to wait. Nobody stands at a totem for a callback, and it has an end of its own. */
export function newWait(place: Place, waiting: Waiting, now: EpochMs): Wait {
  const { callback } = waiting
  return {
    servedUntil: callback ? null : servedUntil(place, waiting, now),
    overflow: NOTHING_CHANGED,
    stillHere: callback ? { kind: 'quiet', askAt: null } : quiet(place.settings.rules, now),
  }
}

/**
 * A call that had been answered waits again: its wishes are new. What overflow did stays, unless it was sent
 * on to where nobody has looked for it yet.
 */
export const waitAnew = (place: Place, call: Call, because: WaitingBecause, now: EpochMs): Wait => {
  const wait = newWait(place, call, now)
  return because === 'transferred' ? wait : { ...wait, overflow: call.wait.overflow }
}

/**
 * A call whose ring led nowhere goes on waiting. [SW-110] The visitor was not asked while it rang: if it is
 * time, or a question had been on the screen before, they have the whole time to answer from now on.
 */
export function goOnWaiting({ settings }: Place, { wait }: Call, now: EpochMs): Wait {
  const { stillHere } = wait
  const isTime = stillHere.kind === 'asked' || (stillHere.askAt !== null && stillHere.askAt <= now)
  return isTime ? { ...wait, stillHere: asked(settings.rules, now) } : wait
}

/**
 * [SW-112] The grace after the closing of totem, service or body, whichever is first. A call that waits after
 * closing, because it was answered before, has the grace from now. Null: no closing is known.
 */
export function servedUntil({ settings }: Place, place: CallPlace, now: EpochMs): EpochMs | null {
  const { closingGraceMs } = settings.rules
  if (!isPlaceOpen(settings, place, now)) return plus(now, closingGraceMs)
  const closes = placeClosesAt(settings, place, now)
  return closes === null ? null : plus(closes, closingGraceMs)
}
