import type { Board, Call } from './board.ts'
import type { CallId, EpochMs } from './ids.ts'
import { holdsPlace } from './queue.ts'
import { lineOf } from './waiting-line.ts'

/** The queue as pages show it. */
interface Places {
  /** In order. */
  calls: readonly Call[]
  /** From 1; 0: it holds none. */
  of(id: CallId): number
}

/** Worked out once for all pages that show this board. */
export function placesOn(board: Board, now: EpochMs): Places {
  const known = places.get(board)
  if (known?.now === now) return known
  const calls = lineOf(board, now)
    .queue.map(({ call }) => call)
    .filter((call) => holdsPlace(call, now))
  const numbers = new Map(calls.map(({ id }, index) => [id, index + 1]))
  const found = { now, calls, of: (id: CallId) => numbers.get(id) ?? 0 }
  places.set(board, found)
  return found
}

const places = new WeakMap<Board, Places & { now: EpochMs }>()
