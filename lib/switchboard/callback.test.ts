import { describe, expect, it } from 'vitest'
import type { TimeWindow } from './board.ts'
import { callbackExpiresAt, callbackWindows, windowsFor } from './callback-times.ts'
import { transfer } from './engaged-day.ts'
import type { DialOutcome } from './events.ts'
import { callId, plus } from './ids.ts'
import { deskMediaPlan } from './media-plan.ts'
import { nextDueAt } from './next-due.ts'
import { queueOf } from './queue.ts'
import { DEFAULT_RULES, type Opening } from './settings.ts'
import { anna, at, bruno, Day, damaso, padova, type Setup, tributi, urp, villanova } from './situation.ts'

const hours = (...intervals: [string, string][]): Opening => ({
  kind: 'hours',
  intervals: intervals.map(([from, until]) => ({ opensAt: at(from), closesAt: at(until) })),
})
const MORNING_AND_AFTERNOON = hours(['08:30', '13:00'], ['15:00', '17:00'])

/** Anna speaks with the visitor of Villanova; whoever calls from Padova waits. */
const annaIsBusy = (setup: Setup = {}) =>
  new Day('08:59', setup).onDuty(anna, '08:59').to('09:00').inCall(anna, villanova)

describe('leaving a number', () => {
  it('[SW-120] ends the call that waits, and a callback has its place', () => {
    const day = annaIsBusy().to('09:01')
    day.place(padova)
    day.to('09:02').place(damaso)
    day.to('09:05')
    expect(day.callMeBack(padova)).toBeNull()
    const [callback, after] = queueOf(day.board.calls.values(), day.now, DEFAULT_RULES)
    expect(day.phase(padova)).toEqual({
      kind: 'over',
      outcome: { kind: 'callback', callbackId: callback?.id, window: null },
    })
    expect(callback).toMatchObject({
      enqueuedAt: at('09:01'),
      totemId: padova,
      service: urp,
      media: { kind: 'none' },
    })
    expect(after?.totemId).toBe(damaso)
    day.hangUpAtDesk(anna)
    day.saveWrapUp(anna)
    expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { callId: callback?.id } })
  })

  it('[SW-120] withdraws a ring that had found an operator; nobody missed anything', () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00')
    day.place(padova)
    const rung = day.ringingOffer(anna)
    day.callMeBack(padova)
    expect(day.board.offers.get(rung)).toMatchObject({ state: 'over', outcome: 'withdrawn' })
    expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { callback: { reason: 'Carta' } } })
    expect(day.effectsOf('closeRoom')).toHaveLength(1)
  })

  it('[SW-120] also takes the place of a call that came to nothing, while its last screen shows', () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00')
    day.place(padova, urp, { isRoomOpen: false })
    day.to('09:00:15')
    expect(day.phase(padova)).toMatchObject({ outcome: { kind: 'closed', why: 'media_away' } })
    expect(day.callMeBack(padova)).toBeNull()
    expect(day.desk(anna).work).toMatchObject({ offer: { enqueuedAt: at('09:00'), callback: {} } })
    expect(day.callMeBack(padova)).toBe('callback-exists')
  })

  it('[SW-120] so does one that the hours have ended', () => {
    const day = annaIsBusy({ totemOpening: hours(['08:00', '09:05']) })
    day.place(padova)
    day.to('09:20')
    expect(day.phase(padova)).toMatchObject({ outcome: { kind: 'closed', why: 'closing' } })
    expect(day.callMeBack(padova)).toBeNull()
  })

  it.each([
    ['waited too long', { maxWaitMs: 60_000 }, undefined, 'expired'],
    ['overflowed', {}, [{ do: 'end' as const, afterMs: 60_000 }], 'overflowed'],
  ])('[SW-120] so does one that %s', (_what, rules, overflow, kind) => {
    const day = annaIsBusy({ rules, ...(overflow && { services: { urp: { overflow } } }) })
    day.place(padova)
    day.to('09:01:10')
    expect(day.phase(padova)).toMatchObject({ outcome: { kind } })
    expect(day.callMeBack(padova)).toBeNull()
  })

  it('[SW-120] is refused once somebody has answered, and once the visitor has been served or has left', () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00').inCall(anna, padova)
    expect(day.callMeBack(padova)).toBe('call-answered')
    day.hangUpAtDesk(anna)
    expect(day.callMeBack(padova)).toBe('call-over')
    day.openTotem(villanova)
    expect(day.callMeBack(villanova)).toBe('call-unknown')
  })

  it('[SW-120] is refused from the answer on, before anything has arrived', () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00')
    day.place(padova)
    day.answer(anna)
    expect(day.callMeBack(padova)).toBe('call-answered')
    expect(day.phase(padova)).toMatchObject({ kind: 'connecting' })
  })

  it('[SW-120] is refused for the call of another totem', () => {
    const day = annaIsBusy()
    day.place(padova)
    day.openTotem(damaso)
    const refusal = day.apply({
      type: 'callbackRequested',
      callbackId: callId('stolen'),
      totemId: damaso,
      epoch: day.pageOf(damaso),
      from: { kind: 'call', callId: day.callAt(padova) },
      phone: '338 123 4567',
      reason: '',
      window: null,
    })
    expect(refusal).toBe('call-unknown')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
  })

  it('[SW-120] asks for as little as overflow had left of what the call asked', () => {
    const overflow = [{ do: 'widen' as const, afterMs: 60_000, dropSkills: ['tributi'] }]
    const day = new Day('08:00', { skills: { bruno: ['tributi'] }, services: { tributi: { overflow } } })
    day.onDuty(bruno, '08:30').onDuty(anna, '08:40').to('09:00').inCall(bruno, villanova).inCall(anna, damaso)
    day.place(padova, tributi)
    day.to('09:01').callMeBack(padova)
    day.hangUpAtDesk(anna)
    day.saveWrapUp(anna)
    expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { callback: {} } })
  })

  it('[SW-107] [SW-127] is waited for as long as a callback may be, whatever its service does with calls', () => {
    const overflow = [{ do: 'end' as const, afterMs: 60_000 }]
    const day = annaIsBusy({ services: { urp: { overflow } } })
    day.askForCallback(padova)
    day.to('09:10').hangUpAtDesk(anna)
    day.saveWrapUp(anna)
    expect(day.desk(anna).work).toMatchObject({ kind: 'ringing', offer: { callback: {} } })
  })

  it('[SW-145] [SW-120] keeps the note and the place of a call that had been sent on', () => {
    const day = annaIsBusy().onDuty(bruno, '09:00').to('09:01').inCall(bruno, padova)
    transfer(day, bruno, { kind: 'service', service: urp }, 'ISEE già visto')
    day.intend(bruno, 'off_duty')
    day.to('09:02').callMeBack(padova)
    day.to('09:03').place(damaso)
    day.hangUpAtDesk(anna)
    day.saveWrapUp(anna)
    expect(day.desk(anna).work).toMatchObject({
      kind: 'ringing',
      offer: {
        enqueuedAt: at('09:01'),
        callback: {},
        handover: { fromName: 'bruno', note: 'ISEE già visto' },
      },
    })
    const [callback] = queueOf(day.board.calls.values(), day.now, DEFAULT_RULES)
    expect(callback).toMatchObject({ priority: DEFAULT_RULES.transferPriority })
  })

  it('[SW-120] is refused to a page that no longer speaks for the totem', () => {
    const day = annaIsBusy()
    day.place(padova)
    const before = day.pageOf(padova)
    day.openTotem(padova)
    expect(day.callMeBack(padova, { epoch: before })).toBe('page-replaced')
  })

  it('[SW-120] may be said again: the same request changes nothing', () => {
    const day = annaIsBusy()
    day.place(padova)
    day.callMeBack(padova, { id: 'again' })
    const once = day.board
    expect(day.callMeBack(padova, { id: 'again' })).toBeNull()
    expect(day.board.calls).toEqual(once.calls)
  })

  it('[SW-121] refuses what is no number and what is too long, and the call goes on waiting', () => {
    const day = annaIsBusy()
    day.place(padova)
    expect(day.callMeBack(padova, { phone: '899 123456' })).toBe('phone-invalid')
    expect(day.callMeBack(padova, { reason: 'x'.repeat(301) })).toBe('reason-too-long')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 1 })
    expect(day.callMeBack(padova, { reason: ` ${'x'.repeat(300)} ` })).toBeNull()
  })

  it('[SW-122] works where no call was admitted, whatever the reason', () => {
    const day = new Day('09:00', { serviceOpening: hours(['15:00', '17:00']) })
    expect(day.place(padova)).toBe('service-closed')
    expect(day.askForCallback(padova)).toBeNull()
    expect(day.totem(padova).call).toBeNull()
    day.onDuty(bruno, '15:00').to('15:00:02')
    expect(day.desk(bruno).work).toMatchObject({ kind: 'ringing', offer: { totemName: 'Totem padova' } })
  })

  it('[SW-122] a number is free again once its callback is over', () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00')
    day.openTotem(padova)
    expect(day.askForCallback(padova)).toBeNull()
    expect(day.askForCallback(padova)).toBe('callback-exists')
    day.answer(anna)
    day.dialled(anna, 'wrong_number')
    expect(day.askForCallback(padova)).toBeNull()
  })

  it('[SW-122] is refused while this totem has a call, and for a service that there is not', () => {
    const day = annaIsBusy()
    day.place(padova)
    expect(day.askForCallback(padova)).toBe('call-exists')
    expect(day.askForCallback(damaso, { service: 'nessuno' })).toBe('service-unknown')
  })

  it('[SW-122] takes a number once per service, and so many from one totem at most', () => {
    const day = new Day('09:00', { rules: { callbacksPerTotem: 2 } })
    expect(day.askForCallback(padova)).toBeNull()
    expect(day.askForCallback(padova, { phone: '+39 338 1234567' })).toBe('callback-exists')
    expect(day.askForCallback(padova, { service: 'tributi' })).toBeNull()
    expect(day.askForCallback(padova, { phone: '059 2032011' })).toBe('callbacks-full')
    expect(day.askForCallback(damaso, { phone: '059 2032011' })).toBeNull()
  })

  it('[SW-124] leaves the totem free for a call of its own, which the callback neither sees nor stands for', () => {
    const day = annaIsBusy().to('09:01')
    day.place(padova)
    day.to('09:02').callMeBack(padova)
    expect(day.place(padova)).toBeNull()
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', position: 2 })
    day.leave(padova)
    expect(queueOf(day.board.calls.values(), day.now, DEFAULT_RULES)).toHaveLength(1)
    const [callback] = queueOf(day.board.calls.values(), day.now, DEFAULT_RULES)
    day.silence(padova)
    day.to('09:03')
    expect(queueOf(day.board.calls.values(), day.now, DEFAULT_RULES)).toEqual([callback])
  })

  it('[SW-124] does not count against the queue limit of those who stand at a totem', () => {
    const day = annaIsBusy()
    day.board = {
      ...day.board,
      settings: { ...day.board.settings, rules: { ...DEFAULT_RULES, queueLimit: 1 } },
    }
    day.place(padova)
    expect(day.place(damaso)).toBe('queue-full')
    day.callMeBack(padova)
    expect(day.place(damaso)).toBeNull()
  })
})

