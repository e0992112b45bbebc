import { describe, expect, it } from 'vitest'
import type { Channels } from './board.ts'
import type { OfferId } from './ids.ts'
import {
  anna,
  at,
  bruno,
  Day,
  damaso,
  NO_NEEDS,
  padova,
  SOUND_ONLY,
  urp,
  VIDEO,
  villanova,
} from './situation.ts'

const annaIsFree = () => new Day().onDuty(anna, '09:00').to('09:05')

/** A command of Anna's about an offer that may be over. */
const about = (day: Day, offerId: OfferId, type: 'offerAnswered' | 'offerDeclined' | 'operatorHungUp') =>
  day.apply({ type, offerId, operatorId: anna, epoch: day.epochOf(anna) })

describe('one end of a ring', () => {
  it('[SW-26] who has answered cannot decline any more, and keeps the call', () => {
    const day = annaIsFree()
    day.place(padova)
    const offer = day.ringingOffer(anna)
    day.answer(anna)
    expect(about(day, offer, 'offerDeclined')).toBe('offer-over')
    expect(day.work(anna)).toBe('connecting')
    day.meet(anna, padova)
    expect(about(day, offer, 'offerDeclined')).toBe('offer-over')
    expect(day.work(anna)).toBe('in_call')
  })

  it('[SW-26] [SW-70] what only rings cannot be hung up', () => {
    const day = annaIsFree()
    day.place(padova)
    expect(about(day, day.ringingOffer(anna), 'operatorHungUp')).toBe('offer-over')
    expect(day.work(anna)).toBe('ringing')
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
  })

  it('[SW-26] is told for a minute', () => {
    const day = annaIsFree()
    day.place(padova)
    const offer = day.ringingOffer(anna)
    day.to('09:06:19')
    expect(about(day, offer, 'offerAnswered')).toBe('offer-expired')
    day.to('09:06:20')
    expect(about(day, offer, 'offerAnswered')).toBe('offer-over')
  })
})

describe('what has arrived', () => {
  it.each<Channels>([
    { sound: false, picture: true, text: false },
    { sound: true, picture: false, text: false },
  ])('[SW-40] every channel is awaited, sound and picture alike: %j is not enough', (channels) => {
    const day = annaIsFree()
    day.place(padova)
    day.answer(anna)
    day.meet(anna, padova, channels)
    expect(day.work(anna)).toBe('connecting')
  })

  it('[SW-40] a picture that the desk no longer sends is not awaited', () => {
    const day = annaIsFree()
    day.place(padova)
    day.answer(anna)
    const offer = { offerId: day.heldOffer(anna), operatorId: anna, epoch: day.epochOf(anna) }
    const call = { callId: day.callAt(padova), totemId: padova, epoch: day.pageOf(padova) }
    day.apply({ type: 'deskReceives', ...offer, channels: VIDEO })
    day.apply({ type: 'totemReceives', ...call, channels: SOUND_ONLY })
    expect(day.work(anna)).toBe('connecting')
    day.apply({ type: 'deskChannelsDeclared', ...offer, channels: SOUND_ONLY })
    expect(day.work(anna)).toBe('in_call')
  })

  const one = (channel: keyof Channels): Channels => ({
    ...{ sound: false, picture: false, text: false },
    [channel]: true,
  })

  it.each([
    ['sound', 'totem'],
    ['picture', 'totem'],
    ['text', 'totem'],
    ['sound', 'desk'],
    ['picture', 'desk'],
    ['text', 'desk'],
  ] as const)('[SW-70] %s that has reached the %s makes it a call: the operator wraps up', (channel, end) => {
    const day = annaIsFree()
    day.place(padova)
    day.answer(anna)
    const page =
      end === 'totem'
        ? ({
            type: 'totemReceives',
            callId: day.callAt(padova),
            totemId: padova,
            epoch: day.pageOf(padova),
          } as const)
        : ({
            type: 'deskReceives',
            offerId: day.heldOffer(anna),
            operatorId: anna,
            epoch: day.epochOf(anna),
          } as const)
    day.apply({ ...page, channels: one(channel) })
    day.leave(padova)
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'ended', by: 'totem' } })
    expect(day.work(anna)).toBe('wrap_up')
  })

  it('[SW-70] nothing that has reached anybody makes it none: the visitor has abandoned', () => {
    const day = annaIsFree()
    day.place(padova)
    day.answer(anna)
    day.leave(padova)
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'abandoned', by: 'visitor' } })
  })
})

