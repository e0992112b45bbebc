import * as z from 'zod'
import {
  BREAK_REASONS,
  type Call,
  type CallbackRequest,
  type CallState,
  type Offer,
  type OfferState,
  type Operator,
  type RoomState,
  type TotemPage,
  type Wait,
  type Work,
} from '../switchboard/board.ts'
import {
  callId,
  epochMs,
  offerId,
  officeId,
  operatorId,
  pageEpoch,
  phoneNumber,
  serviceSlug,
  totemId,
} from '../switchboard/ids.ts'
import {
  storedGuests,
  storedHandover,
  storedHold,
  storedPreferred,
  storedSecond,
  storedStage,
  storedSupervision,
} from './in-call-rows.ts'

/**
 * Rows of a board as the loading query gives them, parsed once: after this, stored text is a board. The
 * table's checks promise what each state carries, so a row that does not parse is damage.
 */
const instant = z.int().transform(epochMs)
const epoch = z.int().transform(pageEpoch)
const call = z.string().transform(callId)
const offer = z.string().transform(offerId)
const operator = z.string().transform(operatorId)
const totem = z.string().transform(totemId)
const service = z.string().transform(serviceSlug)
const channels = z.object({ sound: z.boolean(), picture: z.boolean(), text: z.boolean() })
const presence = z.enum(['here', 'gone'])

const timeWindow = z.object({ from: instant, until: instant })

const OperatorRow = z.object({
  id: operator,
  intent: z.enum(['available', 'on_break', 'off_duty']),
  intent_by: operator.nullable(),
  break_reason: z.enum(BREAK_REASONS).nullable(),
  epoch,
  presence,
  lease_ends_at: instant,
  devices: channels.nullable(),
  work: z.enum(['idle', 'engaged', 'wrap_up', 'not_responding']),
  offer_id: offer.nullable(),
  wrap_up: z
    .object({
      callId: call,
      offerId: offer,
      totemId: totem,
      service,
      // Wrap-ups that began before it was kept.
      offeredAt: instant.optional(),
      startedAt: instant,
      endsAt: instant,
      isExtended: z.boolean(),
    })
    .transform((wrapUp) => ({ ...wrapUp, offeredAt: wrapUp.offeredAt ?? wrapUp.startedAt }))
    .nullable(),
  not_responding_since: instant.nullable(),
  ready_at: instant,
  idle_since: instant,
})

export const operatorFromRow = OperatorRow.transform(
  (row): Operator => ({
    id: row.id,
    intent: row.intent,
    intentBy: row.intent_by ?? row.id,
    breakReason: row.break_reason,
    desk: { epoch: row.epoch, presence: row.presence, leaseEndsAt: row.lease_ends_at },
    devices: row.devices ? { kind: 'checked', channels: row.devices } : { kind: 'unchecked' },
    work: workOf(row),
    readyAt: row.ready_at,
    idleSince: row.idle_since,
  }),
)

function workOf(row: z.output<typeof OperatorRow>): Work {
  switch (row.work) {
    case 'idle':
      return { kind: 'idle' }
    case 'engaged':
      return { kind: 'engaged', offerId: present(row.offer_id) }
    case 'wrap_up':
      return { kind: 'wrap_up', wrapUp: present(row.wrap_up) }
    case 'not_responding':
      return { kind: 'not_responding', since: present(row.not_responding_since) }
  }
}

export const totemFromRow = z.object({ id: totem, epoch, presence, lease_ends_at: instant }).transform(
  (row): TotemPage => ({
    id: row.id,
    epoch: row.epoch,
    presence: row.presence,
    leaseEndsAt: row.lease_ends_at,
  }),
)

