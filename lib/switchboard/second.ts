import {
  type Call,
  type Channels,
  covers,
  type InCall,
  NO_CHANNELS,
  type Offer,
  type RoomState,
} from './board.ts'
import { type Draft, setInCall, setOffer, setOperator } from './draft.ts'
import { isOnDuty } from './eligibility.ts'
import { acceptOffer, endOffer, endSecond, heldBy, liveOffer } from './engagement.ts'
import type { Refusal } from './events.ts'
import { holdFrom } from './hold.ts'
import { type EpochMs, type OfferId, type OperatorId, offerId, plus } from './ids.ts'
import { hearOfRoom } from './kept-room.ts'
import { deskIdentity } from './views.ts'

/**
 * An operator whom the one who has the call (the holder) has called in. At most one at a time.
 * ```
 *            answered             "Completa", "Unisci"            each confirmed the other
 *   ringing ─────────▶ consulting ───────────────────▶ joining ─┬─(take_over)─▶ holds the call
 *      │                   │                              │      └─(stay)──▶ beside ──▶ holds the call
 *      │ declined, expired,│ "Torna", hung up, 10 min,    │ 15 s               │        once the holder left
 *      ▼ withdrawn         ▼ lost                         ▼ "Torna", hung up   ▼ left, lost
 *   none               none                           none                 none
 * ```
 * Whenever it comes to none, the holder has the call as before; a visitor on hold stays so until the
 * holder resumes.
 */
export type Second =
  /** Its deadline is the offer's. */
  | { stage: 'ringing'; offerId: OfferId; room: RoomState; note: string }
  | {
      stage: 'consulting'
      offerId: OfferId
      /** Of the two operators alone: `consult-<offerId>`. */
      room: RoomState
      note: string
      endsAt: EpochMs
      /** Until when the second may come back. Null: there. */
      lost: EpochMs | null
      /** The page was opened anew and has not said yet that it is in the room. */
      mustJoin: boolean
    }
  | {
      stage: 'joining'
      offerId: OfferId
      /** `take_over`: the holder goes once the second is connected. `stay`: three talk. */
      aim: 'take_over' | 'stay'
      note: string
      deadline: EpochMs
      /** What the visitor and the second say they receive of each other. */
      received: { totem: Channels; desk: Channels }
    }
  | { stage: 'beside'; offerId: OfferId; since: EpochMs; lost: EpochMs | null; mustJoin: boolean }

/** The second's place in the call, if this offer is theirs. */
export const secondOf = (call: Call, id: OfferId): { call: InCall; second: Second } | null =>
  call.state === 'in_call' && call.second?.offerId === id ? { call, second: call.second } : null

/** [SW-150] Rings a colleague, who must be free now; the visitor holds meanwhile. */
export function startConsult(
  draft: Draft,
  call: InCall,
  asked: { from: OperatorId; to: OperatorId; note: string },
): Refusal | null {
  if (call.second) return 'consult-running'
  if (asked.to === asked.from) return 'target-is-self'
  const target = draft.operators.get(asked.to)
  if (!target || !isOnDuty(draft, target, draft.now) || target.devices.kind !== 'checked') {
    return 'target-not-on-duty'
  }
  if (target.work.kind !== 'idle' || target.readyAt > draft.now) return 'target-busy'
  const { now, rules } = draft
  const attempt = call.attempts + 1
  const id = offerId(`${call.id}.${attempt}`)
  draft.offers.set(id, {
    id,
    callId: call.id,
    operatorId: target.id,
    role: 'consult',
    attempt,
    offeredAt: now,
    channels: target.devices.channels,
    state: 'ringing',
    expiresAt: plus(now, rules.ringMs),
  })
  setOperator(draft, target, { work: { kind: 'engaged', offerId: id } })
  const room: RoomState = { kind: 'opening', deadline: plus(now, rules.openRoomMs) }
  const second: Second = { stage: 'ringing', offerId: id, room, note: asked.note }
  setInCall(draft, call, { attempts: attempt, second, hold: call.hold ?? holdFrom(draft) })
  draft.facts.push({
    type: 'offerMade',
    callId: call.id,
    offerId: id,
    operatorId: target.id,
    role: 'consult',
  })
  draft.effects.push({ type: 'openConsultRoom', callId: call.id, offerId: id })
  return null
}

/** [SW-151] The colleague answers: the two talk in their own room. */
export function answerConsult(draft: Draft, call: InCall, offer: Offer): void {
  const { second } = call
  if (second?.stage !== 'ringing' || offer.state !== 'ringing') return
  const { now, rules } = draft
  acceptOffer(draft, offer)
  setInCall(draft, call, {
    second: {
      ...second,
      stage: 'consulting',
      endsAt: plus(now, rules.consultLimitMs),
      lost: null,
      mustJoin: false,
    },
  })
}

/** [SW-152] [SW-153] "Completa" or "Unisci": the colleague comes to the visitor. */
export function bringIn(draft: Draft, call: InCall, aim: 'take_over' | 'stay'): Refusal | null {
  const { second } = call
  if (!second || second.stage === 'beside') return 'no-consult'
  if (second.stage === 'joining') return second.aim === aim ? null : 'hand-over-running'
  if (second.stage === 'ringing' || second.lost !== null) return 'consult-not-connected'
  const { offerId, note } = second
  setInCall(draft, call, {
    hold: aim === 'stay' ? null : call.hold,
    second: {
      stage: 'joining',
      offerId,
      aim,
      note,
      deadline: plus(draft.now, draft.rules.connectMs),
      received: { totem: NO_CHANNELS, desk: NO_CHANNELS },
    },
  })
  draft.facts.push({ type: 'secondBroughtIn', callId: call.id, offerId, aim })
  draft.effects.push({ type: 'closeConsultRoom', callId: call.id, offerId })
  return null
}

