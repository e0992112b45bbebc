import type { Board, InCall, Operator } from './board.ts'
import { rosterNow } from './duty.ts'
import { fits, isOnDuty, isOnShift } from './eligibility.ts'
import type { EpochMs, OfficeId, OperatorId, ServiceSlug } from './ids.ts'
import { demandOf } from './needs.ts'

/** Where the desk that has a call may send it, and whom it may ask, as things stand. */
export interface HandOverTargets {
  colleagues: readonly ColleagueTarget[]
  offices: readonly OfficeTarget[]
  services: readonly ServiceTarget[]
}

/**
 * `free`: may be asked now. `busy`: on duty, with something in hand. `away`: on a break, silent, or without a
 * checked camera. Which of these, and since when, is nobody else's business.
 */
export interface ColleagueTarget {
  id: OperatorId
  displayName: string
  officeName: string
  state: 'free' | 'busy' | 'away'
  /** Has every skill that the call requires: it can be sent to them. */
  isAble: boolean
}

/** `onDuty`: how many besides this desk. */
export interface OfficeTarget {
  id: OfficeId
  name: string
  onDuty: number
}

export interface ServiceTarget {
  slug: ServiceSlug
  title: string
  onDuty: number
}

/** [SW-230] Null: this operator has no call that could be sent on. */
export function handOverTargets(
  board: Board,
  { id: from, work }: Operator,
  now: EpochMs,
): HandOverTargets | null {
  const offer = work.kind === 'engaged' ? board.offers.get(work.offerId) : undefined
  const call = offer && board.calls.get(offer.callId)
  if (call?.state !== 'in_call' || call.offerId !== offer?.id) return null
  const others = onShift(board, now).filter(({ id }) => id !== from)
  const { settings } = board
  const roster = rosterNow(board, now)
  return {
    colleagues: others.map((other) => colleagueTarget(board, call, other, now)),
    offices: [...settings.offices.values()].map(({ id, name }) => ({
      id,
      name,
      onDuty: others.filter(
        (other) => settings.operators.get(other.id)?.officeId === id && isOnDuty(board, other, now),
      ).length,
    })),
    services: [...settings.services.values()].map(({ slug, title }) => {
      const able = roster.able(demandOf(slug, call.needs))
      return { slug, title, onDuty: able.size - Number(able.has(from)) }
    }),
  }
}

function colleagueTarget(board: Board, call: InCall, other: Operator, now: EpochMs): ColleagueTarget {
  const known = board.settings.operators.get(other.id)
  const isThere = isOnDuty(board, other, now)
  return {
    id: other.id,
    displayName: known?.displayName ?? '',
    officeName: known?.officeName ?? '',
    state: isThere ? (other.work.kind === 'idle' ? 'free' : 'busy') : 'away',
    isAble: fits(board, other, call),
  }
}

/** The same for all desks in a call, by name. */
function onShift(board: Board, now: EpochMs): readonly Operator[] {
  const known = shifts.get(board)
  if (known?.now === now) return known.operators
  const nameOf = ({ id }: Operator) => board.settings.operators.get(id)?.displayName ?? ''
  const operators = [...board.operators.values()]
    .filter((operator) => isOnShift(board, operator, now))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a.id < b.id ? -1 : 1))
  shifts.set(board, { now, operators })
  return operators
}

const shifts = new WeakMap<Board, { now: EpochMs; operators: readonly Operator[] }>()
