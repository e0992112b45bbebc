import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { End } from './board.ts'
import { consulting, meetSecond, offerOf, say, transfer } from './engaged-day.ts'
import { epochMs } from './ids.ts'
import { nextDueAt } from './next-due.ts'
import { forgiveOutage } from './outage.ts'
import { anna, at, bruno, Day, padova, urp } from './situation.ts'

/** Anna has answered the call from Padova, and nothing has arrived yet; Bruno is free. */
function connecting(): Day {
  const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
  day.place(padova)
  day.answer(anna)
  return day
}

const talking = () => new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05').inCall(anna, padova)

/** Anna, Bruno and the visitor of Padova talk. */
function three(): Day {
  const day = talking()
  consulting(day, anna, bruno)
  say(day, anna, 'consultMerged')
  meetSecond(day, bruno, padova)
  return day
}

/** Anna asks Bruno, and the room in which they are to talk has not opened yet. */
function startConsult(day: Day) {
  const page = { offerId: offerOf(day, anna), operatorId: anna, epoch: day.epochOf(anna) }
  day.apply({ type: 'consultStarted', ...page, to: bruno, note: '' })
  return offerOf(day, bruno)
}

const room = (day: Day, type: 'roomLost' | 'roomOpened') => day.apply({ type, callId: day.callAt(padova) })
const media = (day: Day) => day.totem(padova).call?.room.media
const closed = { kind: 'over', outcome: { kind: 'closed', why: 'media_away' } }

describe('while the room is away', () => {
  it('[SW-405] two who have just been brought together go on, and nobody is blamed', () => {
    const day = connecting()
    room(day.to('09:05:02'), 'roomLost')
    day.to('09:06:01')
    expect([day.phase(padova)?.kind, day.work(anna), media(day)]).toEqual([
      'connecting',
      'connecting',
      'away',
    ])
    expect(day.desk(anna).devices.kind).toBe('checked')
    expect(day.facts.filter(({ type }) => type === 'offerOver')).toEqual([])
  })

  it.each(['totem', 'desk'] as const)('[SW-405] a %s that is lost may still come back', (end) => {
    const day = talking()
    day.apply({ type: 'endGone', callId: day.callAt(padova), end })
    room(day.to('09:05:10'), 'roomLost')
    expect(day.to('09:06:05').phase(padova)).toMatchObject({ kind: 'in_call' })
    day.apply({ type: 'endSeen', callId: day.callAt(padova), end })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', lost: { totem: null, desk: null } })
  })

  it('[SW-405] so may a colleague beside the holder, and a page that is opened anew', () => {
    const day = three()
    room(day, 'roomLost')
    day.openDesk(bruno, { reload: true })
    day.openTotem(padova)
    day.to('09:05:50')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', colleague: { isLost: true } })
    expect(day.work(bruno)).toBe('in_call')
  })

  it('[SW-405] a colleague who is on the way to the visitor is waited for', () => {
    const day = talking()
    consulting(day, anna, bruno)
    say(day, anna, 'consultCompleted')
    room(day, 'roomLost')
    day.to('09:05:50')
    expect(day.work(bruno)).toBe('joining')
    room(day, 'roomOpened')
    meetSecond(day.to('09:06:04'), bruno, padova)
    expect(day.work(bruno)).toBe('in_call')
  })

  it('[SW-405] two who consult wait for their own room, too, and have its whole time once the media server is back', () => {
    const day = talking()
    const second = { callId: day.callAt(padova), offerId: startConsult(day) }
    say(day, bruno, 'offerAnswered')
    room(day.to('09:05:05'), 'roomLost')
    day.to('09:05:12').apply({ type: 'consultRoomFailed', ...second })
    day.to('09:05:50')
    expect([day.work(bruno), day.desk(anna).work]).toMatchObject([
      'consulting',
      { kind: 'in_call', colleague: { stage: 'consulting' } },
    ])
    day.effects.length = 0
    room(day, 'roomOpened')
    expect(day.effects, 'whoever was to open it has given up').toEqual([
      { type: 'openConsultRoom', ...second },
    ])
    expect(day.to('09:05:59').work(bruno)).toBe('consulting')
    expect(day.to('09:06').work(bruno), 'and no more than that').toBe('idle')
  })

  it('[SW-405] a colleague who rings meanwhile is not called off', () => {
    const day = talking()
    startConsult(day)
    room(day.to('09:05:05'), 'roomLost')
    expect(day.to('09:05:19').work(bruno)).toBe('consult_ringing')
    expect(day.to('09:05:20').work(bruno)).toBe('not_responding')
  })

  it('[SW-405] [SW-54] a call that both pages have left is over as ever', () => {
    const day = talking()
    room(day, 'roomLost')
    for (const page of [anna, padova]) day.silence(page)
    expect(day.to('09:05:30').phase(padova)).toEqual({
      kind: 'over',
      outcome: { kind: 'ended', by: 'both_lost' },
    })
  })

  it('[SW-405] a room that has not opened yet has its own time', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova, urp, { isRoomOpen: false })
    room(day, 'roomLost')
    expect(media(day)).toBe('opening')
    expect(day.to('09:05:10').phase(padova)).toEqual(closed)
  })
})

