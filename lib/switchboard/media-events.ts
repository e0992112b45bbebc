import type { Call, End } from './board.ts'
import { roomAway } from './deadlines.ts'
import { type Draft, setCall, setInCall } from './draft.ts'
import { isPresent } from './eligibility.ts'
import { heldBy, liveOffer, loseEnd, returnEnd } from './engagement.ts'
import type { MediaEvent, Refusal } from './events.ts'
import { hasRoom } from './has-room.ts'
import { plus } from './ids.ts'
import { isKeptByBoth } from './kept-room.ts'
import { endsAnew } from './outage.ts'
import { consultRoomAway, loseSecond, returnSecond, secondOf } from './second.ts'

/** What the media server's rooms say. Never refused: a late or repeated report changes nothing. */
export function applyMediaEvent(draft: Draft, event: MediaEvent): Refusal | null {
  if ('offerId' in event) return applySecondMediaEvent(draft, event)
  const call = draft.calls.get(event.callId)
  if (!call || call.callback) return null
  if (call.state === 'over') {
    // The room may have opened after the visitor had left: it must not outlive the call.
    if (event.type === 'roomOpened') draft.effects.push({ type: 'closeRoom', callId: call.id })
    return null
  }
  switch (event.type) {
    case 'roomOpened':
      roomOpened(draft, call)
      return null
    case 'roomLost':
      roomLost(draft, call)
      return null
    case 'roomFailed':
      if (call.media.kind === 'opening') roomAway(draft, call)
      return null
    case 'endGone':
      loseEnd(draft, call, event.end)
      return null
    case 'endSeen':
      if (isEndPresent(draft, call, event.end)) returnEnd(draft, call, event.end)
      return null
  }
}

/** [SW-406] Whoever could not meet or come back for want of a room has the whole time for it from now on. */
function roomOpened(draft: Draft, call: Call): void {
  if (call.media.kind !== 'opening' && call.media.kind !== 'away') return
  const anew = endsAnew(call, draft.rules, draft.now)
  setCall(draft, anew, anew, { media: { kind: 'open' } })
  const second = call.state === 'in_call' ? call.second : null
  if (second && 'room' in second && second.room.kind === 'opening') {
    // Whoever was to open it may have given up meanwhile.
    draft.effects.push({ type: 'openConsultRoom', callId: call.id, offerId: second.offerId })
  }
}

/** [SW-405] However often it is missed, it has one time to come back. */
function roomLost(draft: Draft, call: Call): void {
  if (call.media.kind !== 'open') return
  const deadline = plus(draft.now, draft.rules.roomAwayMs)
  setCall(draft, call, call, { media: { kind: 'away', deadline, heard: { totem: null, desk: null } } })
}

/** What the rooms say of an operator who was called in. */
function applySecondMediaEvent(draft: Draft, event: SecondMediaEvent): null {
  const { callId, offerId } = event
  const call = draft.calls.get(callId)
  const place = call && secondOf(call, offerId)
  if (!place) {
    // It may have opened after the consultation was off: it must not outlive it.
    if (event.type === 'consultRoomOpened') draft.effects.push({ type: 'closeConsultRoom', callId, offerId })
    return null
  }
  const { second } = place
  switch (event.type) {
    case 'consultRoomOpened':
      if (second.stage === 'ringing' || second.stage === 'consulting') {
        setInCall(draft, place.call, { second: { ...second, room: { kind: 'open' } } })
      } else draft.effects.push({ type: 'closeConsultRoom', callId, offerId })
      return null
    case 'consultRoomFailed':
      if (!('room' in second) || second.room.kind !== 'opening') return null
      // [SW-409] An outage of ours alone may last: nobody waits for its end.
      if (hasRoom(place.call) || isKeptByBoth(place.call, draft.now)) consultRoomAway(draft, place.call)
      return null
    case 'secondGone':
      if (second.stage === 'beside') loseSecond(draft, place.call)
      return null
    case 'secondSeen': {
      const offer = liveOffer(draft, offerId)
      const operator = offer && draft.operators.get(offer.operatorId)
      if (second.stage === 'beside' && operator && isPresent(operator, draft.now)) {
        returnSecond(draft, place.call)
      }
      return null
    }
  }
}

type SecondMediaEvent = Extract<MediaEvent, { offerId: unknown }>

/** An end is back only if its page is alive too: a picture without a page cannot be commanded. */
function isEndPresent(draft: Draft, call: Call, end: End): boolean {
  if (end === 'totem') {
    const totem = draft.totems.get(call.totemId)
    return totem?.presence === 'here' && totem.leaseEndsAt > draft.now
  }
  const offer = heldBy(draft, call)
  const operator = offer && draft.operators.get(offer.operatorId)
  return operator ? isPresent(operator, draft.now) : false
}
