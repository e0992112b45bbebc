import { randomUUID } from 'node:crypto'
import { isAtTotem } from '../../at-totem.ts'
import type { Board, Call, Channels, Needs, Operator } from '../../board.ts'
import type { BoardEvent } from '../../events.ts'
import {
  type CallId,
  callId,
  type OfferId,
  offerId,
  operatorId,
  pageEpoch,
  type ServiceSlug,
} from '../../ids.ts'
import type { Random } from './random.ts'

/**
 * Something that some page or the media server of a body might say next, by a board that may be out of
 * date by the time it is said: late, repeated, fenced-off and impossible events are among them.
 */
export function randomEvent(board: Board, random: Random): BoardEvent {
  const kind = random.below(100)
  if (kind < 50) return deskEvent(board, random)
  if (kind < 80) return totemEvent(board, random)
  if (kind < 97) return mediaEvent(board, random)
  return { type: 'clockTicked' }
}

const EVERYTHING: Channels = { sound: true, picture: true, text: true }
const NO_NEEDS: Needs = { skills: [], language: null, mode: 'spoken' }

function deskEvent(board: Board, random: Random): BoardEvent {
  const busy = [...board.operators.values()].filter(({ work }) => work.kind !== 'idle').map(({ id }) => id)
  const operatorId = random.pick(
    busy.length > 0 && random.chance(0.6) ? busy : [...board.settings.operators.keys()],
  )
  const operator = board.operators.get(operatorId)
  const epoch = pageEpoch((operator?.desk.epoch ?? 0) - (random.chance(0.03) ? 1 : 0))
  const desk = { operatorId, epoch }
  if (!operator || operator.desk.presence === 'gone' || random.chance(0.03)) {
    const previousEpoch = random.chance(0.5) ? epoch : null
    return { type: 'deskOpened', operatorId, previousEpoch, takeOver: random.chance(0.7) }
  }
  if (operator.devices.kind === 'unchecked' && random.chance(0.7)) {
    return { type: 'devicesChecked', ...desk, channels: EVERYTHING }
  }
  if (operator.intent !== 'available' && random.chance(0.6)) {
    return { type: 'intentSet', ...desk, intent: 'available' }
  }
  return random.chance(0.12) ? rareDeskEvent(desk, random) : workEvent(board, operator, desk, random)
}

type Desk = Pick<Extract<BoardEvent, { type: 'deskLeft' }>, 'operatorId' | 'epoch'>

const rareDeskEvent = (desk: Desk, random: Random): BoardEvent =>
  random.pick<BoardEvent>([
    { type: 'deskLeft', ...desk },
    { type: 'deskStreamClosed', ...desk },
    { type: 'deskReturned', ...desk },
    { type: 'intentSet', ...desk, intent: 'on_break' },
    { type: 'intentSet', ...desk, intent: 'off_duty' },
    { type: 'intentSet', ...desk, intent: 'on_break', reason: 'training' },
    {
      type: 'intentOverruled',
      operatorId: desk.operatorId,
      by: operatorId('supervisor'),
      expected: 'available',
      intent: 'on_break',
    },
    { type: 'devicesChecked', ...desk, channels: null },
    { type: 'operatorCameBack', ...desk },
  ])

/** What the operator would do about what they have in hand, or about any other offer of the board. */
function workEvent(board: Board, operator: Operator, desk: Desk, random: Random): BoardEvent {
  const { work } = operator
  if (work.kind === 'not_responding') return { type: 'operatorCameBack', ...desk }
  if (work.kind === 'wrap_up') {
    const { callId } = work.wrapUp
    return { type: random.chance(0.8) ? 'wrapUpSaved' : 'wrapUpExtended', ...desk, callId }
  }
  const offerId = work.kind === 'engaged' && random.chance(0.95) ? work.offerId : anyOffer(board, random)
  const offer = { offerId, ...desk }
  const state = board.offers.get(offerId)?.state
  if (state === 'ringing' && random.chance(0.9)) {
    return { type: random.chance(0.75) ? 'offerAnswered' : 'offerDeclined', ...offer }
  }
  const call = board.calls.get(board.offers.get(offerId)?.callId ?? callId('none'))
  if (call?.callback && random.chance(0.8)) {
    const outcome = random.pick(['reached', 'no_answer', 'busy', 'wrong_number'] as const)
    return { type: 'callbackDialled', ...offer, outcome }
  }
  if (state === 'accepted' && random.chance(0.8)) {
    return { type: 'deskReceives', ...offer, channels: EVERYTHING }
  }
  return random.pick<BoardEvent>([
    { type: 'offerAnswered', ...offer },
    { type: 'offerDeclined', ...offer },
    { type: 'operatorHungUp', ...offer },
    { type: 'operatorHungUp', ...offer },
    { type: 'deskJoined', ...offer },
    { type: 'deskReceives', ...offer, channels: EVERYTHING },
    { type: 'deskChannelsDeclared', ...offer, channels: { ...EVERYTHING, picture: random.chance(0.5) } },
  ])
}