const CallRow = z.object({
  id: call,
  totem_id: totem,
  service,
  needs: z.object({
    skills: z.array(z.string()),
    language: z.string().nullable(),
    mode: z.enum(['spoken', 'lis', 'text']),
  }),
  channels,
  priority: z.int(),
  enqueued_at: instant,
  waiting_since: instant,
  shown: z
    .object({
      fromMin: z.int(),
      toMin: z.int().nullable(),
      longer: z.boolean(),
      until: instant.nullable(),
    })
    .nullable(),
  media: z.enum(['opening', 'open', 'away', 'failed', 'none']),
  media_deadline: instant.nullable(),
  heard_totem_at: instant.nullable(),
  heard_desk_at: instant.nullable(),
  attempts: z.int(),
  exclusions: z.array(z.object({ operatorId: operator, until: instant })),
  media_failures: z.int(),
  served_until: instant.nullable(),
  overflow: z.object({
    steps: z.int(),
    dropped: z.array(z.string()),
    alsoAs: z.array(service),
    // Calls that were waiting before offices were known to overflow.
    alsoOf: z.array(z.string().transform(officeId)).default([]),
    callbackOffered: z.boolean(),
  }),
  still_here: z.enum(['quiet', 'asked']),
  still_here_at: instant.nullable(),
  state: z.enum(['waiting', 'offered', 'connecting', 'in_call', 'dialling', 'on_phone', 'over']),
  handover: storedHandover.nullable(),
  preferred: storedPreferred.nullable(),
  stage: storedStage.nullable(),
  guests: storedGuests,
  because: z
    .enum([
      'placed',
      'declined',
      'expired',
      'withdrawn',
      'media_failed',
      'operator_lost',
      'transferred',
      'not_reached',
    ])
    .nullable(),
  offer_id: offer.nullable(),
  connected_at: instant.nullable(),
  received: z.object({ totem: channels, desk: channels }).nullable(),
  lost_totem_until: instant.nullable(),
  lost_desk_until: instant.nullable(),
  must_join: z.array(z.enum(['totem', 'desk'])),
  hold: storedHold.nullable(),
  second: storedSecond.nullable(),
  supervision: storedSupervision.nullable(),
  deadline: instant.nullable(),
  outcome: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('ended'), by: z.enum(['totem', 'desk', 'totem_lost', 'both_lost']) }),
      z.object({ kind: z.literal('abandoned'), by: z.enum(['visitor', 'totem_lost', 'walked_off']) }),
      z.object({ kind: z.literal('expired') }),
      z.object({ kind: z.literal('overflowed') }),
      z.object({ kind: z.literal('closed'), why: z.enum(['media_away', 'media_failed', 'closing']) }),
      z.object({ kind: z.literal('callback'), callbackId: call, window: timeWindow.nullable() }),
      z.object({ kind: z.literal('callback_failed'), why: z.enum(['not_reached', 'wrong_number']) }),
    ])
    .nullable(),
  ended_at: instant.nullable(),
  forget_at: instant.nullable(),
  is_callback: z.boolean(),
  callback_phone: z.string().transform(phoneNumber).nullable(),
  callback_reason: z.string().nullable(),
  callback_window_from: instant.nullable(),
  callback_window_until: instant.nullable(),
  callback_in_place_of: call.nullable(),
  callback_requested_at: instant.nullable(),
  callback_not_before: instant.nullable(),
  callback_expires_at: instant.nullable(),
  callback_failed_dials: z.int(),
  reached_at: instant.nullable(),
})
type CallRow = z.output<typeof CallRow>

export const callFromRow = CallRow.transform(
  (row): Call => ({
    id: row.id,
    totemId: row.totem_id,
    service: row.service,
    needs: row.needs,
    channels: row.channels,
    priority: row.priority,
    enqueuedAt: row.enqueued_at,
    waitingSince: row.waiting_since,
    shown: row.shown,
    media: roomOf(row),
    callback: row.is_callback ? callbackOf(row) : null,
    attempts: row.attempts,
    exclusions: row.exclusions,
    mediaFailures: row.media_failures,
    handover: row.handover,
    preferred: row.preferred,
    stage: row.stage,
    guests: row.guests,
    wait: waitOf(row),
    ...callStateOf(row),
  }),
)

function roomOf(row: CallRow): RoomState {
  switch (row.media) {
    case 'opening':
      return { kind: row.media, deadline: present(row.media_deadline) }
    case 'away': {
      const heard = { totem: row.heard_totem_at, desk: row.heard_desk_at }
      return { kind: row.media, deadline: present(row.media_deadline), heard }
    }
    default:
      return { kind: row.media }
  }
}

