import { isAtTotem } from './at-totem.ts'
import { type Call, type CallbackRequest, NO_CHANNELS, type TimeWindow } from './board.ts'
import { callbackExpiresAt, windowsFor } from './callback-times.ts'
import { callsAtTotem } from './calls-at-totem.ts'
import type { Draft } from './draft.ts'
import { endCall } from './engagement.ts'
import type { CallbackRefusal, TotemEvent } from './events.ts'
import { type EpochMs, epochMs, type ServiceSlug } from './ids.ts'
import { type Demand, NOTHING_CHANGED } from './needs.ts'
import { toPhoneNumber } from './phone-number.ts'
import { inherited } from './preference.ts'
import { newWait } from './wait.ts'

type Requested = Extract<TotemEvent, { type: 'callbackRequested' }>

/** The place in the queue that a callback takes, and the call that had it. */
interface Place extends Pick<Demand, 'service' | 'needs'> {
  priority: number
  enqueuedAt: EpochMs
  call: Call | null
}

/** [SW-120] [SW-122] Takes a visitor's number: their call ends, and a callback has its place. */
export function requestCallback(draft: Draft, event: Requested): CallbackRefusal | null {
  if (draft.calls.has(event.callbackId)) return null
  const refusal = takeNumber(draft, event)
  if (refusal) draft.facts.push({ type: 'callbackRefused', totemId: event.totemId, refusal })
  return refusal
}

function takeNumber(draft: Draft, event: Requested): CallbackRefusal | null {
  const place = placeFor(draft, event)
  if (typeof place === 'string') return place
  const phone = toPhoneNumber(event.phone)
  if (!phone) return 'phone-invalid'
  const reason = event.reason.trim()
  if (reason.length > CALLBACK_REASON_LIMIT) return 'reason-too-long'
  const { window } = event
  if (window && !isOffered(draft, place.service, window)) return 'window-unavailable'
  const open = [...draft.calls.values()].filter((call) => call.callback !== null && call.state !== 'over')
  if (open.some((call) => call.callback?.phone === phone && call.service === place.service)) {
    return 'callback-exists'
  }
  if (open.filter(({ totemId }) => totemId === event.totemId).length >= draft.rules.callbacksPerTotem) {
    return 'callbacks-full'
  }
  const opening = draft.settings.services.get(place.service)?.opening
  queueCallback(draft, event, place, {
    phone,
    reason,
    window,
    inPlaceOf: place.call?.id ?? null,
    requestedAt: draft.now,
    notBefore: window?.from ?? draft.now,
    expiresAt: callbackExpiresAt(opening ?? { kind: 'unknown' }, window?.until ?? draft.now, draft.rules),
    failedDials: 0,
  })
  return null
}

/** Enough for a few sentences, as the desk can show them. In characters. */
const CALLBACK_REASON_LIMIT = 300

/** [SW-120] From a call that waits, rings or came to nothing; [SW-122] or where none was admitted. */
function placeFor(draft: Draft, { from, totemId }: Requested): Place | CallbackRefusal {
  if (from.kind === 'refusal') {
    if (!draft.settings.services.has(from.service)) return 'service-unknown'
    if (callsAtTotem(draft, totemId).some(({ state }) => state !== 'over')) return 'call-exists'
    return { service: from.service, needs: from.needs, priority: 0, enqueuedAt: draft.now, call: null }
  }
  const call = draft.calls.get(from.callId)
  if (!call || !isAtTotem(call, totemId)) return 'call-unknown'
  if (call.state === 'connecting' || call.state === 'in_call') return 'call-answered'
  if (call.state === 'over' && !cameToNothing(call)) return 'call-over'
  const { service, needs, priority, enqueuedAt } = call
  return { service, needs, priority, enqueuedAt, call }
}

/** The visitor did not get what they came for, and it was not their wish. */
const cameToNothing = (call: Call & { state: 'over' }): boolean =>
  call.outcome.kind === 'expired' || call.outcome.kind === 'overflowed' || call.outcome.kind === 'closed'

const isOffered = ({ settings, now }: Draft, service: ServiceSlug, { from, until }: TimeWindow): boolean =>
  windowsFor(settings, service, now).some((one) => one.from === from && one.until === until)

/** [SW-124] A call without a totem's page, without a room, and due with its window. */
function queueCallback(draft: Draft, event: Requested, place: Place, callback: CallbackRequest): void {
  const { call, service, needs, priority } = place
  const { callbackId, totemId } = event
  const { window, inPlaceOf, notBefore } = callback
  // Whoever waits before the window begins is not overtaken by somebody who asked for later.
  const enqueuedAt = window ? epochMs(Math.max(window.from, place.enqueuedAt)) : place.enqueuedAt
  const preferred = inherited(draft, call, notBefore)
  if (call && call.state !== 'over') {
    endCall(draft, call, { kind: 'callback', callbackId, window }, 'withdrawn')
  }
  draft.calls.set(callbackId, {
    id: callbackId,
    totemId,
    service,
    needs,
    channels: NO_CHANNELS,
    priority,
    enqueuedAt,
    handover: call?.handover ?? null,
    preferred,
    stage: null,
    guests: [],
    wait: {
      ...newWait(draft, { totemId, service, callback }, draft.now),
      overflow: call?.wait.overflow ?? NOTHING_CHANGED,
    },
    waitingSince: draft.now,
    shown: null,
    media: { kind: 'none' },
    callback,
    attempts: 0,
    exclusions: [],
    mediaFailures: 0,
    state: 'waiting',
    because: 'placed',
    deadline: callback.expiresAt,
  })
  const asks = { service, needs, priority, preferred, enqueuedAt, notBefore }
  draft.facts.push({ type: 'callbackQueued', callId: callbackId, totemId, ...asks, inPlaceOf, window })
}
