import type { Board, Call } from './board.ts'
import { lastAdmissions } from './closing-soon.ts'
import { dues } from './deadlines.ts'
import { type EpochMs, epochMs, plus } from './ids.ts'
import { wishesOf } from './needs.ts'
import { nextBoundary } from './opening.ts'
import { nextStepAt } from './overflow.ts'
import { wordsDue } from './show-waits.ts'

/**
 * When this board next needs a transition by itself: a deadline, a lease end, or an instant that
 * lets a waiting call be matched or an audience's view change. Null: not before the next event.
 */
export function nextDueAt(board: Board, now: EpochMs): EpochMs | null {
  const instants = [...dues(board).map((due) => due.at), ...wakeUps(board, now)]
  return instants.length === 0 ? null : epochMs(Math.min(...instants))
}

/** Instants that change what may be matched or shown without being a deadline. */
function wakeUps(board: Board, now: EpochMs): EpochMs[] {
  const list: EpochMs[] = []
  const waiting = [...board.calls.values()].filter((call) => call.state === 'waiting')
  if (waiting.length > 0) {
    for (const { readyAt } of board.operators.values()) list.push(readyAt)
    for (const { exclusions } of waiting) for (const { until } of exclusions) list.push(until)
    for (const { callback } of waiting) if (callback) list.push(callback.notBefore)
    for (const call of waiting) list.push(...relaxations(board, call))
  }
  for (const call of board.calls.values()) if (call.state === 'over') list.push(call.forgetAt)
  for (const { opening } of [...board.settings.totems.values(), ...board.settings.services.values()]) {
    const boundary = nextBoundary(opening, now)
    if (boundary !== null) list.push(boundary)
  }
  list.push(...wordsDue(board, now), ...lastAdmissions(board, now))
  for (const { closesAt, opensAt } of board.settings.closures) list.push(closesAt, opensAt)
  return list.filter((at) => at > now)
}

/** [SW-101] [SW-104] [SW-107] When a waiting call comes to ask for less. */
function relaxations({ settings }: Board, call: Call): EpochMs[] {
  const list = wishesOf(settings, call).map(({ afterMs }) => plus(call.waitingSince, afterMs))
  if (call.preferred) list.push(call.preferred.until)
  const step = nextStepAt(settings, call)
  return step === null ? list : [...list, step]
}