describe('a time to be called', () => {
  const day = () => new Day('08:00', { serviceOpening: MORNING_AND_AFTERNOON }).onDuty(anna, '08:00')

  it('[SW-123] is chosen among parts of the opening hours, none of them past', () => {
    expect(callbackWindows(MORNING_AND_AFTERNOON, at('10:50'), DEFAULT_RULES)).toEqual([
      { from: at('10:45'), until: at('13:00') },
      { from: at('15:00'), until: at('17:00') },
    ])
    expect(callbackWindows({ kind: 'unknown' }, at('10:50'), DEFAULT_RULES)).toEqual([])
    expect(callbackWindows({ kind: 'always' }, at('10:50'), DEFAULT_RULES)).toEqual([])
  })

  it('[SW-123] is within five days also where nothing ever closes', () => {
    const days = (count: number) => plus(at('00:00'), count * 24 * 3_600_000)
    const roundTheClock: Opening = { kind: 'hours', intervals: [{ opensAt: days(0), closesAt: days(30) }] }
    const windows = callbackWindows(roundTheClock, at('09:00'), DEFAULT_RULES)
    expect(windows[0]).toEqual({ from: at('08:00'), until: at('10:00') })
    expect(windows.at(-1)).toEqual({
      from: plus(days(5), 8 * 3_600_000),
      until: plus(days(5), 10 * 3_600_000),
    })
  })

  it('[SW-123] and any other is refused', () => {
    const now = day()
    const [first] = windowsFor(now.board.settings, urp, now.now)
    if (!first) throw new Error('no window')
    const longer = { from: first.from, until: plus(first.until, 60_000) }
    const later = { from: plus(first.from, 60_000), until: first.until }
    expect(now.askForCallback(padova, { window: longer })).toBe('window-unavailable')
    expect(now.askForCallback(padova, { window: later })).toBe('window-unavailable')
    const window: TimeWindow = { from: at('13:00'), until: at('15:00') }
    expect(now.askForCallback(padova, { window })).toBe('window-unavailable')
  })

  it('[SW-124] holds no place and rings nobody before it begins', () => {
    const now = day()
    const window = windowsFor(now.board.settings, urp, now.now)[1] ?? null
    expect(window).toEqual({ from: at('10:45'), until: at('13:00') })
    now.askForCallback(padova, { window })
    now.to('10:44:59')
    expect(now.work(anna)).toBe('idle')
    expect(now.desk(anna).queue).toEqual([])
    expect(nextDueAt(now.board, now.now)).toBeLessThanOrEqual(at('10:45'))
    now.to('10:45')
    expect(now.desk(anna).work).toMatchObject({
      kind: 'ringing',
      offer: { enqueuedAt: at('10:45'), callback: { window } },
    })
  })

  it('[SW-124] overtakes nobody who has waited since before it began', () => {
    const now = day().to('10:40')
    const window = windowsFor(now.board.settings, urp, now.now)[1] ?? null
    now.askForCallback(damaso, { window })
    now.inCall(anna, villanova)
    now.place(padova)
    now.to('10:46')
    expect(queueOf(now.board.calls.values(), now.now, DEFAULT_RULES).map(({ totemId }) => totemId)).toEqual([
      padova,
      damaso,
    ])
  })

  it('[SW-123] is none of an opening that has just ended, and one of a short one', () => {
    expect(callbackWindows(hours(['08:30', '13:00']), at('13:00'), DEFAULT_RULES)).toEqual([])
    expect(callbackWindows(hours(['12:30', '13:00']), at('08:00'), DEFAULT_RULES)).toEqual([
      { from: at('12:30'), until: at('13:00') },
    ])
  })

  it('[SW-127] expires so long after the end of its window, and not after its beginning', () => {
    const now = new Day('08:00', {
      serviceOpening: hours(['08:30', '13:00']),
      rules: { callbackExpiresMs: 3_600_000 },
    })
    const window = windowsFor(now.board.settings, urp, now.now)[1] ?? null
    expect(window).toEqual({ from: at('10:45'), until: at('13:00') })
    now.askForCallback(padova, { window })
    const expired = () => now.facts.some(({ type }) => type === 'callOver')
    now.to('13:59:59', { beating: false })
    expect(expired()).toBe(false)
    now.to('14:00', { beating: false })
    expect(expired()).toBe(true)
  })

  it('[SW-127] counts its end from the window, and never ends over a closed weekend', () => {
    const friday = hours(['08:30', '13:00'], ['80:30', '85:00'])
    expect(callbackExpiresAt(friday, at('12:00'), DEFAULT_RULES)).toBe(at('85:00'))
    expect(callbackExpiresAt({ kind: 'unknown' }, at('12:00'), DEFAULT_RULES)).toBe(at('60:00'))
  })
})