function totemEvent(board: Board, random: Random): BoardEvent {
  const connecting = [...board.calls.values()].filter(({ state }) => state === 'connecting')
  const totemId = random.pick(
    connecting.length > 0 && random.chance(0.5)
      ? connecting.map((call) => call.totemId)
      : [...board.settings.totems.keys()],
  )
  const page = board.totems.get(totemId)
  if (!page || page.presence === 'gone' || random.chance(0.02)) return { type: 'totemPageOpened', totemId }
  const totem = { totemId, epoch: pageEpoch(page.epoch - (random.chance(0.03) ? 1 : 0)) }
  const call = [...board.calls.values()].find((one) => isAtTotem(one, totemId) && one.state !== 'over')
  if (random.chance(0.06)) return numberLeft(board, totem, call, random)
  if (!call || random.chance(0.05)) {
    const service: ServiceSlug = random.pick([...board.settings.services.keys()])
    const placed = { ...totem, service, needs: NO_NEEDS, channels: EVERYTHING, preferred: null }
    return { type: 'callPlaced', callId: callId(randomUUID()), ...placed }
  }
  const of = { callId: call.id, ...totem }
  if (call.state === 'connecting' && random.chance(0.8)) {
    return { type: 'totemReceives', ...of, channels: EVERYTHING }
  }
  return random.pick<BoardEvent>([
    { type: 'visitorLeft', ...of },
    { type: 'totemJoined', ...of },
    { type: 'totemReceives', ...of, channels: EVERYTHING },
    { type: 'totemChannelsDeclared', ...of, channels: { ...EVERYTHING, picture: random.chance(0.5) } },
    { type: 'farewellEnded', ...of },
    { type: 'visitorStillHere', ...of },
    { type: 'totemReturned', ...totem },
  ])
}

/** From whatever call is there, or from none. */
function numberLeft(board: Board, totem: Totem, call: Call | undefined, random: Random): BoardEvent {
  const service = random.pick([...board.settings.services.keys()])
  return {
    type: 'callbackRequested',
    callbackId: callId(randomUUID()),
    ...totem,
    from: call ? { kind: 'call', callId: call.id } : { kind: 'refusal', service, needs: NO_NEEDS },
    phone: `338 ${1_000_000 + random.below(1_000_000)}`,
    reason: '',
    window: null,
  }
}

type Totem = Pick<Extract<BoardEvent, { type: 'callPlaced' }>, 'totemId' | 'epoch'>

function mediaEvent(board: Board, random: Random): BoardEvent {
  const opening = [...board.calls.values()].find(({ media }) => media.kind === 'opening')
  if (opening && random.chance(0.9)) return { type: 'roomOpened', callId: opening.id }
  const callId = anyCall(board, random)
  const end = random.pick(['totem', 'desk'] as const)
  return random.pick<BoardEvent>([
    { type: 'roomOpened', callId },
    { type: 'roomFailed', callId },
    { type: 'endGone', callId, end },
    { type: 'endSeen', callId, end },
    { type: 'endSeen', callId, end },
  ])
}

const anyOffer = ({ offers }: Board, random: Random): OfferId =>
  offers.size === 0 ? offerId('none') : random.pick([...offers.keys()])

/** A call that the board does not know is among them. */
const anyCall = ({ calls }: Board, random: Random): CallId =>
  calls.size === 0 ? callId(randomUUID()) : random.pick([...calls.keys()])
