import { describe, expect, it } from 'vitest'
import {
  aboutGuest,
  asGuest,
  consult,
  consulting,
  letIn,
  maria,
  meetSecond,
  offerOf,
  say,
  transfer,
  ugo,
} from './engaged-day.ts'
import type { Effect } from './events.ts'
import type { OfferId } from './ids.ts'
import { anna, bruno, Day, padova, urp } from './situation.ts'

/** Anna has a call from Padova, Bruno is free. */
const inCall = () => new Day().onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00').inCall(anna, padova)

/** What the rooms are told to do while `work` happens. */
function ordersDuring(day: Day, work: () => void): Effect[] {
  const before = day.effects.length
  work()
  return day.effects.slice(before)
}

const callOf = (day: Day) => ({ callId: day.callAt(padova) })
const out = (day: Day, offerId: OfferId) => ({
  type: 'removeParticipant' as const,
  ...callOf(day),
  identity: `o-${offerId}`,
})

describe('a desk', () => {
  it('[SW-43] whose ring or call has moved on is taken out of the room', () => {
    const day = new Day().onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00')
    day.place(padova)
    const declined = offerOf(day, anna)
    expect(ordersDuring(day, () => day.decline(anna))).toEqual([out(day, declined)])
    day.answer(bruno)
    day.meet(bruno, padova)
    const sent = offerOf(day, bruno)
    const moved = ordersDuring(day, () => transfer(day, bruno, { kind: 'service', service: urp }))
    expect(moved).toEqual([out(day, sent)])
  })

  it('[SW-43] that has lost the call is out of it', () => {
    const day = inCall()
    const offer = offerOf(day, anna)
    day.silence(anna)
    expect(ordersDuring(day, () => day.to('09:00:40'))).toContainEqual(out(day, offer))
  })
})

describe('a consultation', () => {
  it('[SW-43] has a room of its own while it rings and lasts', () => {
    const day = inCall()
    const asked = ordersDuring(day, () => consult(day, anna, bruno))
    const offerId = offerOf(day, bruno)
    expect(asked).toEqual([{ type: 'openConsultRoom', ...callOf(day), offerId }])
    const closed = { type: 'closeConsultRoom', ...callOf(day), offerId }
    expect(ordersDuring(day, () => say(day, bruno, 'offerDeclined'))).toEqual([closed])
  })

  it('[SW-43] leaves it when the colleague comes to the visitor, or is released', () => {
    const released = inCall()
    consulting(released, anna, bruno)
    const closed = (day: Day) => ({ type: 'closeConsultRoom', ...callOf(day), offerId: offerOf(day, bruno) })
    const expected = closed(released)
    expect(ordersDuring(released, () => say(released, anna, 'consultReturned'))).toEqual([expected])

    const joining = inCall()
    consulting(joining, anna, bruno)
    expect(ordersDuring(joining, () => say(joining, anna, 'consultCompleted'))).toEqual([closed(joining)])
    const second = offerOf(joining, bruno)
    // By now it is the visitor's room that the colleague is taken out of.
    const back = ordersDuring(joining, () => say(joining, anna, 'consultReturned'))
    expect(back).toEqual([out(joining, second)])
  })

  it('[SW-43] takes the first operator out once the second has the call', () => {
    const day = inCall()
    const first = offerOf(day, anna)
    consulting(day, anna, bruno)
    say(day, anna, 'consultCompleted')
    expect(ordersDuring(day, () => meetSecond(day, bruno, padova))).toEqual([out(day, first)])
  })

  it('[SW-43] closes a room that opens when nobody needs it any more', () => {
    const day = inCall()
    consult(day, anna, bruno)
    const event = { type: 'consultRoomOpened', ...callOf(day), offerId: offerOf(day, bruno) } as const
    say(day, bruno, 'offerAnswered')
    say(day, anna, 'consultCompleted')
    const closed = { ...event, type: 'closeConsultRoom' }
    expect(ordersDuring(day, () => day.apply(event))).toEqual([closed])
    say(day, anna, 'consultReturned')
    expect(ordersDuring(day, () => day.apply(event))).toEqual([closed])
  })
})

describe('the room of a call', () => {
  it('[SW-41] that is open is open, whatever is said of it later', () => {
    const day = inCall()
    day.apply({ type: 'roomFailed', ...callOf(day) })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call' })
  })

  it('[SW-43] closes with it, once', () => {
    const day = inCall()
    const callId = day.callAt(padova)
    expect(ordersDuring(day, () => day.leave(padova))).toEqual([{ type: 'closeRoom', callId }])
    expect(ordersDuring(day, () => day.to('09:02'))).toEqual([])
  })

  it('[SW-255] a guest who leaves or is led out is removed from it; who was only at the door was never in', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    const gone = (guest: string) => ({
      type: 'removeParticipant',
      ...callOf(day),
      identity: `g-${guest}`,
    })
    expect(ordersDuring(day, () => asGuest(day, padova, maria, 'guestLeft'))).toEqual([gone(maria)])
    letIn(day, anna, padova, ugo)
    expect(ordersDuring(day, () => aboutGuest(day, anna, ugo, 'guestDismissed'))).toEqual([gone(ugo)])
    const turnedAway = inCall()
    aboutGuest(turnedAway, anna, maria, 'guestInvited')
    asGuest(turnedAway, padova, maria, 'guestArrived')
    expect(ordersDuring(turnedAway, () => aboutGuest(turnedAway, anna, maria, 'guestDismissed'))).toEqual([])
  })
})
