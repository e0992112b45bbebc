import { describe, expect, it } from 'vitest'
import { offerId, pageEpoch } from './ids.ts'
import {
  anna,
  at,
  bruno,
  chiara,
  Day,
  damaso,
  padova,
  SOUND_ONLY,
  tributi,
  urp,
  villanova,
} from './situation.ts'
import { transition } from './transition.ts'

describe('who is rung', () => {
  it('[SW-22] rings the operator who has been idle longest', () => {
    const day = new Day().onDuty(bruno, '08:40').onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    expect(day.desk(bruno).work).toMatchObject({ kind: 'ringing', expiresAt: at('09:05:20') })
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-13] leaves someone who has just become available alone for 2 s', () => {
    const day = new Day().onDuty(anna, '09:00')
    day.place(padova)
    expect(day.work(anna)).toBe('idle')
    day.to('09:00:02')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-14] does not ring a desk whose devices are unchecked', () => {
    const day = new Day().onDuty(anna, '09:00').onDuty(bruno, '09:00').to('09:05')
    day.checkDevices(anna, null)
    day.place(padova)
    expect(day.work(anna)).toBe('idle')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-12] rings only who has the skill, though another has been idle longer', () => {
    const day = new Day('08:00', { skills: { bruno: ['tributi'] } })
    day.onDuty(anna, '08:30').onDuty(bruno, '09:00').to('09:05')
    day.place(padova, tributi)
    expect(day.work(anna)).toBe('idle')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-20] serves the older call first when an operator becomes free', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.to('09:06').place(villanova)
    day.to('09:07').place(damaso)
    day.hangUpAtDesk(anna)
    day.apply({ type: 'wrapUpSaved', callId: day.callAt(padova), operatorId: anna, epoch: day.epochOf(anna) })
    expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { totemName: 'Totem villanova' } })
    expect(day.phase(damaso)).toMatchObject({ kind: 'waiting', position: 2 })
  })
})

describe('how a ring ends', () => {
  it('[SW-22] [SW-23] a declined call goes to the next operator, and not back within a minute', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    day.decline(anna)
    expect(day.work(anna)).toBe('idle')
    expect(day.work(bruno)).toBe('ringing')
    day.to('09:05:19')
    day.decline(bruno)
    // Both have declined: nobody else could take it, so Anna is asked again after her 15 s.
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-23] keeps the pair apart while a colleague is busy but on duty', () => {
    const day = new Day().onDuty(bruno, '08:40').onDuty(anna, '09:00').to('09:05').inCall(bruno, villanova)
    day.place(padova)
    day.decline(anna)
    day.to('09:05:59')
    expect(day.work(anna)).toBe('idle')
    day.to('09:06:01')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-24] an unanswered ring makes the operator not responding until "Ci sono"', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.to('09:05:20')
    expect(day.work(anna)).toBe('not_responding')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 1, again: true })
    day.to('09:10')
    expect(day.work(anna)).toBe('not_responding')
    day.comeBack(anna)
    day.to('09:10:02')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-21] an unanswered call keeps its place before a younger one', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.to('09:05:10').place(villanova)
    day.to('09:05:20')
    expect(day.phase(padova)).toMatchObject({ position: 1 })
    expect(day.phase(villanova)).toMatchObject({ position: 2 })
    day.comeBack(anna)
    day.to('09:05:22')
    expect(day.desk(anna).work).toMatchObject({ offer: { totemName: 'Totem padova' } })
  })

  it('[SW-25] a visitor who leaves takes the ring back, and the idle rank stays', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    day.leave(padova)
    expect(day.work(anna)).toBe('idle')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'abandoned', by: 'visitor' } })
    day.place(villanova)
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-26] a late answer is refused and told why', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    const late = day.ringingOffer(anna)
    day.to('09:05:20')
    expect(day.answer(anna, late)).toBe('offer-expired')
    const next = day.ringingOffer(bruno)
    expect(day.answer(anna, next)).toBe('offer-not-yours')
    day.leave(padova)
    expect(day.answer(bruno, next)).toBe('offer-withdrawn')
    expect(day.answer(bruno, offerId('never'))).toBe('offer-over')
  })

  it('[SW-26] an answer at the very instant of the deadline loses', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    const offer = day.ringingOffer(anna)
    day.to('09:05:19')
    day.now = at('09:05:20')
    expect(day.answer(anna, offer)).toBe('offer-expired')
    expect(day.work(anna)).toBe('not_responding')
  })

  it('[SW-26] the winner may say it twice', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    const offer = day.ringingOffer(anna)
    expect(day.answer(anna, offer)).toBeNull()
    day.to('09:05:05')
    expect(day.answer(anna, offer)).toBeNull()
    expect(day.facts.filter(({ type }) => type === 'offerAccepted')).toHaveLength(1)
    day.to('09:05:15')
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-13] going on a break while the desk rings declines', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    day.intend(anna, 'on_break')
    expect(day.work(anna)).toBe('idle')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-13] a break taken in a call begins after it', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.intend(anna, 'on_break')
    expect(day.work(anna)).toBe('in_call')
    day.hangUpAtDesk(anna)
    day.to('09:07').place(villanova)
    expect(day.work(anna)).toBe('idle')
  })
})

