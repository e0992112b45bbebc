import type { Board } from './board.ts'
import { firstFree, rosterNow } from './duty.ts'
import { isCold, paceOf } from './experience.ts'
import { type CallId, type EpochMs, epochMs, type OperatorId } from './ids.ts'
import { type Demand, demandKey } from './needs.ts'
import { TOLD_ALIKE_ABOVE_MS } from './shown-wait.ts'
import {
  aloneInLine,
  manyMoreAhead,
  medianAboveMs,
  oneMoreAhead,
  type WaitEstimate,
} from './wait-estimate.ts'
import { type Demanded, lineOf, type Waiting } from './waiting-line.ts'

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
  /** Visitors who wait for longer than is told apart and have not been told so, as far as anything is known. */
  beyond: readonly Waiting[]
  /** Of a call that would be placed now. */
  ofNewcomer(demand: Demand): Forecast
}

/** Hears of a waiting call and of its wait. */
type Visit = (call: Waiting, estimate: WaitEstimate) => void

/** Calls that the same operators can take, and the wait behind those of them and of others that are ahead. */
interface Line {
  able: ReadonlySet<OperatorId>
  ahead: number
  estimate: WaitEstimate
  /** Its calls, and those of them that the walk has not come to. */
  calls: number
  left: number
  /** The last of its calls that does not wait for longer than is told apart, among those the walk has come to. */
  lastNear: Waiting | null
}

/**
 * [SW-172] Foresees waits in one walk along the queue. For a call, the operators that count are those on
 * duty who fit, busy or not; the calls ahead that count are those that one of these operators could take. One
 * that others could take as well counts by the part of its operators that are mine.
 *
 * The walk ends where all further waits are told alike. What a newcomer has ahead beyond that is added up.
 *
 * @param onNear hears of the calls whose waits are told apart, in order
 */
export function forecastsOf(board: Foreseen, now: EpochMs, onNear: Visit = () => {}): Forecasts {
  const pace = paceOf(board.experience, board.settings.rules)
  const roster = rosterNow(board, now)
  const hasExperience = !isCold(board.experience)
  const { queue, demands } = lineOf(board, now)

  const newLine = (able: Line['able']): Line => ({
    able,
    ahead: 0,
    estimate: aloneInLine(able.size, pace),
    calls: 0,
    left: 0,
    lastNear: null,
  })
  /** So many more calls, of the line `other`, are ahead of whoever comes next in `line`. */
  const stepBehind = (line: Line, other: Line, calls: number): void => {
    const share = line === other ? 1 : roster.shared(other.able, line.able)
    if (share === 0 || calls === 0 || line.able.size === 0) return
    const { estimate, ahead, able } = line
    line.ahead += calls * share
    line.estimate =
      calls === 1
        ? oneMoreAhead(estimate, line.ahead, share, able.size, pace)
        : manyMoreAhead(estimate, { ahead, calls, share }, able.size, pace)
  }
  const isKnown = ({ able }: Line): boolean => able.size > 0 && hasExperience
  const waitIn = (line: Line): Forecast =>
    isKnown(line) ? { kind: 'wait', estimate: line.estimate } : UNKNOWN

  const walk = (isFar: (line: Line) => boolean, visit: (call: Waiting, line: Line) => void) => {
    const lines = new Map<Line['able'], Line>()
    const lineFor = new Map<Demanded, Line>()
    for (const demanded of demands) {
      const able = roster.able(demanded.demand)
      const line = lines.get(able) ?? newLine(able)
      line.calls += demanded.calls
      line.left += demanded.calls
      lines.set(able, line)
      lineFor.set(demanded, line)
    }
    const each = [...lines.values()]
    for (const { call, demanded } of queue) {
      // Whoever rings has an operator already, and is ahead of nobody.
      const own = demanded && lineFor.get(demanded)
      if (!own || call.state !== 'waiting') continue
      if (each.every((line) => line.left === 0 || isFar(line))) break
      if (!isFar(own)) visit(call, own)
      for (const line of each) stepBehind(line, own, 1)
      own.left -= 1
    }
    return { lines, lineFor }
  }
  const near = walk(
    (line) => !isKnown(line) || medianAboveMs(line.estimate) > TOLD_ALIKE_ABOVE_MS,
    (call, line) => {
      line.lastNear = call
      onNear(call, line.estimate)
    },
  )

  /** Behind everybody. */
  const lineOfNewcomer = (demand: Demand): Line => {
    const able = roster.able(demand)
    const walked = near.lines.get(able)
    const line = walked ? { ...walked } : newLine(able)
    for (const other of near.lines.values()) stepBehind(line, other, walked ? other.left : other.calls)
    return line
  }
  const newcomers = new Map<string, Forecast>()
  const foreseeNewcomer = (demand: Demand): Forecast => {
    const line = lineOfNewcomer(demand)
    // Within the ready guard nobody is rung, but it is over in a moment, and nobody is before this call.
    const readyBy = line.ahead === 0 ? epochMs(Number.POSITIVE_INFINITY) : now
    return firstFree(board, line.able, readyBy) ? { kind: 'now' } : waitIn(line)
  }

  return {
    of(id) {
      if (board.calls.get(id)?.state === 'offered') return { kind: 'now' }
      let found: Forecast = UNKNOWN
      walk(
        () => false,
        (call, line) => {
          if (call.id === id) found = waitIn(line)
        },
      )
      return found
    },
    beyond: [...near.lineFor].flatMap(([demanded, line]) =>
      isKnown(line) ? demanded.untoldAfter(line.lastNear) : [],
    ),
    ofNewcomer(demand) {
      const key = demandKey(demand)
      const forecast = newcomers.get(key) ?? foreseeNewcomer(demand)
      newcomers.set(key, forecast)
      return forecast
    },
  }
}

const UNKNOWN: Forecast = { kind: 'unknown' }

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
