import type { Board, Call, CallState, Intent, Operator } from './board.ts'
import { isPresent } from './eligibility.ts'
import type { CallId, EpochMs, OfferId, OperatorId } from './ids.ts'

/** [SW-232] What a supervisor of a body may know of all its calls and operators at this moment. */
export interface WallView {
  audience: 'wall'
  serverNow: EpochMs
  bodyName: string
  listeningAllowed: boolean
  /** Those that go on, the oldest first. */
  calls: readonly WallCall[]
  /** By name. */
  operators: readonly WallOperator[]
}

/** Neither a telephone number nor anybody's note. */
export interface WallCall {
  id: CallId
  totemName: string
  serviceTitle: string
  isCallback: boolean
  state: Exclude<CallState['state'], 'over'>
  /** Of what `state` says: waits since, talks since. */
  since: EpochMs
  /** Whom it rings or who talks to the visitor. */
  operators: readonly string[]
  isOnHold: boolean
  supervisor: { displayName: string; as: 'listening' | 'third'; isYou: boolean } | null
}

/** Why somebody is on a break is their own business. */
export interface WallOperator {
  id: OperatorId
  displayName: string
  officeName: string
  intent: Intent
  isPresent: boolean
  /** `unready`: available, with a camera that nobody has checked. */
  work: 'idle' | 'ringing' | 'engaged' | 'wrap_up' | 'not_responding' | 'unready'
}

export function wallView(board: Board, supervisorId: OperatorId, now: EpochMs): WallView {
  const { settings } = board
  return {
    audience: 'wall',
    serverNow: now,
    bodyName: settings.bodyName,
    listeningAllowed: settings.listeningAllowed,
    calls: [...board.calls.values()]
      .flatMap((call) => (call.state === 'over' ? [] : [wallCall(board, call, call.state, supervisorId)]))
      .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1)),
    operators: [...settings.operators.values()]
      .filter(({ isActive }) => isActive)
      .map(({ id, displayName, officeName }) => {
        const operator = board.operators.get(id)
        return {
          id,
          displayName,
          officeName,
          intent: operator?.intent ?? ('off_duty' as const),
          isPresent: operator !== undefined && isPresent(operator, now),
          work: operator ? workOf(board, operator) : ('idle' as const),
        }
      })
      .sort((a, b) => (a.displayName < b.displayName ? -1 : a.displayName > b.displayName ? 1 : 0)),
  }
}

function wallCall(board: Board, call: Call, state: WallCall['state'], supervisorId: OperatorId): WallCall {
  const supervision = call.state === 'in_call' ? call.supervision : null
  return {
    id: call.id,
    totemName: board.settings.totems.get(call.totemId)?.name ?? '',
    serviceTitle: board.settings.services.get(call.service)?.title ?? call.service,
    isCallback: call.callback !== null,
    state,
    since: sinceOf(call),
    operators: offersOf(call).flatMap((id) => {
      const offer = board.offers.get(id)
      return offer ? [board.settings.operators.get(offer.operatorId)?.displayName ?? ''] : []
    }),
    isOnHold: call.state === 'in_call' && call.hold !== null,
    supervisor: supervision && {
      displayName: supervision.displayName,
      as: supervision.as,
      isYou: supervision.supervisorId === supervisorId,
    },
  }
}

function sinceOf(call: Call): EpochMs {
  if (call.state === 'in_call') return call.connectedAt
  return call.state === 'on_phone' ? call.reachedAt : call.enqueuedAt
}

function offersOf(call: Call): readonly OfferId[] {
  if (call.state === 'waiting' || call.state === 'over') return []
  const second = call.state === 'in_call' ? call.second : null
  return second ? [call.offerId, second.offerId] : [call.offerId]
}

function workOf(board: Board, { work, intent, devices }: Operator): WallOperator['work'] {
  if (work.kind === 'engaged') {
    return board.offers.get(work.offerId)?.state === 'ringing' ? 'ringing' : 'engaged'
  }
  return work.kind === 'idle' && intent === 'available' && devices.kind === 'unchecked'
    ? 'unready'
    : work.kind
}