describe('admission', () => {
  const closed = { kind: 'hours' as const, intervals: [{ opensAt: at('15:00'), closesAt: at('18:00') }] }

  it('[SW-30] refuses when the totem is closed, and says when it opens', () => {
    const day = new Day('08:00', { totemOpening: closed }).onDuty(anna, '09:00').to('09:05')
    expect(day.place(padova)).toBe('totem-closed')
    expect(day.totem(padova).callable.urp).toMatchObject({
      kind: 'no',
      why: 'totem-closed',
      nextSteps: { opensAt: at('15:00') },
    })
  })

  it('[SW-30] refuses when the service is closed', () => {
    const day = new Day('08:00', { serviceOpening: closed }).onDuty(anna, '09:00').to('09:05')
    expect(day.place(padova)).toBe('service-closed')
  })

  it('[SW-30] refuses when nobody on duty fits, and admits when they are only busy', () => {
    const day = new Day('08:00', { skills: { bruno: ['tributi'] } }).onDuty(anna, '09:00').to('09:05')
    expect(day.place(padova, tributi)).toBe('nobody-on-duty')
    day.inCall(anna, villanova)
    expect(day.place(padova)).toBeNull()
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 1 })
  })

  it('[SW-30] refuses when nobody has ever come, and when the last one left', () => {
    const day = new Day().to('09:00')
    expect(day.place(padova)).toBe('nobody-on-duty')
    day.onDuty(anna, '09:01').to('09:05')
    day.intend(anna, 'off_duty')
    expect(day.place(padova)).toBe('nobody-on-duty')
  })

  it('[SW-30] refuses a full queue', () => {
    const day = new Day('08:00', { rules: { queueLimit: 1 } }).onDuty(anna, '09:00').to('09:05')
    day.inCall(anna, padova)
    expect(day.place(villanova)).toBeNull()
    expect(day.place(damaso)).toBe('queue-full')
  })

  it('[SW-30] has one live call per totem', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    expect(day.place(padova)).toBe('call-exists')
  })

  it('[SW-31] serves who waits when the hours end', () => {
    const untilNine = { kind: 'hours' as const, intervals: [{ opensAt: at('08:00'), closesAt: at('09:00') }] }
    const day = new Day('08:00', { totemOpening: untilNine }).onDuty(anna, '08:30').to('08:50')
    day.inCall(anna, padova).to('08:55').place(villanova)
    day.to('09:01').hangUpAtDesk(anna)
    day.to('09:02:10')
    expect(day.phase(villanova)).toMatchObject({ kind: 'ringing' })
    expect(day.place(damaso)).toBe('totem-closed')
  })

  it('[SW-28] a call that nobody can take expires after half an hour', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, villanova)
    day.place(padova)
    day.to('09:34:59')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    day.to('09:35:01')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'expired' } })
  })
})