const callbackOf = (row: CallRow): CallbackRequest => ({
  phone: present(row.callback_phone),
  reason: present(row.callback_reason),
  window:
    row.callback_window_from === null
      ? null
      : { from: row.callback_window_from, until: present(row.callback_window_until) },
  inPlaceOf: row.callback_in_place_of,
  requestedAt: present(row.callback_requested_at),
  notBefore: present(row.callback_not_before),
  expiresAt: present(row.callback_expires_at),
  failedDials: row.callback_failed_dials,
})

const waitOf = (row: CallRow): Wait => ({
  servedUntil: row.served_until,
  overflow: row.overflow,
  stillHere:
    row.still_here === 'asked'
      ? { kind: 'asked', answerBy: present(row.still_here_at) }
      : { kind: 'quiet', askAt: row.still_here_at },
})

function callStateOf(row: CallRow): CallState {
  const lost = { totem: row.lost_totem_until, desk: row.lost_desk_until }
  switch (row.state) {
    case 'waiting':
      return { state: 'waiting', because: present(row.because), deadline: present(row.deadline) }
    case 'offered':
      return { state: 'offered', offerId: present(row.offer_id), deadline: present(row.deadline) }
    case 'connecting':
      return {
        state: 'connecting',
        offerId: present(row.offer_id),
        deadline: present(row.deadline),
        received: present(row.received),
        lost,
        mustJoin: row.must_join,
      }
    case 'in_call':
      return {
        state: 'in_call',
        offerId: present(row.offer_id),
        connectedAt: present(row.connected_at),
        deadline: present(row.deadline),
        lost,
        mustJoin: row.must_join,
        hold: row.hold,
        second: row.second,
        supervision: row.supervision,
      }
    case 'dialling':
      return { state: 'dialling', offerId: present(row.offer_id), deadline: present(row.deadline) }
    case 'on_phone':
      return {
        state: 'on_phone',
        offerId: present(row.offer_id),
        reachedAt: present(row.reached_at),
        deadline: present(row.deadline),
      }
    case 'over':
      return {
        state: 'over',
        outcome: present(row.outcome),
        endedAt: present(row.ended_at),
        forgetAt: present(row.forget_at),
      }
  }
}

export const experienceFromRow = z.object({
  handleTimesMs: z.array(z.number()),
  abandons: z.number(),
  waitedMs: z.number(),
})

const OfferRow = z.object({
  id: offer,
  call_id: call,
  operator_id: operator,
  role: z.enum(['primary', 'consult']),
  attempt: z.int(),
  offered_at: instant,
  channels,
  state: z.enum(['ringing', 'accepted', 'active', 'over']),
  expires_at: instant.nullable(),
  accepted_at: instant.nullable(),
  connected_at: instant.nullable(),
  outcome: z
    .enum(['completed', 'declined', 'expired', 'withdrawn', 'media_failed', 'lost', 'not_reached'])
    .nullable(),
  ended_at: instant.nullable(),
})

export const offerFromRow = OfferRow.transform(
  (row): Offer => ({
    id: row.id,
    callId: row.call_id,
    operatorId: row.operator_id,
    role: row.role,
    attempt: row.attempt,
    offeredAt: row.offered_at,
    channels: row.channels,
    ...offerStateOf(row),
  }),
)

function offerStateOf(row: z.output<typeof OfferRow>): OfferState {
  switch (row.state) {
    case 'ringing':
      return { state: 'ringing', expiresAt: present(row.expires_at) }
    case 'accepted':
      return { state: 'accepted', acceptedAt: present(row.accepted_at) }
    case 'active':
      return { state: 'active', acceptedAt: present(row.accepted_at), connectedAt: present(row.connected_at) }
    case 'over':
      return { state: 'over', outcome: present(row.outcome), endedAt: present(row.ended_at) }
  }
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a stored row lacks what its state carries')
  return value
}
