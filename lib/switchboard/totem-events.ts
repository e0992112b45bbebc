import { admissionRefusal } from './admission.ts'
import { isAtTotem } from './at-totem.ts'
import type { Call } from './board.ts'
import { requestCallback } from './callback-request.ts'
import { callsAtTotem } from './calls-at-totem.ts'
import { connectIfMet } from './connect.ts'
import { type Draft, setCall, setTotem } from './draft.ts'
import { endCall, joinEnd, replaceEnd } from './engagement.ts'
import type { Refusal, TotemEvent } from './events.ts'
import { type PageEpoch, pageEpoch, plus, type TotemId } from './ids.ts'
import { joinIfMet, secondOf, secondReceives } from './second.ts'
import { tickOnStage } from './stage.ts'
import { answerStillHere } from './still-here.ts'
import { newWait } from './wait.ts'

type Placed = Extract<TotemEvent, { type: 'callPlaced' }>
type OfCall = Exclude<
  TotemEvent,
  { type: 'totemPageOpened' | 'totemReturned' | 'callPlaced' | 'callbackRequested' }
>

/** What a totem's page does to the board. Null: accepted. */
export function applyTotemEvent(draft: Draft, event: TotemEvent): Refusal | null {
  if (event.type === 'totemPageOpened') return openPage(draft, event.totemId)
  if (!isCurrent(draft, event.totemId, event.epoch)) return 'page-replaced'
  switch (event.type) {
    case 'totemReturned':
      return renew(draft, event.totemId)
    case 'callPlaced':
      return placeCall(draft, event)
    case 'callbackRequested':
      return requestCallback(draft, event)
    default:
      return applyToCall(draft, event)
  }
}

/**
 * [SW-60] The newest page speaks for the totem; in a call it must first join the room again. What an
 * older page was saying goodbye to is not this visitor's [SW-72].
 */
function openPage(draft: Draft, id: TotemId): null {
  const before = draft.totems.get(id)
  const epoch = pageEpoch((before?.epoch ?? 0) + 1)
  draft.totems.set(id, {
    id,
    epoch,
    presence: 'here',
    leaseEndsAt: plus(draft.now, draft.rules.totemLeaseMs),
  })
  const call = callOfTotem(draft, id)
  if (call) replaceEnd(draft, call, 'totem')
  for (const over of callsAtTotem(draft, id)) {
    if (over.state === 'over') setCall(draft, over, { ...over, forgetAt: draft.now })
  }
  return null
}

const isCurrent = (draft: Draft, id: TotemId, epoch: PageEpoch): boolean =>
  draft.totems.get(id)?.epoch === epoch

function renew(draft: Draft, id: TotemId): null {
  const totem = draft.totems.get(id)
  if (totem) {
    setTotem(draft, totem, { presence: 'here', leaseEndsAt: plus(draft.now, draft.rules.totemLeaseMs) })
  }
  return null
}

const callOfTotem = (draft: Draft, id: TotemId): Call | undefined =>
  callsAtTotem(draft, id).find(({ state }) => state !== 'over')

function placeCall(draft: Draft, event: Placed): Refusal | null {
  const { callId, totemId, service, needs, channels, preferred } = event
  if (callOfTotem(draft, totemId)) return 'call-exists'
  const refusal = admissionRefusal(draft, totemId, event, draft.now)
  if (refusal) {
    draft.facts.push({ type: 'callRefused', totemId, service, refusal })
    return refusal
  }
  renew(draft, totemId)
  draft.calls.set(callId, {
    id: callId,
    totemId,
    service,
    needs,
    channels,
    priority: 0,
    enqueuedAt: draft.now,
    waitingSince: draft.now,
    shown: null,
    media: { kind: 'opening', deadline: plus(draft.now, draft.rules.openRoomMs) },
    callback: null,
    attempts: 0,
    exclusions: [],
    mediaFailures: 0,
    handover: null,
    preferred: preferred && {
      operatorId: preferred,
      until: plus(draft.now, draft.rules.preferredRelaxAfterMs),
    },
    stage: null,
    guests: [],
    wait: newWait(draft, { ...event, callback: null }, draft.now),
    state: 'waiting',
    because: 'placed',
    deadline: plus(draft.now, draft.rules.maxWaitMs),
  })
  draft.facts.push({
    type: 'callEnqueued',
    callId,
    totemId,
    service,
    needs,
    priority: 0,
    preferred,
    enqueuedAt: draft.now,
  })
  draft.effects.push({ type: 'openRoom', callId })
  return null
}

/** [SW-70] Something of one end has reached the other: they have met, if only for a moment. */
function hasMet(call: Call): boolean {
  if (call.state !== 'connecting') return call.state === 'in_call'
  const { totem, desk } = call.received
  return [totem, desk].some(({ sound, picture, text }) => sound || picture || text)
}

function applyToCall(draft: Draft, event: OfCall): Refusal | null {
  const call = draft.calls.get(event.callId)
  if (!call || !isAtTotem(call, event.totemId)) return 'call-unknown'
  if (event.type === 'farewellEnded') {
    if (call.state === 'over') setCall(draft, call, { ...call, forgetAt: draft.now })
    return null
  }
  if (call.state === 'over') return 'call-over'
  switch (event.type) {
    case 'visitorLeft':
      if (hasMet(call)) endCall(draft, call, { kind: 'ended', by: 'totem' }, 'completed')
      else endCall(draft, call, { kind: 'abandoned', by: 'visitor' }, 'withdrawn')
      return null
    case 'visitorStillHere':
      answerStillHere(draft, call)
      return null
    case 'totemJoined':
      joinEnd(draft, call, 'totem')
      return null
    case 'totemChannelsDeclared':
      declareChannels(draft, setCall(draft, call, call, { channels: event.channels }))
      return null
    case 'visitorTicked':
      return call.state === 'in_call' ? tickOnStage(draft, call, event.ticking) : 'not-on-stage'
    case 'totemReceivesSecond': {
      const place = secondOf(call, event.offerId)
      if (place) secondReceives(draft, place.call, 'totem', event.channels)
      return null
    }
    case 'totemReceives':
      if (call.state === 'connecting') {
        const received = { ...call.received, totem: event.channels }
        connectIfMet(draft, setCall(draft, call, { ...call, received }))
      }
      return null
  }
}

/** A channel that is no longer declared is no longer awaited, by whoever is connecting. */
function declareChannels(draft: Draft, call: Call): void {
  connectIfMet(draft, call)
  joinIfMet(draft, call)
}
