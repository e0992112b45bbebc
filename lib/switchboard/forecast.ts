import type { Board, Operator } from './board.ts'
import { fits, isOnDuty } from './eligibility.ts'
import { isCold, paceOf } from './experience.ts'
import type { CallId, EpochMs, OperatorId } from './ids.ts'
import { queueOf } from './match.ts'
import { type Demand, demandKey } from './needs.ts'
import { aloneInLine, oneMoreAhead, type Pace, type WaitEstimate } from './wait-estimate.ts'

/** The part of a board or draft that a forecast looks at. */
type Foreseen = Pick<Board, 'settings' | 'operators' | 'calls' | 'experience'>

/** What can be said of a wait before it is over. */
export type Forecast =
  /** Somebody who can take the call has nothing to do: it rings at once. */
  | { kind: 'now' }
  | { kind: 'wait'; estimate: WaitEstimate }
  /** Nobody on duty could take it, or too little is known yet: only the place can be said. */
  | { kind: 'unknown' }

/** The waits of one body at one moment. */
export interface Forecasts {
  /** Of a call that holds a place in the queue. */
  of(id: CallId): Forecast
  /** Of a call that would be placed now. */
  ofNewcomer(demand: Demand): Forecast
}

/** Calls that ask for the same, and the wait behind those of them and of others that the walk has passed. */
interface Line {
  able: ReadonlyMap<OperatorId, Operator>
  ahead: number
  estimate: WaitEstimate
}

/**
 * [SW-172] Foresees every wait in one walk along the queue. For a call, the operators that count are those on
 * duty who fit, busy or not; the calls ahead that count are those that one of these operators could take. One
 * that others could take as well counts by the part of its operators that are mine.
 */
export function forecastsOf(board: Foreseen, now: EpochMs): Forecasts {
  const pace = paceOf(board.experience, board.settings.rules)
  const isKnown = !isCold(board.experience)
  const lines = new Map<string, Line>()
  const passed = new Map<Line, number>()
  const forecasts = new Map<CallId, Forecast>()

  const lineFor = (demand: Demand): Line => {
    const key = demandKey(demand)
    const known = lines.get(key)
    if (known) return known
    const able = ableTo(board, demand, now)
    const line = { able, ahead: 0, estimate: aloneInLine(able.size, pace) }
    for (const [other, calls] of passed) for (let n = 0; n < calls; n++) stepBehind(line, other, pace)
    lines.set(key, line)
    return line
  }
  const waitIn = ({ able, estimate }: Line): Forecast =>
    able.size > 0 && isKnown ? { kind: 'wait', estimate } : { kind: 'unknown' }

  for (const call of queueOf(board.calls.values(), now, board.settings.rules)) {
    if (call.state === 'offered') {
      // It has its operator already, and is ahead of nobody.
      forecasts.set(call.id, { kind: 'now' })
      continue
    }
    const own = lineFor(call)
    forecasts.set(call.id, waitIn(own))
    for (const line of lines.values()) stepBehind(line, own, pace)
    passed.set(own, (passed.get(own) ?? 0) + 1)
  }

  return {
    of: (id) => forecasts.get(id) ?? { kind: 'unknown' },
    ofNewcomer(demand) {
      const line = lineFor(demand)
      const rings = [...line.able.values()].some(
        // Within the ready guard nobody is rung, but it is over in a moment, and nobody is before this call.
        ({ work, readyAt }) => work.kind === 'idle' && (readyAt <= now || line.ahead === 0),
      )
      return rings ? { kind: 'now' } : waitIn(line)
    },
  }
}

/**
 * The same of a board that is finished: foreseen once for all who ask, such as every service on every totem's
 * screen.
 */
export function forecastsOfBoard(board: Board, now: EpochMs): Forecasts {
  const known = foreseen.get(board)
  if (known?.now === now) return known.forecasts
  const forecasts = forecastsOf(board, now)
  rememberForecasts(board, now, forecasts)
  return forecasts
}

/** These are the forecasts of a board that is finished. */
export function rememberForecasts(board: Board, now: EpochMs, forecasts: Forecasts): void {
  foreseen.set(board, { now, forecasts })
}

/** A board never changes, so what it foretells at an instant does not either. */
const foreseen = new WeakMap<Board, { now: EpochMs; forecasts: Forecasts }>()

const ableTo = (board: Foreseen, demand: Demand, now: EpochMs): ReadonlyMap<OperatorId, Operator> =>
  new Map([...board.operators].filter(([, one]) => isOnDuty(board, one, now) && fits(board, one, demand)))

/** One more call, of the line `other`, is ahead of whoever comes next in `line`. */
function stepBehind(line: Line, other: Line, pace: Pace): void {
  const share = line === other ? 1 : shareOf(other.able, line.able)
  if (share === 0 || line.able.size === 0) return
  line.ahead += share
  line.estimate = oneMoreAhead(line.estimate, line.ahead, share, line.able.size, pace)
}

/** The part of `theirs` that is among `mine` too. */
function shareOf(theirs: Line['able'], mine: Line['able']): number {
  if (theirs.size === 0) return 0
  let shared = 0
  for (const id of theirs.keys()) if (mine.has(id)) shared += 1
  return shared / theirs.size
}
