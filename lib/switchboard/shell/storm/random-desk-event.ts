import type { Board } from '../../board.ts'
import { BREAK_REASONS, type Channels, type Operator } from '../../board.ts'
import type { DeskEvent, OfferEvent } from '../../events.ts'
import { callId, type OperatorId, pageEpoch } from '../../ids.ts'
import { anyOffer, anyOperator } from './any-of.ts'
import type { Random } from './random.ts'
import { randomHolderEvent } from './random-holder-event.ts'

const EVERYTHING: Channels = { sound: true, picture: true, text: true }

/** What some operator's page might say. */
export function randomDeskEvent(board: Board, random: Random): DeskEvent {
  const operatorId = whose(board, random)
  const operator = board.operators.get(operatorId)
  const epoch = pageEpoch(Math.max(0, (operator?.desk.epoch ?? 0) - (random.chance(0.03) ? 1 : 0)))
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
  return random.chance(0.1) ? rareEvent(desk, random) : workEvent(board, operator, desk, random)
}

/** Mostly of whoever has something in hand, and often of those who share a call. */
function whose(board: Board, random: Random): OperatorId {
  const busy = [...board.operators.values()].filter(({ work }) => work.kind !== 'idle').map(({ id }) => id)
  const sharing = [...board.calls.values()].flatMap((call) =>
    call.state === 'in_call' && call.second ? [call.offerId, call.second.offerId] : [],
  )
  const together = sharing.flatMap((id) => board.offers.get(id)?.operatorId ?? [])
  if (together.length > 0 && random.chance(0.5)) return random.pick(together)
  return busy.length > 0 && random.chance(0.6) ? random.pick(busy) : anyOperator(board, random)
}

type Desk = Pick<Extract<DeskEvent, { type: 'deskLeft' }>, 'operatorId' | 'epoch'>

const rareEvent = (desk: Desk, random: Random): DeskEvent =>
  random.pick<DeskEvent>([
    { type: 'deskLeft', ...desk },
    { type: 'deskStreamClosed', ...desk },
    { type: 'deskReturned', ...desk },
    { type: 'intentSet', ...desk, intent: 'on_break' },
    { type: 'intentSet', ...desk, intent: 'on_break', reason: random.pick(BREAK_REASONS) },
    { type: 'intentSet', ...desk, intent: 'off_duty' },
    { type: 'devicesChecked', ...desk, channels: null },
    { type: 'operatorCameBack', ...desk },
  ])

/** What the operator would do about what they have in hand, or about any other offer of the board. */
function workEvent(board: Board, operator: Operator, desk: Desk, random: Random): DeskEvent {
  const { work } = operator
  if (work.kind === 'not_responding') return { type: 'operatorCameBack', ...desk }
  if (work.kind === 'wrap_up') {
    const { callId } = work.wrapUp
    return { type: random.chance(0.8) ? 'wrapUpSaved' : 'wrapUpExtended', ...desk, callId }
  }
  const offerId = work.kind === 'engaged' && random.chance(0.95) ? work.offerId : anyOffer(board, random)
  const offer = { offerId, ...desk }
  const known = board.offers.get(offerId)
  const state = known?.state
  if (state === 'ringing' && random.chance(0.9)) {
    return { type: random.chance(0.75) ? 'offerAnswered' : 'offerDeclined', ...offer }
  }
  const call = board.calls.get(known?.callId ?? callId('none'))
  if (call?.callback && random.chance(0.8)) {
    const outcome = random.pick(['reached', 'reached', 'no_answer', 'busy', 'wrong_number'] as const)
    return { type: 'callbackDialled', ...offer, outcome }
  }
  if (state === 'accepted' && random.chance(0.7)) {
    return { type: 'deskReceives', ...offer, channels: EVERYTHING }
  }
  // Whoever was called in may not command the call, but might try.
  if (call?.state === 'in_call' && random.chance(known?.role === 'primary' ? 0.8 : 0.1)) {
    return randomHolderEvent(board, call, offer, random)
  }
  return offerEvent(offer, random)
}

const offerEvent = (offer: Desk & Pick<OfferEvent, 'offerId'>, random: Random): DeskEvent =>
  random.pick<OfferEvent>([
    { type: 'offerAnswered', ...offer },
    { type: 'offerDeclined', ...offer },
    { type: 'operatorHungUp', ...offer },
    { type: 'deskJoined', ...offer },
    { type: 'deskReceives', ...offer, channels: EVERYTHING },
    { type: 'deskChannelsDeclared', ...offer, channels: { ...EVERYTHING, picture: random.chance(0.5) } },
    { type: 'callbackDialled', ...offer, outcome: 'reached' },
    { type: 'callHeld', ...offer },
    { type: 'consultReturned', ...offer },
  ])
