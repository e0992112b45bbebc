import { describe, expect, it } from 'vitest'
import type { ServiceSlug } from './ids.ts'
import { anna, at, bruno, Day, damaso, padova, type Setup, urp, villanova } from './situation.ts'
import { transition } from './transition.ts'

/** Anna is in a call with villanova; padova waits since 09:00, and nobody else is on duty. */
function waiting(setup: Setup = {}): Day {
  const day = new Day('08:00', setup).onDuty(anna, '08:30').to('08:59').inCall(anna, villanova)
  day.to('09:00').place(padova)
  return day
}

const leaving = { staying: false }

describe('"Sei ancora qui?"', () => {
  it('[SW-110] is asked after 3 minutes, and gives up after 30 s without an answer', () => {
    const day = waiting().to('09:02:59', leaving)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', stillHere: null })
    day.to('09:03', leaving)
    expect(day.phase(padova)).toMatchObject({ stillHere: { answerBy: at('09:03:30') } })
    day.to('09:03:29', leaving)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    day.to('09:03:30', leaving)
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'abandoned', by: 'walked_off' } })
  })

  it('[SW-110] is asked again 3 minutes after the answer, in the same place', () => {
    const day = waiting()
    day.to('09:01').place(damaso)
    day.to('09:03:10', leaving)
    day.sayStillHere(padova)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 1, stillHere: null })
    day.to('09:06:09', { staying: false })
    expect(day.phase(padova)).toMatchObject({ stillHere: null })
    day.to('09:06:10', leaving)
    expect(day.phase(padova)).toMatchObject({ stillHere: { answerBy: at('09:06:40') } })
  })

  it('[SW-110] is not asked while it rings, and leaves the whole time afterwards', () => {
    const day = waiting().to('09:02:50', leaving)
    day.onDuty(bruno, '09:02:50')
    day.to('09:02:52', leaving)
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
    // Due at 09:03, but the desk rings until 09:03:12.
    day.to('09:03:11', leaving)
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
    day.to('09:03:12', leaving)
    expect(day.phase(padova)).toMatchObject({ stillHere: { answerBy: at('09:03:42') } })
  })

  it('[SW-110] that was open when the desk began to ring starts anew', () => {
    const day = waiting().to('09:03:10', leaving)
    day.onDuty(bruno, '09:03:10')
    day.to('09:03:13', leaving)
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
    day.to('09:03:33', leaving)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', stillHere: { answerBy: at('09:04:03') } })
  })

  it('[SW-110] is never asked where the body does not want it', () => {
    const day = waiting({ rules: { stillHereAfterMs: 0 } }).to('09:20', leaving)
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', stillHere: null })
  })

  it('[SW-111] a touch that is late, repeated or unasked changes nothing', () => {
    const day = waiting()
    const callId = day.callAt(padova)
    const touch = { type: 'visitorStillHere', callId, totemId: padova, epoch: day.pageOf(padova) } as const
    const before = day.board
    expect(day.apply(touch)).toBeNull()
    expect(day.board.calls).toEqual(before.calls)
    day.to('09:03:10', leaving)
    day.apply(touch)
    const once = day.board
    day.apply(touch)
    expect(day.board.calls).toEqual(once.calls)
    expect(day.facts.filter(({ type }) => type === 'visitorStillHere')).toHaveLength(1)
    day.to('09:07', leaving)
    expect(day.apply(touch)).toBe('call-over')
    expect(transition(day.board, { ...touch, totemId: villanova }, day.now).refusal).toBe('call-unknown')
  })
})

describe('closing', () => {
  const until = (clock: string) => ({
    kind: 'hours' as const,
    intervals: [
      { opensAt: at('08:00'), closesAt: at(clock) },
      { opensAt: at('15:00'), closesAt: at('18:00') },
    ],
  })

  it('[SW-112] serves who waits for another quarter of an hour', () => {
    const day = waiting({ totemOpening: until('09:05') }).to('09:19:50')
    day.hangUpAtDesk(anna)
    day.to('09:19:59')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    const other = waiting({ totemOpening: until('09:05') }).to('09:18')
    other.hangUpAtDesk(anna)
    other.to('09:19:01')
    expect(other.phase(padova)).toMatchObject({ kind: 'ringing' })
  })

  it('[SW-112] then ends the call, and says when it opens again', () => {
    const day = waiting({ totemOpening: until('09:05') }).to('09:20')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'closing' } })
    expect(day.totem(padova).callable.urp).toMatchObject({ kind: 'no', nextSteps: { opensAt: at('15:00') } })
  })

  it('[SW-112] goes by whichever closes first, totem or service', () => {
    const day = waiting({ totemOpening: until('12:00'), serviceOpening: until('09:05') }).to('09:20')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'closing' } })
  })

  it('[SW-112] goes by a closure of the whole body too, where nothing else closes', () => {
    const closure = {
      closesAt: at('09:05'),
      opensAt: at('15:00'),
      reason: '',
      exempt: new Set<ServiceSlug>(),
    }
    const day = waiting({ closures: [closure] }).to('09:19:59')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    day.to('09:20')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'closing' } })
    const exempt = waiting({ closures: [{ ...closure, exempt: new Set([urp]) }] }).to('09:21')
    expect(exempt.phase(padova)).toMatchObject({ kind: 'waiting' })
  })

  it('[SW-112] lets a ring end that began within the grace', () => {
    const day = waiting({ totemOpening: until('09:05') }).to('09:18:55')
    day.hangUpAtDesk(anna)
    day.to('09:19:55')
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
    day.to('09:20:10')
    expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
    day.decline(anna)
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'closing' } })
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-112] goes on if the hours have been extended meanwhile', () => {
    const day = waiting({ totemOpening: until('09:05') }).to('09:10')
    const { settings } = waiting({ totemOpening: until('09:30') }).board
    day.board = { ...day.board, settings }
    day.to('09:29')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    // It has waited half an hour by then: the end is the wait's own.
    day.to('09:30')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'expired' } })
  })

  it('[SW-112] and then until the quarter of an hour after the new end', () => {
    const rules = { maxWaitMs: 3_600_000 }
    const day = waiting({ totemOpening: until('09:05'), rules }).to('09:10')
    const { settings } = waiting({ totemOpening: until('09:21'), rules }).board
    day.board = { ...day.board, settings }
    day.to('09:35:59')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
    day.to('09:36')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'closing' } })
  })

  it('[SW-112] does not touch an answered call; one that waits again has the grace from then', () => {
    const day = waiting({ totemOpening: until('09:05') }).to('09:30')
    expect(day.phase(villanova)).toMatchObject({ kind: 'in_call' })
    day.silence(anna)
    day.to('09:30:41')
    expect(day.phase(villanova)).toMatchObject({ kind: 'waiting', again: true })
    day.to('09:45:38')
    expect(day.phase(villanova)).toMatchObject({ kind: 'waiting' })
    day.to('09:46')
    expect(day.phase(villanova)).toEqual({ kind: 'over', outcome: { kind: 'closed', why: 'closing' } })
  })
})

it('[SW-28] a wait that ran out while it rang ends when the ring does', () => {
  const day = waiting({ rules: { maxWaitMs: 60_000 } }).to('09:00:50')
  day.onDuty(bruno, '09:00:50')
  day.to('09:01:05')
  expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
  day.decline(bruno)
  expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'expired' } })
  expect(day.place(damaso, urp)).toBeNull()
})