describe('a room that is open again', () => {
  it('[SW-406] leaves two who are to meet the whole 15 s', () => {
    const day = connecting()
    room(day, 'roomLost')
    room(day.to('09:05:40'), 'roomOpened')
    expect(day.to('09:05:54').phase(padova)).toMatchObject({ kind: 'connecting' })
    expect(media(day)).toBe('open')
    expect(day.to('09:05:55').work(bruno)).toBe('ringing')
  })

  it('[SW-406] so does one that opens only after the answer', () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova, urp, { isRoomOpen: false })
    day.answer(anna)
    room(day.to('09:05:09'), 'roomOpened')
    expect(day.to('09:05:23').phase(padova)).toMatchObject({ kind: 'connecting' })
    expect(day.to('09:05:24').work(bruno)).toBe('ringing')
  })

  it('[SW-406] leaves an end that was lost the whole 20 s, and a colleague', () => {
    const day = three()
    day.apply({ type: 'endGone', callId: day.callAt(padova), end: 'totem' })
    day.apply({ type: 'secondGone', callId: day.callAt(padova), offerId: offerOf(day, bruno) })
    room(day, 'roomLost')
    room(day.to('09:05:40'), 'roomOpened')
    day.to('09:05:59')
    expect([day.phase(padova)?.kind, day.work(bruno)]).toEqual(['in_call', 'in_call'])
    day.to('09:06')
    expect([day.phase(padova)?.kind, day.work(bruno)]).toEqual(['over', 'wrap_up'])
  })

  it('[SW-406] may be away anew, for as long', () => {
    const day = talking()
    room(day, 'roomLost')
    room(day.to('09:05:50'), 'roomOpened')
    room(day.to('09:06'), 'roomLost')
    expect(day.to('09:06:59').phase(padova)).toMatchObject({ kind: 'in_call' })
    expect(day.to('09:07').phase(padova)).toEqual(closed)
  })
})