/** [SW-154] "Torna": the colleague is released, the holder talks to the visitor again. */
export function returnFromConsult(draft: Draft, call: InCall): Refusal | null {
  const { second } = call
  if (!second || second.stage === 'beside') return 'no-consult'
  const alone = endSecond(draft, call, second.stage === 'ringing' ? 'withdrawn' : 'completed')
  setInCall(draft, alone, { hold: null })
  return null
}

/** [SW-157] Without a room there is nothing to consult in. */
export function consultRoomAway(draft: Draft, call: InCall): void {
  endSecond(draft, call, call.second?.stage === 'ringing' ? 'withdrawn' : 'completed')
}

/** One of the two who are to meet says what it receives of the other. */
export function secondReceives(draft: Draft, call: InCall, end: 'totem' | 'desk', channels: Channels): void {
  const { second } = call
  if (second?.stage !== 'joining') return
  const received = { ...second.received, [end]: channels }
  joinIfMet(draft, setInCall(draft, call, { second: { ...second, received } }))
}

/** [SW-152] Only once each has confirmed every channel that the other declared is the first released. */
export function joinIfMet(draft: Draft, call: Call): void {
  if (call.state !== 'in_call' || call.second?.stage !== 'joining') return
  const { aim, received } = call.second
  const offer = liveOffer(draft, call.second.offerId)
  if (offer?.state !== 'accepted') return
  if (!covers(received.totem, offer.channels) || !covers(received.desk, call.channels)) return
  const { id, operatorId, role } = offer
  draft.facts.push({ type: 'callConnected', callId: call.id, offerId: id, operatorId, role })
  if (aim === 'take_over') {
    promoteSecond(draft, call, 'completed')
    return
  }
  setOffer(draft, offer, { state: 'active', acceptedAt: offer.acceptedAt, connectedAt: draft.now })
  setInCall(draft, call, {
    second: { stage: 'beside', offerId: offer.id, since: draft.now, lost: null, mustJoin: false },
  })
}

/** The second has the call from now on, with what they were told when they were asked; the first is released. */
export function promoteSecond(draft: Draft, call: InCall, outcome: 'completed' | 'lost'): void {
  const { second } = call
  const first = heldBy(draft, call)
  const offer = second && liveOffer(draft, second.offerId)
  if (!second || !offer || (offer.state !== 'accepted' && offer.state !== 'active')) return
  if (first) {
    endOffer(draft, first, outcome)
    draft.effects.push({ type: 'removeParticipant', callId: call.id, identity: deskIdentity(first.id) })
  }
  const { now, rules } = draft
  const connectedAt = offer.state === 'active' ? offer.connectedAt : now
  const { acceptedAt } = offer
  draft.offers.set(offer.id, { ...offer, role: 'primary', state: 'active', acceptedAt, connectedAt })
  const isBeside = second.stage === 'beside'
  const others = call.mustJoin.filter((end) => end !== 'desk')
  setInCall(draft, call, {
    offerId: offer.id,
    deadline: plus(now, rules.callBeatMs),
    lost: { totem: call.lost.totem, desk: isBeside ? second.lost : null },
    mustJoin: isBeside && second.mustJoin ? [...others, 'desk'] : others,
    hold: null,
    second: null,
    handover:
      second.stage === 'joining' && first
        ? { from: first.operatorId, note: second.note, at: now }
        : call.handover,
  })
  draft.facts.push({
    type: 'callTakenOver',
    callId: call.id,
    offerId: offer.id,
    operatorId: offer.operatorId,
    from: call.offerId,
  })
}

/** [SW-155] The second's page is gone for now: it has the rejoin grace. While joining the deadline is short enough. */
export function loseSecond(draft: Draft, call: InCall): void {
  const { second } = call
  if (second?.stage !== 'consulting' && second?.stage !== 'beside') return
  if (second.lost !== null) return
  const lost = plus(draft.now, draft.rules.rejoinGraceMs)
  setInCall(draft, call, { second: { ...second, lost } })
  draft.facts.push({ type: 'secondLost', callId: call.id, offerId: second.offerId })
}

/** The second has a new page, which must join first. What the old one received proves nothing. */
export function replaceSecond(draft: Draft, call: InCall): void {
  const { second } = call
  if (second?.stage === 'joining') {
    const received = { ...second.received, desk: NO_CHANNELS }
    setInCall(draft, call, { second: { ...second, received } })
  } else if (second?.stage === 'consulting' || second?.stage === 'beside') {
    loseSecond(draft, setInCall(draft, call, { second: { ...second, mustJoin: true } }))
  }
}

/** The second's page says that it is in the room; whoever talks to the visitor keeps it [SW-409]. */
export function joinSecond(draft: Draft, said: InCall): void {
  const call = said.second?.stage === 'beside' ? hearOfRoom(draft, said, 'desk') : said
  if (call.state !== 'in_call') return
  const { second } = call
  if (second?.stage !== 'consulting' && second?.stage !== 'beside') return
  if (!second.mustJoin && second.lost === null) return
  returnSecond(draft, setInCall(draft, call, { second: { ...second, mustJoin: false } }))
}

/** The second is back in time. */
export function returnSecond(draft: Draft, call: InCall): void {
  const { second } = call
  if (second?.stage !== 'consulting' && second?.stage !== 'beside') return
  if (second.mustJoin || second.lost === null) return
  setInCall(draft, call, { second: { ...second, lost: null } })
  draft.facts.push({ type: 'secondReturned', callId: call.id, offerId: second.offerId })
}