describe('the desk during a wrap-up', () => {
  const wrappingUp = () => {
    const day = annaIsFree().inCall(anna, padova)
    day.hangUpAtDesk(anna)
    return day
  }

  it('[SW-61] is not taken over by another page unasked', () => {
    const day = wrappingUp()
    expect(day.openDesk(anna)).toBe('desk-elsewhere')
    expect(day.openDesk(anna, { reload: true })).toBeNull()
    expect(day.openDesk(anna, { takeOver: true })).toBeNull()
    expect(day.work(anna)).toBe('wrap_up')
  })

  it('[SW-61] is anybody’s of theirs once its page is gone', () => {
    const day = wrappingUp()
    day.silence(anna)
    day.to('09:05:21')
    expect(day.work(anna)).toBe('wrap_up')
    expect(day.openDesk(anna)).toBeNull()
  })

  it('[SW-71] does not end by a word about the call before', () => {
    const day = wrappingUp()
    const before = day.callAt(padova)
    day.saveWrapUp(anna)
    day.inCall(anna, villanova)
    day.hangUpAtDesk(anna)
    const late = { callId: before, operatorId: anna, epoch: day.epochOf(anna) }
    expect(day.apply({ type: 'wrapUpSaved', ...late })).toBe('wrap-up-over')
    expect(day.apply({ type: 'wrapUpExtended', ...late })).toBe('wrap-up-over')
    expect(day.desk(anna).work).toMatchObject({ kind: 'wrap_up', endsAt: at('09:06'), isExtended: false })
  })
})

it('[SW-24] whoever says "Ci sono" has a moment before the next ring', () => {
  const day = annaIsFree()
  day.place(padova)
  day.to('09:05:30')
  day.comeBack(anna)
  expect(day.desk(anna).work).toEqual({ kind: 'idle', readyAt: at('09:05:32') })
  expect(day.to('09:05:32').work(anna)).toBe('ringing')
})

it('[SW-181] the log says of a call that is over since when it had its place', () => {
  const day = annaIsFree().inCall(anna, villanova)
  day.place(padova)
  day.to('09:06').leave(padova)
  expect(day.facts).toContainEqual({
    type: 'callOver',
    callId: day.callAt(padova),
    outcome: { kind: 'abandoned', by: 'visitor' },
    enqueuedAt: at('09:05'),
  })
})

it('[SW-72] the end is shown for five whole minutes', () => {
  const day = annaIsFree().inCall(anna, padova)
  day.hangUpAtDesk(anna)
  expect(day.to('09:09:59').phase(padova)).toMatchObject({ kind: 'over' })
  expect(day.to('09:10').phase(padova)).toBeNull()
})

describe('what both ends are told of a call that comes back', () => {
  it('"again" from the second ring on', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing', again: false })
    expect(day.desk(anna).work).toMatchObject({ offer: { again: false } })
    day.decline(anna)
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing', again: true })
    expect(day.desk(bruno).work).toMatchObject({ offer: { again: true } })
  })
})

it('the desk’s queue says which language is wished for, and who is to be called by telephone', () => {
  const day = annaIsFree().inCall(anna, padova)
  day.place(villanova, urp, { needs: { ...NO_NEEDS, language: 'ar' } })
  day.askForCallback(damaso)
  expect(day.desk(anna).queue).toMatchObject([
    { position: 1, totemName: 'Totem villanova', language: 'ar', isCallback: false },
    { position: 2, totemName: 'Totem damaso', language: null, isCallback: true },
  ])
})
