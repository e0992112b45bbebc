import { randomUUID } from 'node:crypto'
import { isAtTotem } from '../../at-totem.ts'
import type { Board, Call, Channels, Needs, TimeWindow } from '../../board.ts'
import { windowsFor } from '../../callback-times.ts'
import type { TotemEvent } from '../../events.ts'
import { callId, epochMs, offerId, pageEpoch, type ServiceSlug, serviceSlug } from '../../ids.ts'
import { anyOffer, anyOperator } from './any-of.ts'
import type { Random } from './random.ts'
import { randomTicking } from './random-stage.ts'

const EVERYTHING: Channels = { sound: true, picture: true, text: true }

/** What some totem's page might say. */
export function randomTotemEvent(board: Board, random: Random): TotemEvent {
  const met = [...board.calls.values()].filter(
    (call) => call.state === 'connecting' || (call.state === 'in_call' && call.second?.stage === 'joining'),
  )
  const totemId = random.pick(
    met.length > 0 && random.chance(0.5)
      ? met.map((call) => call.totemId)
      : [...board.settings.totems.keys()],
  )
  const page = board.totems.get(totemId)
  if (!page || page.presence === 'gone' || random.chance(0.02)) return { type: 'totemPageOpened', totemId }
  const totem = { totemId, epoch: pageEpoch(page.epoch - (random.chance(0.03) ? 1 : 0)) }
  const calls = [...board.calls.values()].filter((one) => isAtTotem(one, totemId))
  const call = calls.find(({ state }) => state !== 'over')
  const over = calls.find(({ state }) => state === 'over')
  if (random.chance(0.06)) return numberLeft(board, totem, call ?? over, random)
  if (over && random.chance(0.2)) return { type: 'farewellEnded', callId: over.id, ...totem }
  if (!call || random.chance(0.05)) return placed(board, totem, random)
  return eventOfCall(board, call, { callId: call.id, ...totem }, random)
}

type Totem = Pick<Extract<TotemEvent, { type: 'callPlaced' }>, 'totemId' | 'epoch'>
type OfCall = Pick<Extract<TotemEvent, { type: 'visitorLeft' }>, 'callId' | 'totemId' | 'epoch'>

function placed(board: Board, totem: Totem, random: Random): TotemEvent {
  const preferred = random.chance(0.1) ? anyOperator(board, random) : null
  const asks = { service: anyService(board, random), needs: someNeeds(random) }
  return {
    type: 'callPlaced',
    callId: callId(randomUUID()),
    ...totem,
    ...asks,
    channels: EVERYTHING,
    preferred,
  }
}

function eventOfCall(board: Board, call: Call, of: OfCall, random: Random): TotemEvent {
  if (call.state === 'connecting' && random.chance(0.8)) {
    return { type: 'totemReceives', ...of, channels: EVERYTHING }
  }
  const second = call.state === 'in_call' ? call.second : null
  if (second?.stage === 'joining' && random.chance(0.8)) {
    return { type: 'totemReceivesSecond', ...of, offerId: second.offerId, channels: EVERYTHING }
  }
  if (call.state === 'waiting' && call.wait.stillHere.kind === 'asked' && random.chance(0.6)) {
    return { type: 'visitorStillHere', ...of }
  }
  // Whoever talks mostly goes on talking.
  if (call.state === 'in_call' && random.chance(0.5)) return { type: 'totemJoined', ...of }
  return random.pick<TotemEvent>([
    { type: 'visitorLeft', ...of },
    { type: 'totemJoined', ...of },
    { type: 'totemReceives', ...of, channels: EVERYTHING },
    {
      type: 'totemReceivesSecond',
      ...of,
      offerId: random.chance(0.5) ? anyOffer(board, random) : offerId('none'),
      channels: EVERYTHING,
    },
    { type: 'totemChannelsDeclared', ...of, channels: { ...EVERYTHING, picture: random.chance(0.5) } },
    { type: 'farewellEnded', ...of },
    { type: 'visitorStillHere', ...of },
    { type: 'visitorTicked', ...of, ticking: randomTicking(random) },
    { type: 'totemReturned', totemId: of.totemId, epoch: of.epoch },
  ])
}

/** From whatever call is there, or from none; now and then with a number, a reason or a time that will not do. */
function numberLeft(board: Board, totem: Totem, call: Call | undefined, random: Random): TotemEvent {
  const service = call?.service ?? anyService(board, random)
  return {
    type: 'callbackRequested',
    callbackId: callId(randomUUID()),
    ...totem,
    from: call ? { kind: 'call', callId: call.id } : { kind: 'refusal', service, needs: someNeeds(random) },
    phone: random.chance(0.05) ? '112' : `338 ${1_000_000 + random.below(1_000_000)}`,
    reason: random.chance(0.03) ? 'x'.repeat(301) : 'Carta',
    window: random.chance(0.3) ? someWindow(board, service, random) : null,
  }
}

function someWindow({ settings }: Board, service: ServiceSlug, random: Random): TimeWindow {
  const offered = windowsFor(settings, service, epochMs(Date.now()))
  return offered.length > 0 && random.chance(0.9)
    ? random.pick(offered)
    : { from: epochMs(0), until: epochMs(1) }
}

const anyService = ({ settings }: Board, random: Random): ServiceSlug =>
  random.chance(0.03) ? serviceSlug('none') : random.pick([...settings.services.keys()])

/** Mostly none; `nobody` is a skill that nobody has. */
function someNeeds(random: Random): Needs {
  const none: Needs = { skills: [], language: null, mode: 'spoken' }
  if (random.chance(0.7)) return none
  return random.pick<Needs>([
    { ...none, mode: 'lis' },
    { ...none, mode: 'text' },
    { ...none, language: 'ar' },
    { ...none, language: 'it-CH' },
    { ...none, skills: ['tributi'] },
    { ...none, skills: ['nobody'] },
  ])
}
