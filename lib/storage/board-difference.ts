import type {
  Board,
  Call,
  CallbackRequest,
  Experience,
  Offer,
  Operator,
  TotemPage,
  Wait,
} from '../switchboard/board.ts'
import { differences } from '../switchboard/layered-map.ts'
import { isMovedByBeats } from '../switchboard/moved-by-beats.ts'

/**
 * What one transition changed, as rows to write. A value that is still the same object was not touched.
 *
 * `lease` and an answered call's `deadline` are null where the transition left them alone: beats move
 * those without the lock, and writing back what was read would undo one.
 */
export interface BoardDifference {
  operators: OperatorRow[]
  totems: TotemRow[]
  calls: CallRow[]
  /** Calls of which nothing has changed but what their visitors are told of the wait: often several at once. */
  told: ToldRow[]
  offers: OfferRow[]
  /** Null: nothing was learned. */
  experience: Experience | null
}

/** Column names, so that the rows can be handed over as they are. */
export type OperatorRow = ReturnType<typeof operatorRow>
export type TotemRow = ReturnType<typeof totemRow>
export type CallRow = ReturnType<typeof callRow>
export type ToldRow = ReturnType<typeof toldRow>
export type OfferRow = ReturnType<typeof offerRow>

export function boardDifference(before: Board, after: Board): BoardDifference {
  const calls = [...differences(before.calls, after.calls)]
  return {
    operators: rowsOf(differences(before.operators, after.operators), operatorRow),
    totems: rowsOf(differences(before.totems, after.totems), totemRow),
    calls: rowsOf(
      calls.filter(([was, is]) => !isOnlyTold(was, is)),
      callRow,
    ),
    told: calls.flatMap(([was, is]) => (is && isOnlyTold(was, is) ? [toldRow(is)] : [])),
    offers: rowsOf(differences(before.offers, after.offers), offerRow),
    experience: before.experience === after.experience ? null : after.experience,
  }
}

/** How many rows it writes. */
export const rowsIn = ({ operators, totems, calls, told, offers }: BoardDifference): number =>
  operators.length + totems.length + calls.length + told.length + offers.length

export const isEmpty = (difference: BoardDifference): boolean =>
  rowsIn(difference) === 0 && difference.experience === null

/** Of those that came or are not what they were, then of those that have left the board. */
function rowsOf<Item, Row>(
  changes: Iterable<readonly [Item | undefined, Item | undefined]>,
  rowOf: (item: Item, was: Item | undefined, onBoard: boolean) => Row,
): Row[] {
  const [written, gone]: [Row[], Row[]] = [[], []]
  for (const [was, is] of changes) {
    if (is !== undefined) written.push(rowOf(is, was, true))
    else if (was !== undefined) gone.push(rowOf(was, was, false))
  }
  return [...written, ...gone]
}

function isOnlyTold(was: Call | undefined, is: Call | undefined): boolean {
  if (!was || !is) return false
  const before = new Map<string, unknown>(Object.entries(was))
  return Object.entries(is).every(([name, value]) => name === 'shown' || before.get(name) === value)
}

const toldRow = ({ id, state, shown }: Call) => ({ id, was: state, shown })

function operatorRow(operator: Operator, was: Operator | undefined) {
  const { work, desk, devices } = operator
  return {
    id: operator.id,
    was: was ? was.work.kind : null,
    was_epoch: was ? was.desk.epoch : null,
    intent: operator.intent,
    // Null: their own.
    intent_by: operator.intentBy === operator.id ? null : operator.intentBy,
    break_reason: operator.breakReason,
    epoch: desk.epoch,
    presence: desk.presence,
    lease_ends_at: was && was.desk.leaseEndsAt === desk.leaseEndsAt ? null : desk.leaseEndsAt,
    devices: devices.kind === 'checked' ? devices.channels : null,
    work: work.kind,
    offer_id: work.kind === 'engaged' ? work.offerId : null,
    wrap_up: work.kind === 'wrap_up' ? work.wrapUp : null,
    not_responding_since: work.kind === 'not_responding' ? work.since : null,
    ready_at: operator.readyAt,
    idle_since: operator.idleSince,
  }
}

