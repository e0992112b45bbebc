import type {
  Board,
  Call,
  CallBase,
  CallState,
  Experience,
  InCall,
  Offer,
  OfferBase,
  OfferState,
  Operator,
  TotemPage,
} from './board.ts'
import type { Effect, Fact, Refusal, Step } from './events.ts'
import type { CallId, EpochMs, OfferId, OperatorId, TotemId } from './ids.ts'
import { LayeredMap } from './layered-map.ts'
import type { Rules, Settings } from './settings.ts'

/**
 * The board while one transition works on it. Maps share what is not written to, values are replaced and
 * never changed, so what was not touched stays identical to the board it came from.
 */
export interface Draft {
  readonly now: EpochMs
  readonly settings: Settings
  readonly rules: Rules
  readonly operators: LayeredMap<OperatorId, Operator>
  readonly totems: LayeredMap<TotemId, TotemPage>
  readonly calls: LayeredMap<CallId, Call>
  readonly offers: LayeredMap<OfferId, Offer>
  experience: Experience
  readonly effects: Effect[]
  readonly facts: Fact[]
}

export const draftOf = (board: Board, now: EpochMs): Draft => ({
  now,
  settings: board.settings,
  rules: board.settings.rules,
  operators: new LayeredMap(board.operators),
  totems: new LayeredMap(board.totems),
  calls: new LayeredMap(board.calls),
  offers: new LayeredMap(board.offers),
  experience: board.experience,
  effects: [],
  facts: [],
})

export const finish = (draft: Draft, refusal: Refusal | null): Step => ({
  board: {
    settings: draft.settings,
    operators: draft.operators,
    totems: draft.totems,
    calls: draft.calls,
    offers: draft.offers,
    experience: draft.experience,
  },
  effects: draft.effects,
  facts: draft.facts,
  refusal,
})

/** Replaces a call's state, whose old fields go, and with `base` what outlives every state. */
export function setCall(draft: Draft, call: Call, state: CallState, base: Partial<CallBase> = {}): Call {
  const { id, totemId, service, needs, channels, priority, enqueuedAt, media } = call
  const { callback, attempts, exclusions, mediaFailures, waitingSince, shown, handover, preferred } = call
  const { stage, guests, wait } = call
  const kept: CallBase = {
    id,
    totemId,
    service,
    needs,
    channels,
    priority,
    enqueuedAt,
    waitingSince,
    shown,
    media,
    callback,
    attempts,
    exclusions,
    mediaFailures,
    handover,
    preferred,
    stage,
    guests,
    wait,
  }
  const next: Call = { ...kept, ...state, ...base }
  draft.calls.set(id, next)
  return next
}

/** Changes something of a call that stays in call. */
export function setInCall(draft: Draft, call: InCall, change: Partial<InCall>): InCall {
  const next: InCall = { ...call, ...change }
  draft.calls.set(call.id, next)
  return next
}

/** Replaces an offer's state. */
export function setOffer(draft: Draft, offer: Offer, state: OfferState): Offer {
  const { id, callId, operatorId, role, attempt, offeredAt, channels } = offer
  const kept: OfferBase = { id, callId, operatorId, role, attempt, offeredAt, channels }
  const next: Offer = { ...kept, ...state }
  draft.offers.set(id, next)
  return next
}

export function setOperator(draft: Draft, operator: Operator, change: Partial<Operator>): Operator {
  const next: Operator = { ...operator, ...change }
  draft.operators.set(operator.id, next)
  return next
}

export function setTotem(draft: Draft, totem: TotemPage, change: Partial<TotemPage>): TotemPage {
  const next: TotemPage = { ...totem, ...change }
  draft.totems.set(totem.id, next)
  return next
}