describe('a room that does not come back', () => {
  it('[SW-407] closes the call after 60 s, however often it is missed, and its operator is idle and rung as before', () => {
    const day = connecting()
    const { idleSince } = day.board.operators.get(anna) ?? {}
    room(day, 'roomLost')
    room(day.to('09:05:30'), 'roomLost')
    expect(day.to('09:05:59').phase(padova)).toMatchObject({ kind: 'connecting' })
    expect(day.to('09:06').phase(padova)).toEqual(closed)
    expect(day.desk(anna)).toMatchObject({ work: { kind: 'idle' }, devices: { kind: 'checked' } })
    expect(day.board.operators.get(anna)?.idleSince).toBe(idleSince)
    day.apply({
      type: 'farewellEnded',
      callId: day.callAt(padova),
      totemId: padova,
      epoch: day.pageOf(padova),
    })
    day.place(padova)
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-407] after a talk the operator has a wrap-up', () => {
    const day = talking()
    room(day, 'roomLost')
    expect(day.to('09:06').phase(padova)).toEqual(closed)
    expect(day.work(anna)).toBe('wrap_up')
    expect(day.facts).toContainEqual(expect.objectContaining({ type: 'offerOver', outcome: 'completed' }))
  })

  it('[SW-407] closes one that waits, and one that rings without a miss', () => {
    const waiting = new Day().onDuty(anna, '09:00').to('09:05')
    waiting.place(padova)
    waiting.intend(anna, 'on_break')
    room(waiting, 'roomLost')
    expect(waiting.to('09:06').phase(padova)).toEqual(closed)
    const ringing = new Day('08:00', { rules: { ringMs: 90_000 } }).onDuty(anna, '09:00').to('09:05')
    ringing.place(padova)
    room(ringing, 'roomLost')
    expect(ringing.to('09:06').phase(padova)).toEqual(closed)
    expect(ringing.work(anna)).toBe('idle')
  })

  it('[SW-407] [SW-120] leaves its visitor the choice to be called', () => {
    const day = connecting()
    room(day, 'roomLost')
    expect(day.to('09:06').phase(padova)).toEqual(closed)
    expect(day.callMeBack(padova)).toBeNull()
  })

  it('[SW-271] has its time anew after an outage of ours', () => {
    const day = talking()
    room(day, 'roomLost')
    const now = at('09:10')
    day.board = forgiveOutage(day.board, nextDueAt(day.board, day.now), now)
    day.now = now
    day.apply({ type: 'clockTicked' })
    expect(day.to('09:10:59').phase(padova)).toMatchObject({ kind: 'in_call' })
    expect(day.to('09:11').phase(padova)).toEqual(closed)
  })
})

/** This end says that it is in the room. */
function sayThere(day: Day, end: End, operator = anna): void {
  if (end === 'desk') say(day, operator, 'deskJoined')
  else
    day.apply({
      type: 'totemJoined',
      callId: day.callAt(padova),
      totemId: padova,
      epoch: day.pageOf(padova),
    })
}

/** Time passes while these ends say every 10 s, and at `clock`, that they are in the room. */
function thereUntil(day: Day, clock: string, ends: readonly End[] = BOTH, operator = anna): Day {
  const until = at(clock)
  while (day.now < until) {
    const next = epochMs(Math.min(until, day.now + 10_000))
    day.to(clockOf(next))
    for (const end of ends) sayThere(day, end, operator)
  }
  return day
}

const clockOf = (at: number) => new Date(at).toISOString().slice(11, 19)

const BOTH = ['totem', 'desk'] as const

