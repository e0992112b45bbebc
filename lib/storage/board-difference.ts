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
import { isMovedByBeats } from './with-leases.ts'

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
  offers: OfferRow[]
  /** Null: nothing was learned. */
  experience: Experience | null
}

/** Column names, so that the rows can be handed over as they are. */
export type OperatorRow = ReturnType<typeof operatorRow>
export type TotemRow = ReturnType<typeof totemRow>
export type CallRow = ReturnType<typeof callRow>
export type OfferRow = ReturnType<typeof offerRow>

export function boardDifference(before: Board, after: Board): BoardDifference {
  return {
    operators: changed(before.operators, after.operators, operatorRow),
    totems: changed(before.totems, after.totems, totemRow),
    calls: [
      ...changed(before.calls, after.calls, (call, was) => callRow(call, was, true)),
      ...forgotten(before.calls, after.calls, (call) => callRow(call, call, false)),
    ],
    offers: [
      ...changed(before.offers, after.offers, (offer, was) => offerRow(offer, was, true)),
      ...forgotten(before.offers, after.offers, (offer) => offerRow(offer, offer, false)),
    ],
    experience: before.experience === after.experience ? null : after.experience,
  }
}

export const isEmpty = ({ operators, totems, calls, offers, experience }: BoardDifference): boolean =>
  operators.length + totems.length + calls.length + offers.length === 0 && experience === null

function changed<Id, Item, Row>(
  before: ReadonlyMap<Id, Item>,
  after: ReadonlyMap<Id, Item>,
  rowOf: (item: Item, was: Item | undefined) => Row,
): Row[] {
  const rows: Row[] = []
  for (const [id, item] of after) {
    const was = before.get(id)
    if (item !== was) rows.push(rowOf(item, was))
  }
  return rows
}

function forgotten<Id, Item, Row>(
  before: ReadonlyMap<Id, Item>,
  after: ReadonlyMap<Id, Item>,
  rowOf: (item: Item) => Row,
): Row[] {
  return [...before].filter(([id]) => !after.has(id)).map(([, item]) => rowOf(item))
}

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
    media_deadline: call.media.kind === 'opening' ? call.media.deadline : null,
    attempts: call.attempts,
    exclusions: call.exclusions,
    media_failures: call.mediaFailures,
    handover: call.handover,
    preferred: call.preferred,
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
