import type { Call, Offer, Operator, TotemPage } from './board.ts'
import { callsAtTotem } from './calls-at-totem.ts'
import { deskSilent } from './dialling.ts'
import { type Draft, setCall, setOperator, setTotem } from './draft.ts'
import {
  callOf,
  closeOrServeOn,
  endCall,
  endOffer,
  endRing,
  heldBy,
  liveOffer,
  loseEnd,
  waitAgain,
} from './engagement.ts'
import { guestDues } from './guests.ts'
import { hasRoom } from './has-room.ts'
import { type EpochMs, plus } from './ids.ts'
import { inCallDues } from './in-call-dues.ts'
import { loseSecond, promoteSecond, secondOf } from './second.ts'
import { askStillHere } from './still-here.ts'

/** Something that happens by itself at an instant, and what it then does to the draft. */
export interface Due {
  at: EpochMs
  happen: (draft: Draft) => void
}

/**
 * Every deadline of an offer. Of this one and of those below: each, once done, is gone or lies ahead, so that
 * doing what is due ends.
 */
export const offerDues = (offer: Offer): Due[] =>
  offer.state === 'ringing'
    ? [{ at: offer.expiresAt, happen: (draft) => endRing(draft, offer, 'expired') }]
    : []

export const totemDues = (totem: TotemPage): Due[] =>
  totem.presence === 'here' ? [{ at: totem.leaseEndsAt, happen: (draft) => totemGone(draft, totem) }] : []

export function callDues(call: Call): Due[] {
  const list: Due[] = []
  if (call.state === 'over') return list
  list.push(...guestDues(call))
  const { media } = call
  if (media.kind === 'opening' || media.kind === 'away') {
    list.push({ at: media.deadline, happen: (draft) => roomAway(draft, call) })
  }
  switch (call.state) {
    case 'waiting':
      list.push({
        at: call.deadline,
        happen: (draft) => endCall(draft, call, { kind: 'expired' }, 'withdrawn'),
      })
      list.push(...waitDues(call))
      break
    case 'offered':
      break
    case 'connecting':
      list.push(...connectingDues(call))
      break
    case 'in_call':
      list.push({ at: call.deadline, happen: (draft) => beatMissed(draft, call) })
      list.push(...lostDues(call), ...inCallDues(call))
      break
    case 'dialling':
    case 'on_phone':
      list.push({ at: call.deadline, happen: (draft) => deskSilent(draft, call) })
      break
  }
  return list
}

/** What waiting itself brings; none of it while the call rings. */
function waitDues(call: Call & { state: 'waiting' }): Due[] {
  const { servedUntil, stillHere } = call.wait
  const list: Due[] = []
  if (servedUntil !== null) list.push({ at: servedUntil, happen: (draft) => closeOrServeOn(draft, call) })
  if (stillHere.kind === 'asked') {
    list.push({
      at: stillHere.answerBy,
      happen: (draft) => endCall(draft, call, { kind: 'abandoned', by: 'walked_off' }, 'withdrawn'),
    })
  } else if (stillHere.askAt !== null) {
    list.push({ at: stillHere.askAt, happen: (draft) => askStillHere(draft, call) })
  }
  return list
}

/** While an end is lost the other has nobody to meet. */
const connectingDues = (call: Call & { state: 'connecting' }): Due[] =>
  call.lost.totem === null && call.lost.desk === null && hasRoom(call)
    ? [{ at: call.deadline, happen: (draft) => mediaNeverMet(draft, call) }]
    : lostDues(call)

function lostDues(call: Call & { state: 'connecting' | 'in_call' }): Due[] {
  const list: Due[] = []
  if (!hasRoom(call)) return list
  const { totem, desk } = call.lost
  if (totem !== null) {
    list.push({
      at: totem,
      happen: (draft) => {
        if (call.state === 'in_call') endCall(draft, call, { kind: 'ended', by: 'totem_lost' }, 'completed')
        else endCall(draft, call, { kind: 'abandoned', by: 'totem_lost' }, 'withdrawn')
      },
    })
  }
  if (desk !== null) {
    list.push({
      at: desk,
      happen: (draft) => {
        if (call.state === 'in_call' && call.second?.stage === 'beside') {
          promoteSecond(draft, call, 'lost')
          return
        }
        const offer = heldBy(draft, call)
        if (!offer || call.lost.totem !== null) {
          endCall(draft, call, { kind: 'ended', by: 'both_lost' }, 'lost')
          return
        }
        endOffer(draft, offer, 'lost')
        waitAgain(draft, call, 'operator_lost', offer)
      },
    })
  }
  return list
}