describe('connecting', () => {
  it('[SW-40] is in call once each end confirms what the other declared', () => {
    const day = new Day().onDuty(anna, '09:00', SOUND_ONLY).to('09:05')
    day.place(padova)
    day.answer(anna)
    const epoch = day.pageOf(padova)
    const call = day.callAt(padova)
    day.apply({ type: 'totemReceives', callId: call, totemId: padova, epoch, channels: SOUND_ONLY })
    const offer = day.heldOffer(anna)
    const confirm = {
      type: 'deskReceives',
      offerId: offer,
      operatorId: anna,
      epoch: day.epochOf(anna),
    } as const
    day.apply({ ...confirm, channels: SOUND_ONLY })
    expect(day.work(anna)).toBe('connecting')
    day.apply({ ...confirm, channels: { sound: true, picture: true, text: false } })
    expect(day.work(anna)).toBe('in_call')
    expect(day.facts.filter(({ type }) => type === 'callConnected')).toHaveLength(1)
  })

  it('[SW-40] connects a call that is only written once the text passes both ways', () => {
    const written = { sound: false, picture: false, text: true }
    const all = { sound: true, picture: true, text: true }
    const day = new Day().onDuty(anna, '09:00', all).to('09:05')
    day.place(padova)
    const call = { callId: day.callAt(padova), totemId: padova, epoch: day.pageOf(padova) }
    day.apply({ type: 'totemChannelsDeclared', ...call, channels: written })
    day.answer(anna)
    const offer = { offerId: day.heldOffer(anna), operatorId: anna, epoch: day.epochOf(anna) }
    day.apply({ type: 'deskReceives', ...offer, channels: written })
    day.apply({ type: 'totemReceives', ...call, channels: { ...all, text: false } })
    expect(day.work(anna)).toBe('connecting')
    day.apply({ type: 'totemReceives', ...call, channels: all })
    expect(day.work(anna)).toBe('in_call')
  })

  it('[SW-40] no longer waits for a picture whose camera was unplugged', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.answer(anna)
    day.meet(anna, padova, SOUND_ONLY)
    expect(day.work(anna)).toBe('connecting')
    const call = day.callAt(padova)
    const declared = {
      type: 'totemChannelsDeclared',
      callId: call,
      totemId: padova,
      channels: SOUND_ONLY,
    } as const
    day.apply({ ...declared, epoch: day.pageOf(padova) })
    expect(day.work(anna)).toBe('connecting')
    const receives = {
      type: 'totemReceives',
      callId: call,
      totemId: padova,
      epoch: day.pageOf(padova),
    } as const
    day.apply({ ...receives, channels: { sound: true, picture: true, text: false } })
    expect(day.work(anna)).toBe('in_call')
  })

  it('[SW-42] media that never meets sends the call on, and the desk to its check', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    day.answer(anna)
    day.to('09:05:15')
    expect(day.desk(anna)).toMatchObject({ work: { kind: 'idle' }, devices: { kind: 'unchecked' } })
    expect(day.work(bruno)).toBe('ringing')
    day.answer(bruno)
    day.to('09:05:30')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'media_failed' } })
  })

  it('[SW-41] a room that never opens closes the call with the media server named', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova, urp, { isRoomOpen: false })
    day.apply({ type: 'roomFailed', callId: day.callAt(padova) })
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'media_away' } })
    expect(day.totem(padova).call?.room.media).toBe('failed')
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-41] a room that opens after the visitor left is closed again', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova, urp, { isRoomOpen: false })
    const callId = day.callAt(padova)
    day.leave(padova)
    const { effects } = transition(day.board, { type: 'roomOpened', callId }, day.now)
    expect(effects).toEqual([{ type: 'closeRoom', callId }])
  })

  it('[SW-41] a room that takes 10 s to open is as good as none', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova, urp, { isRoomOpen: false })
    day.to('09:05:10')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'media_away' } })
  })
})

