import { besidesAtDesk } from './besides.ts'
import type { Board, Call, CallbackRequest, Offer, Operator } from './board.ts'
import { secondWork } from './consult-view.ts'
import { type Guest, guestIdentity } from './guests.ts'
import { handOverTargets } from './hand-over-targets.ts'
import type { EpochMs, OperatorId, PageEpoch } from './ids.ts'
import { placesOn } from './places.ts'
import { secondOf } from './second.ts'
import {
  type CallbackAtDesk,
  type DeskOffer,
  type DeskView,
  type DeskWork,
  deskIdentity,
  type GuestAtDesk,
  type QueuedCall,
  roomName,
  totemIdentity,
} from './views.ts'

/** What the desk page with `epoch` of this operator may know. */
export function deskView(board: Board, operatorId: OperatorId, epoch: PageEpoch, now: EpochMs): DeskView {
  const settings = board.settings.operators.get(operatorId)
  const operator = board.operators.get(operatorId)
  // A closed account is told nothing more, even on a stream that was opened before.
  const isCurrent = operator?.desk.epoch === epoch && settings?.isActive === true
  return {
    audience: 'desk',
    serverNow: now,
    page: isCurrent ? 'current' : 'replaced',
    epoch,
    bodyName: board.settings.bodyName,
    operator: {
      id: operatorId,
      displayName: settings?.displayName ?? '',
      officeName: settings?.officeName ?? '',
    },
    intent: operator?.intent ?? 'off_duty',
    intentBy: operator && operator.intentBy !== operatorId ? 'supervisor' : 'self',
    breakReason: operator?.breakReason ?? null,
    devices: operator?.devices ?? { kind: 'unchecked' },
    work: operator && isCurrent ? workOf(board, operator) : { kind: 'idle', readyAt: now },
    queue: isCurrent ? queueOn(board, now) : [],
    queueLength: isCurrent ? placesOn(board, now).calls.length : 0,
    handOver: operator && isCurrent ? handOverTargets(board, operator, now) : null,
  }
}

/** The same for all desks. */
function queueOn(board: Board, now: EpochMs): readonly QueuedCall[] {
  const { calls } = placesOn(board, now)
  const known = queues.get(calls)
  if (known) return known
  const queue = calls.slice(0, QUEUE_SHOWN).map((call, index) => queued(board, call, index + 1))
  queues.set(calls, queue)
  return queue
}

/** [SW-380] More than anybody scrolls through, and no more than a few kilobytes after every command (our choice). */
const QUEUE_SHOWN = 50

/** By the calls on them: these are made anew for each board. */
const queues = new WeakMap<readonly Call[], readonly QueuedCall[]>()

function workOf(board: Board, operator: Operator): DeskWork {
  const { work } = operator
  const idle: DeskWork = { kind: 'idle', readyAt: operator.readyAt }
  switch (work.kind) {
    case 'idle':
      return idle
    case 'not_responding':
      return work
    case 'wrap_up': {
      const { callId, totemId, service, endsAt, isExtended } = work.wrapUp
      const totemName = board.settings.totems.get(totemId)?.name ?? ''
      return {
        kind: 'wrap_up',
        callId,
        totemName,
        service,
        serviceTitle: titleOf(board, service),
        endsAt,
        isExtended,
      }
    }
    case 'engaged': {
      const offer = board.offers.get(work.offerId)
      const call = offer && board.calls.get(offer.callId)
      return offer && call ? engagedWork(board, offer, call) : idle
    }
  }
}

function engagedWork(board: Board, offer: Offer, call: Call): DeskWork {
  const shown = deskOffer(board, offer, call)
  const place = secondOf(call, offer.id)
  if (place) return secondWork(board, place, offer, shown) ?? { kind: 'idle', readyAt: offer.offeredAt }
  if (offer.state === 'ringing') {
    return { kind: 'ringing', offer: shown, offeredAt: offer.offeredAt, expiresAt: offer.expiresAt }
  }
  if (call.state === 'connecting') return { kind: 'connecting', offer: shown, lost: call.lost }
  if (call.state === 'in_call') {
    const { connectedAt, lost } = call
    return { kind: 'in_call', offer: shown, connectedAt, lost, ...besidesAtDesk(board, call) }
  }
  if (call.callback && call.state === 'dialling') {
    return { kind: 'dialling', offer: shown, phone: call.callback.phone }
  }
  if (call.callback && call.state === 'on_phone') {
    return { kind: 'on_phone', offer: shown, phone: call.callback.phone, reachedAt: call.reachedAt }
  }
  return { kind: 'idle', readyAt: offer.offeredAt }
}

const deskOffer = (board: Board, offer: Offer, call: Call): DeskOffer => ({
  id: offer.id,
  callId: call.id,
  totemName: board.settings.totems.get(call.totemId)?.name ?? '',
  service: call.service,
  serviceTitle: titleOf(board, call.service),
  needs: call.needs,
  enqueuedAt: call.enqueuedAt,
  again: offer.attempt > 1,
  handover: call.handover && {
    fromName: board.settings.operators.get(call.handover.from)?.displayName ?? '',
    note: call.handover.note,
    at: call.handover.at,
  },
  room: { name: roomName(call.id), media: call.media.kind },
  identity: deskIdentity(offer.id),
  visitorIdentity: totemIdentity(call.id),
  channels: offer.channels,
  visitorChannels: call.channels,
  guests: call.guests.flatMap(guestAtDesk),
  callback: call.callback && callbackAtDesk(board, call.callback),
})

const guestAtDesk = (guest: Guest): GuestAtDesk[] => {
  if (guest.state === 'over') return []
  const { id, as, name, state } = guest
  const until = state === 'invited' ? guest.expiresAt : null
  return [{ id, identity: guestIdentity(id), as, name, state, until }]
}

const callbackAtDesk = (board: Board, callback: CallbackRequest): CallbackAtDesk => ({
  reason: callback.reason,
  window: callback.window,
  requestedAt: callback.requestedAt,
  failedDials: callback.failedDials,
  dialsAtMost: board.settings.rules.callbackAttempts,
})

const titleOf = (board: Board, slug: Call['service']): string =>
  board.settings.services.get(slug)?.title ?? slug

const queued = (board: Board, call: Call, position: number): QueuedCall => ({
  position,
  totemName: board.settings.totems.get(call.totemId)?.name ?? '',
  serviceTitle: titleOf(board, call.service),
  language: call.needs.language,
  enqueuedAt: call.enqueuedAt,
  isCallback: call.callback !== null,
})