export function operatorDues(operator: Operator): Due[] {
  const list: Due[] = []
  if (operator.desk.presence === 'here') {
    list.push({ at: operator.desk.leaseEndsAt, happen: (draft) => deskGone(draft, operator) })
  }
  if (operator.work.kind === 'wrap_up') {
    const { wrapUp } = operator.work
    list.push({
      at: wrapUp.endsAt,
      happen: (draft) => {
        setOperator(draft, operator, { work: { kind: 'idle' }, idleSince: draft.now })
        draft.facts.push({
          type: 'wrapUpOver',
          callId: wrapUp.callId,
          offerId: wrapUp.offerId,
          operatorId: operator.id,
          how: 'timed_out',
        })
      },
    })
  }
  return list
}

/** [SW-52] Only the lease says that a desk is gone; what it was doing follows. */
function deskGone(draft: Draft, operator: Operator): void {
  setOperator(draft, operator, { desk: { ...operator.desk, presence: 'gone' } })
  draft.facts.push({ type: 'deskLost', operatorId: operator.id })
  if (operator.work.kind !== 'engaged') return
  const offer = liveOffer(draft, operator.work.offerId)
  const call = offer && callOf(draft, offer)
  if (!offer || !call) return
  const place = secondOf(call, offer.id)
  if (offer.state === 'ringing') endRing(draft, offer, 'withdrawn')
  else if (place) loseSecond(draft, place.call)
  else loseEnd(draft, call, 'desk')
}

function totemGone(draft: Draft, totem: TotemPage): void {
  setTotem(draft, totem, { presence: 'gone' })
  for (const call of callsAtTotem(draft, totem.id)) totemLost(draft, call)
}

/**
 * [SW-53] A totem that is gone while waiting has abandoned. [SW-260] In an answered call it has half of the
 * grace: it has been silent for its whole lease already, and its own page gives the server up after 20 s.
 */
function totemLost(draft: Draft, call: Call): void {
  if (call.state === 'waiting' || call.state === 'offered') {
    endCall(draft, call, { kind: 'abandoned', by: 'totem_lost' }, 'withdrawn')
  } else {
    loseEnd(draft, call, 'totem', draft.rules.rejoinGraceMs / 2)
  }
}

/** [SW-42] Answered, but not every channel arrived in time. The second time in a row the call gives up. */
function mediaNeverMet(draft: Draft, call: Call): void {
  const offer = heldBy(draft, call)
  const mediaFailures = call.mediaFailures + 1
  if (!offer || mediaFailures >= MEDIA_FAILURES_AT_MOST) {
    endCall(draft, call, { kind: 'closed', why: 'media_failed' }, 'media_failed')
    return
  }
  endOffer(draft, offer, 'media_failed')
  waitAgain(draft, { ...call, mediaFailures }, 'media_failed', offer)
}

const MEDIA_FAILURES_AT_MOST = 2

/** [SW-54] The backstop of a call: it goes on while either end's lease lives. */
function beatMissed(draft: Draft, call: Call & { state: 'in_call' }): void {
  const offer = heldBy(draft, call)
  const desk = offer && draft.operators.get(offer.operatorId)?.desk
  const totem = draft.totems.get(call.totemId)
  if (desk?.presence === 'here' || totem?.presence === 'here') {
    setCall(draft, call, { ...call, deadline: plus(draft.now, draft.rules.callBeatMs) })
  } else {
    endCall(draft, call, { kind: 'ended', by: 'both_lost' }, 'completed')
  }
}

/** [SW-41] [SW-407] No room, no call: the visitor is told while somebody can still help by phone. */
export function roomAway(draft: Draft, call: Call): void {
  const offerOutcome = call.state === 'in_call' ? 'completed' : 'withdrawn'
  endCall(draft, { ...call, media: { kind: 'failed' } }, { kind: 'closed', why: 'media_away' }, offerOutcome)
}