describe('a room that only the application cannot reach', () => {
  it('[SW-409] keeps a call whose ends say that they are in it, until a minute after the last word of both', () => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:45')
    expect([day.phase(padova)?.kind, media(day), day.work(anna)]).toEqual(['in_call', 'away', 'in_call'])
    expect(day.to('09:45:59').phase(padova)).toMatchObject({ kind: 'in_call' })
    expect(day.to('09:46').phase(padova)).toEqual(closed)
    expect(day.work(anna)).toBe('wrap_up')
  })

  it.each(BOTH)('[SW-409] a %s alone keeps nothing', (end) => {
    const day = talking()
    room(day, 'roomLost')
    expect(thereUntil(day, '09:05:59', [end]).phase(padova)).toMatchObject({ kind: 'in_call' })
    expect(thereUntil(day, '09:06', [end]).phase(padova)).toEqual(closed)
  })

  it.each([
    ['totem', 'desk'],
    ['desk', 'totem'],
  ] as const)('[SW-409] a %s that falls silent has a minute, whatever the %s says', (silent, other) => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:07')
    expect(silent).not.toBe(other)
    expect(thereUntil(day, '09:07:59', [other]).phase(padova)).toMatchObject({ kind: 'in_call' })
    expect(thereUntil(day, '09:08', [other]).phase(padova)).toEqual(closed)
  })

  it('[SW-409] [SW-54] a call that both pages have left is over as ever, whatever they had said', () => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:10')
    for (const page of [anna, padova]) day.silence(page)
    expect(day.to('09:10:30').phase(padova)).toEqual({
      kind: 'over',
      outcome: { kind: 'ended', by: 'both_lost' },
    })
  })

  it('[SW-409] keeps no call whose ends are still to meet', () => {
    const day = connecting()
    room(day, 'roomLost')
    expect(thereUntil(day, '09:06').phase(padova)).toEqual(closed)
  })

  it('[SW-409] a call that is sent on has the time it had, and whoever takes it may keep it', () => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:10')
    transfer(day, anna, { kind: 'operator', operatorId: bruno })
    expect(day.work(bruno)).toBe('ringing')
    expect(day.answer(bruno)).toBeNull()
    day.to('09:10:10').meet(bruno, padova)
    thereUntil(day, '09:20', BOTH, bruno)
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call' })
  })

  it('[SW-409] a call that is sent on and that nobody takes is closed when that is over', () => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:10')
    transfer(day, anna, { kind: 'operator', operatorId: bruno })
    day.decline(bruno)
    expect(day.phase(padova)?.kind).toBe('waiting')
    expect(thereUntil(day, '09:10:59', ['totem']).phase(padova)?.kind).toBe('waiting')
    expect(thereUntil(day, '09:11', ['totem']).phase(padova)).toEqual(closed)
  })

  it('[SW-409] a page that is opened anew joins and keeps the call', () => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:08')
    day.openTotem(padova)
    expect(day.phase(padova)).toMatchObject({ lost: { totem: expect.any(Number) } })
    thereUntil(day, '09:12')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', lost: { totem: null, desk: null } })
  })

  it('[SW-409] so does a colleague beside, when the desk of the holder is gone', () => {
    const day = three()
    room(day, 'roomLost')
    day.silence(anna)
    thereUntil(day, '09:08', BOTH, bruno)
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', colleague: { isLost: false } })
  })

  it('[SW-409] [SW-157] a consultation that is asked for meanwhile is off when its room does not open', () => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:08')
    const second = { callId: day.callAt(padova), offerId: startConsult(day) }
    say(day, bruno, 'offerAnswered')
    thereUntil(day, '09:08:10')
    day.apply({ type: 'consultRoomFailed', ...second })
    expect([day.work(bruno), day.desk(anna).work]).toMatchObject([
      'idle',
      { kind: 'in_call', colleague: null },
    ])
  })

  it.each(['visitor', 'operator'])('[SW-409] is closed once the %s has hung up', (who) => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:08')
    day.effects.length = 0
    if (who === 'visitor') day.leave(padova)
    else say(day, anna, 'operatorHungUp')
    expect(day.phase(padova)).toMatchObject({ kind: 'over', outcome: { kind: 'ended' } })
    expect(day.effectsOf('closeRoom')).toHaveLength(1)
    expect(day.work(anna)).toBe('wrap_up')
  })

  it('[SW-409] is like any other once it is reached again, and may be away anew', () => {
    const day = talking()
    room(day, 'roomLost')
    thereUntil(day, '09:08')
    room(day, 'roomOpened')
    expect(media(day)).toBe('open')
    sayThere(day, 'totem')
    room(day.to('09:09'), 'roomLost')
    expect(day.to('09:09:59').phase(padova)).toMatchObject({ kind: 'in_call' })
    expect(day.to('09:10').phase(padova)).toEqual(closed)
  })

  test.prop([fc.array(fc.tuple(fc.integer({ min: 1, max: 45 }), fc.subarray([...BOTH])), { maxLength: 40 })])(
    '[SW-409] closes its call a minute after the last moment of which both ends have said so, neither sooner nor later',
    (words) => {
      const day = talking()
      room(day, 'roomLost')
      const heard = { totem: day.now, desk: day.now }
      let isOver = false
      for (const [seconds, ends] of words) {
        const end = Math.min(heard.totem, heard.desk) + 60_000
        const now = day.now + seconds * 1_000
        if (now >= end) {
          if (end - 1_000 > day.now) day.to(clockOf(end - 1_000))
          expect(day.phase(padova)).toMatchObject({ kind: 'in_call' })
          isOver = true
        }
        day.to(clockOf(now))
        if (isOver) break
        expect(day.phase(padova)).toMatchObject({ kind: 'in_call' })
        for (const one of ends) {
          sayThere(day, one)
          heard[one] = day.now
        }
      }
      if (isOver) expect(day.phase(padova)).toEqual(closed)
    },
  )
})