describe('ends that go and come back', () => {
  const talking = () =>
    new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05').inCall(anna, padova)

  it('[SW-50] [SW-51] a reloaded desk is back in the same call within the grace', () => {
    const day = talking()
    const offer = day.heldOffer(anna)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', lost: { desk: at('09:05:20') } })
    expect(day.openDesk(anna, { reload: true })).toBeNull()
    day.apply({ type: 'deskJoined', offerId: offer, operatorId: anna, epoch: day.epochOf(anna) })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', lost: { desk: null } })
    expect(day.heldOffer(anna)).toBe(offer)
  })

  it('[SW-50] [SW-21] after the grace the next desk rings, and the visitor keeps their place', () => {
    const day = talking()
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    day.silence(anna)
    day.to('09:05:19')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call' })
    day.to('09:05:20')
    expect(day.work(bruno)).toBe('ringing')
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing', again: true })
    expect(day.totem(padova).call?.enqueuedAt).toBe(at('09:05'))
  })

  it('[SW-52] a desk without power is gone when its lease ends', () => {
    const day = talking()
    day.silence(anna)
    day.to('09:05:21')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', lost: { desk: expect.any(Number) } })
  })

  it('[SW-52] a desk that vanishes while it rings passes the ring on', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    day.silence(anna)
    day.to('09:05:10')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-55] a stream that comes back keeps its ring', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.apply({ type: 'deskStreamClosed', operatorId: anna, epoch: day.epochOf(anna) })
    day.to('09:05:15')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-53] a totem without power abandons a waiting call', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, villanova)
    day.place(padova)
    day.silence(padova)
    day.to('09:05:16')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'abandoned', by: 'totem_lost' } })
  })

  it('[SW-53] [SW-260] a totem that falls silent in a call has half the grace after its lease, then the call ends in wrap-up', () => {
    const day = talking()
    day.silence(padova)
    day.to('09:05:24')
    expect(day.desk(anna).work).toMatchObject({ kind: 'in_call', lost: { totem: at('09:05:25') } })
    day.to('09:05:26')
    expect(day.work(anna)).toBe('wrap_up')
  })

  it('[SW-60] a reloaded totem waits in the same place and talks in the same call', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, villanova)
    day.place(padova)
    const call = day.callAt(padova)
    day.openTotem(padova)
    expect(day.totem(padova).call).toMatchObject({ id: call, phase: { kind: 'waiting', position: 1 } })
    day.openTotem(villanova)
    expect(day.phase(villanova)).toMatchObject({ kind: 'in_call', lost: { totem: at('09:05:20') } })
    const joined = { type: 'totemJoined', totemId: villanova, epoch: day.pageOf(villanova) } as const
    day.apply({ ...joined, callId: day.callAt(villanova) })
    expect(day.phase(villanova)).toMatchObject({ kind: 'in_call', lost: { totem: null } })
  })

  it('[SW-60] a ghost of the old page in the room brings nobody back', () => {
    const day = talking()
    const callId = day.callAt(padova)
    day.openTotem(padova)
    day.apply({ type: 'endSeen', callId, end: 'totem' })
    expect(day.desk(anna).work).toMatchObject({ lost: { totem: at('09:05:20') } })
    day.apply({ type: 'totemJoined', callId, totemId: padova, epoch: day.pageOf(padova) })
    expect(day.desk(anna).work).toMatchObject({ lost: { totem: null } })
  })

  it('[SW-61] a taken-over desk is lost until its new page has joined', () => {
    const day = talking()
    const callId = day.callAt(padova)
    const offerId = day.heldOffer(anna)
    day.openDesk(anna, { takeOver: true })
    day.apply({ type: 'endSeen', callId, end: 'desk' })
    expect(day.phase(padova)).toMatchObject({ lost: { desk: at('09:05:20') } })
    day.apply({ type: 'deskJoined', offerId, operatorId: anna, epoch: day.epochOf(anna) })
    expect(day.phase(padova)).toMatchObject({ lost: { desk: null } })
  })

  it('[SW-57] a call that both ends have left ends with the first grace, and rings nobody', () => {
    const day = talking()
    const call = day.callAt(padova)
    day.apply({ type: 'endGone', callId: call, end: 'desk' })
    day.to('09:05:10').apply({ type: 'endGone', callId: call, end: 'totem' })
    day.to('09:05:20')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'ended', by: 'both_lost' } })
    expect(day.work(bruno)).toBe('idle')
  })

  it('[SW-54] the room does not end a call whose pages live', () => {
    const day = talking().to('09:30')
    expect(day.work(anna)).toBe('in_call')
    expect(day.phase(padova)).toMatchObject({ lost: { totem: null, desk: null } })
  })

  it('[SW-50] a participant that the room misses is lost, and found again', () => {
    const day = talking()
    const call = day.callAt(padova)
    day.apply({ type: 'endGone', callId: call, end: 'totem' })
    expect(day.desk(anna).work).toMatchObject({ lost: { totem: at('09:05:20') } })
    day.apply({ type: 'endSeen', callId: call, end: 'totem' })
    expect(day.desk(anna).work).toMatchObject({ lost: { totem: null } })
  })
})

