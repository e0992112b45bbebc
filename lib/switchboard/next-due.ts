import { agendaOf } from './agenda.ts'
import type { Board } from './board.ts'
import { lastAdmissions } from './closing-soon.ts'
import type { EpochMs } from './ids.ts'
import { nextBoundary } from './opening.ts'
import { openingsOf } from './openings.ts'
import { wordsDueAfter } from './show-waits.ts'

/**
 * When this board next needs a transition by itself: a deadline, a lease end, or an instant that
 * lets a waiting call be matched or an audience's view change. Null: not before the next event.
 */
export function nextDueAt(board: Board, now: EpochMs): EpochMs | null {
  const agenda = agendaOf(board)
  const ahead = [...agenda.wakeUpsAfter(now), ...viewChanges(board, now).filter((at) => at > now)]
  return ahead.reduce<EpochMs | null>(earlier, agenda.firstDue?.at ?? null)
}

/** Instants that change what the pages show of the body as a whole. */
function viewChanges(board: Board, now: EpochMs): EpochMs[] {
  const { totems, services } = openingsOf(board.settings)
  return [
    ...known([...totems, ...services].map((opening) => nextBoundary(opening, now))),
    ...known([wordsDueAfter(board, now)]),
    ...lastAdmissions(board, now),
    ...board.settings.closures.flatMap(({ closesAt, opensAt }) => [closesAt, opensAt]),
  ]
}

const known = (instants: readonly (EpochMs | null)[]): EpochMs[] => instants.filter((at) => at !== null)

const earlier = (one: EpochMs | null, at: EpochMs): EpochMs => (one !== null && one <= at ? one : at)