function totemRow(totem: TotemPage, was: TotemPage | undefined) {
  return {
    id: totem.id,
    was_epoch: was ? was.epoch : null,
    epoch: totem.epoch,
    presence: totem.presence,
    lease_ends_at: was && was.leaseEndsAt === totem.leaseEndsAt ? null : totem.leaseEndsAt,
  }
}

function callRow(call: Call, was: Call | undefined, onBoard: boolean) {
  const isAnswered = call.state === 'connecting' || call.state === 'in_call'
  return {
    id: call.id,
    was: was ? was.state : null,
    totem_id: call.totemId,
    service: call.service,
    needs: call.needs,
    channels: call.channels,
    priority: call.priority,
    enqueued_at: call.enqueuedAt,
    waiting_since: call.waitingSince,
    shown: call.shown,
    media: call.media.kind,
    media_deadline: 'deadline' in call.media ? call.media.deadline : null,
    heard_totem_at: call.media.kind === 'away' ? call.media.heard.totem : null,
    heard_desk_at: call.media.kind === 'away' ? call.media.heard.desk : null,
    attempts: call.attempts,
    exclusions: call.exclusions,
    media_failures: call.mediaFailures,
    handover: call.handover,
    preferred: call.preferred,
    stage: call.stage,
    // Names and hashes are nobody's business afterwards.
    guests: onBoard ? call.guests : [],
    ...callbackColumns(call.callback),
    ...waitColumns(call.wait),
    state: call.state,
    because: call.state === 'waiting' ? call.because : null,
    offer_id: call.state === 'waiting' || call.state === 'over' ? null : call.offerId,
    connected_at: call.state === 'in_call' ? call.connectedAt : null,
    reached_at: call.state === 'on_phone' ? call.reachedAt : null,
    received: call.state === 'connecting' ? call.received : null,
    lost_totem_until: isAnswered ? call.lost.totem : null,
    lost_desk_until: isAnswered ? call.lost.desk : null,
    must_join: isAnswered ? call.mustJoin : [],
    hold: call.state === 'in_call' ? call.hold : null,
    second: call.state === 'in_call' ? call.second : null,
    supervision: call.state === 'in_call' ? call.supervision : null,
    deadline: call.state === 'over' ? null : call.deadline,
    keeps_deadline: keepsDeadline(call, was),
    outcome: call.state === 'over' ? call.outcome : null,
    ended_at: call.state === 'over' ? call.endedAt : null,
    forget_at: call.state === 'over' ? call.forgetAt : null,
    on_board: onBoard,
  }
}

/** Beats move it while the call is answered: what the transition left alone is not written back. */
const keepsDeadline = (call: Call, was: Call | undefined): boolean =>
  isMovedByBeats(call) && was?.state === call.state && was.deadline === call.deadline

function callbackColumns(callback: CallbackRequest | null) {
  return {
    is_callback: callback !== null,
    callback_phone: callback?.phone ?? null,
    callback_reason: callback?.reason ?? null,
    callback_window_from: callback?.window?.from ?? null,
    callback_window_until: callback?.window?.until ?? null,
    callback_in_place_of: callback?.inPlaceOf ?? null,
    callback_requested_at: callback?.requestedAt ?? null,
    callback_not_before: callback?.notBefore ?? null,
    callback_expires_at: callback?.expiresAt ?? null,
    callback_failed_dials: callback?.failedDials ?? 0,
  }
}

function waitColumns({ servedUntil, overflow, stillHere }: Wait) {
  return {
    served_until: servedUntil,
    overflow,
    still_here: stillHere.kind,
    still_here_at: stillHere.kind === 'asked' ? stillHere.answerBy : stillHere.askAt,
  }
}

function offerRow(offer: Offer, was: Offer | undefined, onBoard: boolean) {
  return {
    id: offer.id,
    was: was ? was.state : null,
    call_id: offer.callId,
    operator_id: offer.operatorId,
    role: offer.role,
    attempt: offer.attempt,
    offered_at: offer.offeredAt,
    channels: offer.channels,
    state: offer.state,
    expires_at: offer.state === 'ringing' ? offer.expiresAt : null,
    accepted_at: offer.state === 'accepted' || offer.state === 'active' ? offer.acceptedAt : null,
    connected_at: offer.state === 'active' ? offer.connectedAt : null,
    outcome: offer.state === 'over' ? offer.outcome : null,
    ended_at: offer.state === 'over' ? offer.endedAt : null,
    on_board: onBoard,
  }
}