describe('the end of a call', () => {
  it('[SW-70] [SW-71] hanging up at the totem leads the desk through wrap-up to idle', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.leave(padova)
    expect(day.desk(anna).work).toMatchObject({ kind: 'wrap_up', endsAt: at('09:06') })
    day.to('09:06')
    expect(day.work(anna)).toBe('idle')
    expect(day.facts).toContainEqual(expect.objectContaining({ type: 'wrapUpOver', how: 'timed_out' }))
  })

  it('[SW-71] wrap-up is extended once', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    const callId = day.callAt(padova)
    day.hangUpAtDesk(anna)
    const extend = { type: 'wrapUpExtended', callId, operatorId: anna, epoch: day.epochOf(anna) } as const
    expect(day.apply(extend)).toBeNull()
    expect(day.desk(anna).work).toMatchObject({ endsAt: at('09:07'), isExtended: true })
    expect(day.apply(extend)).toBe('wrap-up-extended-already')
    day.to('09:07')
    expect(day.apply(extend)).toBe('wrap-up-over')
  })

  it('[SW-70] a visitor who leaves before the ends have met leaves no wrap-up', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.answer(anna)
    day.leave(padova)
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-70] a visitor who leaves at the first picture has been in a call', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.answer(anna)
    day.meet(anna, padova, { sound: false, picture: true, text: false })
    day.leave(padova)
    expect(day.work(anna)).toBe('wrap_up')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'ended', by: 'totem' } })
  })

  it('[SW-72] the totem sees the end until "Fine" or for five minutes', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.hangUpAtDesk(anna)
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'ended', by: 'desk' } })
    const callId = day.callAt(padova)
    day.apply({ type: 'farewellEnded', callId, totemId: padova, epoch: day.pageOf(padova) })
    expect(day.phase(padova)).toBeNull()
    day.to('09:07').inCall(anna, villanova)
    day.hangUpAtDesk(anna)
    day.to('09:11:59')
    expect(day.phase(villanova)).not.toBeNull()
    day.to('09:12:01')
    expect(day.phase(villanova)).toBeNull()
  })
})

it('[SW-72] a new page of the totem is not shown the call before', () => {
  const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
  day.hangUpAtDesk(anna)
  day.openTotem(padova)
  expect(day.phase(padova)).toBeNull()
})

describe('pages', () => {
  it('[SW-61] a second desk asks before it takes a call over, and then has it', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    const first = day.epochOf(anna)
    expect(day.openDesk(anna)).toBe('desk-elsewhere')
    expect(day.openDesk(anna, { takeOver: true })).toBeNull()
    expect(day.desk(anna, first).page).toBe('replaced')
    expect(day.desk(anna).work.kind).toBe('in_call')
    const stale = {
      type: 'operatorHungUp',
      offerId: day.heldOffer(anna),
      operatorId: anna,
      epoch: first,
    } as const
    expect(day.apply(stale)).toBe('desk-replaced')
  })

  it('[SW-14] a page that does not prove to be the one before has its devices checked anew', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.openDesk(anna, { reload: true })
    expect(day.desk(anna).devices.kind).toBe('checked')
    day.openDesk(anna)
    expect(day.desk(anna).devices.kind).toBe('unchecked')
  })

  it('[SW-61] an idle desk is simply replaced by the newest page', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    const first = day.epochOf(anna)
    expect(day.openDesk(anna)).toBeNull()
    expect(day.desk(anna, first)).toMatchObject({ page: 'replaced', queue: [] })
  })

  it('[SW-60] the older page of a totem is refused and shown nothing of the call', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    const callId = day.callAt(padova)
    const older = pageEpoch(1)
    day.openTotem(padova)
    expect(day.totem(padova, older)).toMatchObject({ page: 'replaced', call: null })
    expect(day.apply({ type: 'visitorLeft', callId, totemId: padova, epoch: older })).toBe('page-replaced')
  })

  it('[SW-60] one totem cannot touch the call of another', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.openTotem(villanova)
    const intruder = { type: 'visitorLeft', totemId: villanova, epoch: day.pageOf(villanova) } as const
    expect(day.apply({ ...intruder, callId: day.callAt(padova) })).toBe('call-unknown')
  })
})

describe('several at once', () => {
  it('[SW-27] two visitors ring two operators, a third waits', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    day.place(villanova)
    day.place(damaso)
    expect([day.work(anna), day.work(bruno)]).toEqual(['ringing', 'ringing'])
    expect(day.ringingOffer(anna)).not.toBe(day.ringingOffer(bruno))
    expect(day.phase(damaso)).toMatchObject({ kind: 'waiting', position: 3 })
    day.onDuty(chiara, '09:05:05').to('09:05:08')
    expect(day.phase(damaso)).toMatchObject({ kind: 'ringing' })
  })
})