describe('dialling', () => {
  const rung = () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00')
    day.askForCallback(padova)
    return day
  }
  const dialling = () => {
    const day = rung()
    day.answer(anna)
    return day
  }

  it('[SW-125] what came of the telephone is said of a call that was taken on, and "reached" counts once', () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00').openTotem(padova)
    day.askForCallback(padova)
    const offerId = day.ringingOffer(anna)
    const said = (outcome: DialOutcome) =>
      day.apply({ type: 'callbackDialled', offerId, operatorId: anna, epoch: day.epochOf(anna), outcome })
    expect(said('reached')).toBe('offer-over')
    expect(day.work(anna)).toBe('ringing')
    day.answer(anna)
    expect(said('reached')).toBeNull()
    expect(said('reached')).toBeNull()
    expect(day.facts.filter(({ type }) => type === 'callbackDialled')).toHaveLength(1)
    expect(day.board.offers.get(offerId)).toMatchObject({ state: 'active', connectedAt: at('09:00') })
  })

  it('[SW-125] [SW-129] tells the ringing desk who and why, and the number only to whoever takes it on', () => {
    const day = rung()
    expect(day.desk(anna).work).toMatchObject({
      kind: 'ringing',
      offer: { totemName: 'Totem padova', callback: { reason: 'Carta', failedDials: 0, dialsAtMost: 3 } },
    })
    expect(JSON.stringify(day.desk(anna))).not.toContain('1234567')
    day.answer(anna)
    expect(day.desk(anna).work).toMatchObject({ kind: 'dialling', phone: '+393381234567' })
    day.onDuty(bruno, '09:00')
    expect(JSON.stringify(day.desk(bruno))).not.toContain('1234567')
    expect(JSON.stringify(day.totem(padova))).not.toContain('1234567')
  })

  it('[SW-125] opens no microphone at the desk', () => {
    const day = rung()
    expect(deskMediaPlan(day.desk(anna), 0)).toMatchObject({ room: null, send: 'muted', mayReceive: [] })
    day.answer(anna)
    expect(deskMediaPlan(day.desk(anna), 0)).toMatchObject({ room: null, send: 'muted', mayReceive: [] })
    expect(day.effects).toEqual([])
  })

  it('[SW-125] reached, they talk; then comes the wrap-up', () => {
    const day = dialling()
    expect(day.dialled(anna, 'reached')).toBeNull()
    day.to('09:10')
    expect(day.dialled(anna, 'reached')).toBeNull()
    expect(day.desk(anna).work).toMatchObject({
      kind: 'on_phone',
      phone: '+393381234567',
      reachedAt: at('09:00'),
    })
    expect(day.hangUpAtDesk(anna)).toBeNull()
    expect(day.work(anna)).toBe('wrap_up')
    expect(day.facts).toContainEqual(
      expect.objectContaining({ type: 'callOver', outcome: { kind: 'ended', by: 'desk' } }),
    )
    expect(day.effects).toEqual([])
  })

  it('[SW-125] is not hung up without a word of what came of it', () => {
    const day = dialling()
    expect(day.hangUpAtDesk(anna)).toBe('dialling-not-reported')
    expect(day.work(anna)).toBe('dialling')
  })

  it('[SW-125] is no matter of a video call', () => {
    const day = new Day().onDuty(anna, '08:59').to('09:00').inCall(anna, padova)
    expect(day.dialled(anna, 'no_answer')).toBe('not-a-callback')
    expect(day.work(anna)).toBe('in_call')
  })

  it.each(['no_answer', 'busy'] as const)('[SW-126] %s: again after a while, in its old place', (outcome) => {
    const day = dialling()
    day.to('09:01')
    expect(day.dialled(anna, outcome)).toBeNull()
    expect(day.work(anna)).toBe('idle')
    expect(day.desk(anna).queue).toEqual([])
    // No room, and nobody to remove from one.
    expect(day.effects).toEqual([])
    day.to('09:15:59')
    expect(day.work(anna)).toBe('idle')
    day.to('09:16')
    expect(day.desk(anna).work).toMatchObject({
      kind: 'ringing',
      offer: { enqueuedAt: at('09:00'), callback: { failedDials: 1 } },
    })
  })

  it('[SW-126] the third time in vain it is over', () => {
    const day = dialling()
    for (const clock of ['09:15', '09:30']) {
      day.dialled(anna, 'no_answer')
      day.to(clock)
      day.answer(anna)
    }
    day.dialled(anna, 'busy')
    expect(day.facts).toContainEqual(
      expect.objectContaining({ type: 'callOver', outcome: { kind: 'callback_failed', why: 'not_reached' } }),
    )
    expect(day.work(anna)).toBe('idle')
    expect(day.dialled(anna, 'busy')).toBe('offer-over')
  })

  it('[SW-126] a wrong number ends it at once, even when somebody had answered', () => {
    const day = dialling()
    day.dialled(anna, 'reached')
    day.dialled(anna, 'wrong_number')
    expect(day.facts).toContainEqual(
      expect.objectContaining({
        type: 'callOver',
        outcome: { kind: 'callback_failed', why: 'wrong_number' },
      }),
    )
  })

  it('[SW-127] nobody called in time: expired, also in the middle of a ring that comes to nothing', () => {
    const day = new Day('09:00', { rules: { callbackExpiresMs: 60_000 } })
    day.askForCallback(padova)
    day.to('09:01')
    expect(day.facts).toContainEqual(
      expect.objectContaining({ type: 'callOver', outcome: { kind: 'expired' } }),
    )
    day.onDuty(anna, '09:02').to('09:03')
    day.askForCallback(padova)
    day.answer(anna)
    day.to('09:04:30')
    day.silence(anna)
    day.to('09:06')
    expect(day.facts.filter(({ type }) => type === 'callOver')).toHaveLength(2)
    expect(nextDueAt(day.board, day.now)).not.toBe(day.now)
  })

  it('[SW-128] goes on as long as the desk beats, and waits again in its place once the desk is lost', () => {
    const day = dialling()
    day.dialled(anna, 'reached')
    day.to('09:30')
    expect(day.work(anna)).toBe('on_phone')
    day.onDuty(bruno, '09:30').to('09:31')
    day.silence(anna)
    day.to('09:31:19')
    expect(day.work(bruno)).toBe('idle')
    // Half a minute and more, because only the beats in the database move the deadline between.
    for (let s = 20; s < 60 && day.work(bruno) === 'idle'; s += 1) day.to(`09:31:${s}`)
    expect(day.desk(bruno).work).toMatchObject({ kind: 'ringing', offer: { enqueuedAt: at('09:00') } })
    expect(day.board.operators.get(anna)?.work).toEqual({ kind: 'idle' })
  })

  it('[SW-128] a desk that falls silent has its lease and its grace to come back', () => {
    const day = dialling().onDuty(bruno, '09:00')
    day.silence(anna)
    day.to('09:00:39')
    expect([day.work(anna), day.work(bruno)]).toEqual(['dialling', 'idle'])
    day.to('09:00:40')
    expect(day.desk(bruno).work).toMatchObject({ kind: 'ringing', offer: { callback: {} } })
  })

  it('[SW-126] what was dialled in vain leaves no wrap-up, the last time and with a wrong number', () => {
    const wrong = dialling()
    wrong.dialled(anna, 'wrong_number')
    expect(wrong.work(anna)).toBe('idle')
    const reached = dialling().to('09:01')
    reached.dialled(anna, 'reached')
    expect(reached.desk(anna).work).toMatchObject({ kind: 'on_phone', reachedAt: at('09:01') })
    reached.dialled(anna, 'wrong_number')
    expect(reached.work(anna)).toBe('idle')
  })

  it('[SW-128] survives a reload of the desk', () => {
    const day = dialling()
    day.openDesk(anna, { reload: true })
    day.to('09:05')
    expect(day.desk(anna).work).toMatchObject({ kind: 'dialling', phone: '+393381234567' })
  })

  it('[SW-128] a ring is withdrawn when its desk is lost, declined and missed as any other', () => {
    const day = rung().onDuty(bruno, '09:00')
    day.decline(anna)
    day.to('09:00:03')
    expect(day.work(bruno)).toBe('ringing')
    day.to('09:00:24')
    expect(day.work(bruno)).toBe('not_responding')
  })

  it('[SW-129] no fact and no effect ever holds number or reason', () => {
    const day = dialling()
    day.dialled(anna, 'no_answer')
    day.to('09:20')
    day.answer(anna)
    day.dialled(anna, 'reached')
    day.hangUpAtDesk(anna)
    const written = JSON.stringify([day.facts, day.effects])
    expect(written).toContain('callbackDialled')
    expect(written).not.toMatch(/1234567|Carta/)
  })
})
