import { describe, expect, it } from 'vitest'
import type { ServiceSlug } from './ids.ts'
import { nextDueAt } from './next-due.ts'
import type { Opening } from './settings.ts'
import { anna, at, bruno, Day, damaso, padova, type Setup, tributi, urp, villanova } from './situation.ts'

const MINUTE = 60_000

/** A body whose last calls took five minutes each, and whose visitors wait ten on average. */
function practised(from: string, setup: Setup = {}): Day {
  const day = new Day(from, setup)
  const handleTimesMs = Array.from({ length: 20 }, () => 5 * MINUTE)
  day.board = { ...day.board, experience: { handleTimesMs, abandons: 0, waitedMs: 0 } }
  return day
}

const waitAt = (day: Day, totem: typeof padova) => {
  const phase = day.phase(totem)
  return phase?.kind === 'waiting' ? phase.wait : null
}
/** The instants at which the board asks to be looked at, each followed by the tick that it asks for. */
function duesUntil(day: Day, clock: string): number[] {
  const dues: number[] = []
  for (let due = nextDueAt(day.board, day.now); due !== null && due <= at(clock); ) {
    dues.push(due)
    day.now = due
    day.beat()
    day.apply({ type: 'clockTicked' })
    due = nextDueAt(day.board, day.now)
  }
  return dues
}

const newcomer = (day: Day, service = urp) => day.totem(damaso).callable[service]

describe('[SW-174] what a visitor is told', () => {
  it('a range once they wait, and shorter when somebody ahead leaves', () => {
    const day = practised('09:00').onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.place(villanova)
    // Exponential with mean 5 min: median 3:28, 90 % within 11:31.
    expect(waitAt(day, villanova)).toEqual({ kind: 'range', fromMin: 3, toMin: 15, longer: false })
    day.place(damaso)
    // Two stages, 1/0.2 and 1/0.3 min: a mean of 8:20.
    expect(waitAt(day, damaso)).toEqual({ kind: 'range', fromMin: 5, toMin: 20, longer: false })
    day.leave(villanova)
    expect(waitAt(day, damaso)).toEqual({ kind: 'range', fromMin: 3, toMin: 15, longer: false })
  })

  it('on the call key: at once, or a range, or how many wait', () => {
    const day = practised('09:00').onDuty(anna, '09:00').to('09:05')
    day.openTotem(damaso)
    expect(newcomer(day)).toMatchObject({ kind: 'yes', wait: { kind: 'now' } })
    day.inCall(anna, padova)
    expect(newcomer(day)).toMatchObject({ kind: 'yes', wait: { kind: 'range', fromMin: 3, toMin: 15 } })
  })

  it('at once also in the moment of the ready guard', () => {
    const day = practised('09:00').onDuty(anna, '09:00')
    day.openTotem(damaso)
    expect(newcomer(day)).toMatchObject({ wait: { kind: 'now' } })
  })

  it('only the place while too little has happened, or nobody is there to answer', () => {
    const cold = new Day('09:00').onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    cold.place(villanova)
    expect(waitAt(cold, villanova)).toEqual({ kind: 'position' })

    const day = practised('09:00').onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.place(villanova)
    day.intend(anna, 'off_duty')
    expect(waitAt(day, villanova)).toEqual({ kind: 'position' })
    day.intend(anna, 'available')
    expect(waitAt(day, villanova)).toMatchObject({ kind: 'range' })
  })

  it('[SW-173] after a while without movement: that it takes longer, at the instant when it is due', () => {
    const day = practised('09:00').onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.place(villanova)
    const told = day.board.calls.get(day.callAt(villanova))?.shown
    expect(told?.until).toBe(at('09:20'))
    day.to('09:16')
    expect(waitAt(day, villanova)).toMatchObject({ longer: false })
    // 15 minutes less the median of 3:28, and a millisecond past it.
    const due = Math.floor(at('09:20') - Math.log(2) * 5 * MINUTE) + 1
    day.to('09:16:32')
    expect(duesUntil(day, '09:16:33')).toContain(due)
    day.to('09:16:33')
    expect(waitAt(day, villanova)).toEqual({ kind: 'range', fromMin: 3, toMin: 15, longer: true })
  })

  it('anew when a call that had been answered waits again', () => {
    const day = practised('09:00').onDuty(anna, '08:50').onDuty(bruno, '09:00').to('09:05')
    day.inCall(anna, padova).inCall(bruno, villanova)
    day.to('09:25')
    day.silence(anna)
    day.to('09:26', { beating: true })
    const call = day.board.calls.get(day.callAt(padova))
    expect(call).toMatchObject({ state: 'waiting', enqueuedAt: at('09:05') })
    expect(call?.waitingSince).toBeGreaterThan(at('09:25'))
    expect(waitAt(day, padova)).toMatchObject({ kind: 'range', longer: false })
  })
})

it('[SW-173] a call that had been told its wait, was answered and is lost, is told anew', () => {
  const day = practised('09:00').onDuty(anna, '08:50').onDuty(bruno, '09:00').to('09:05')
  day.inCall(anna, padova).inCall(bruno, damaso)
  day.place(villanova)
  expect(waitAt(day, villanova)).toMatchObject({ kind: 'range' })
  day.to('09:06').hangUpAtDesk(anna)
  day.saveWrapUp(anna)
  day.answer(anna)
  day.meet(anna, villanova)
  day.to('09:40').silence(anna)
  day.to('09:41')
  expect(day.phase(villanova)).toMatchObject({ kind: 'waiting', again: true })
  expect(waitAt(day, villanova)).toMatchObject({ kind: 'range', longer: false })
})

it('[SW-174] whoever comes behind others waits for their operator too, who is free only in a moment', () => {
  const day = practised('09:00').onDuty(anna, '09:00')
  day.place(padova)
  day.openTotem(damaso)
  expect(day.phase(padova)).toMatchObject({ kind: 'waiting' })
  expect(newcomer(day)).toMatchObject({ kind: 'yes', waiting: 1, wait: { kind: 'range' } })
})

describe('[SW-172] who counts', () => {
  it('operators who cannot take the call do not shorten its wait', () => {
    const day = practised('09:00', { skills: { bruno: ['tributi'] } })
    day.onDuty(anna, '08:50').onDuty(bruno, '09:00').to('09:05')
    day.inCall(anna, padova).inCall(bruno, villanova)
    day.openTotem(damaso)
    expect(newcomer(day, urp)).toMatchObject({ wait: { fromMin: 1, toMin: 10 } })
    expect(newcomer(day, tributi)).toMatchObject({ wait: { fromMin: 3, toMin: 15 } })
  })

  it('calls ahead that none of my operators can take do not lengthen it', () => {
    const day = practised('09:00', { skills: { bruno: ['tributi'] } })
    day.onDuty(bruno, '09:00').to('09:05').inCall(bruno, padova)
    day.place(villanova, tributi)
    day.openTotem(damaso)
    const before = newcomer(day, urp)
    day.intend(bruno, 'off_duty')
    day.onDuty(anna, '09:06')
    // Anna cannot take the call about taxes, and nobody is ahead of a call that she can take.
    expect(newcomer(day, urp)).toMatchObject({ wait: { kind: 'now' } })
    expect(before).toMatchObject({ wait: { fromMin: 5, toMin: 20 } })
  })

  it('a call ahead that others could take as well counts by the part of its operators that are mine', () => {
    const day = practised('09:00', { skills: { bruno: ['tributi'] } })
    day.onDuty(anna, '08:50').onDuty(bruno, '09:00').to('09:05')
    day.inCall(anna, padova).inCall(bruno, villanova)
    day.place(damaso)
    // Bruno alone can take a call about taxes: 5 min for him, and half of the call ahead, 0.5/(1/5 + 0.5/10).
    expect(newcomer(day, tributi)).toMatchObject({ wait: { fromMin: 5, toMin: 15 } })
  })

  it('a call that rings already is ahead of nobody', () => {
    const day = practised('09:00').onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.openTotem(damaso)
    expect(day.work(anna)).toBe('ringing')
    expect(newcomer(day)).toMatchObject({ wait: { fromMin: 3, toMin: 15 } })
  })
})

describe('[SW-171] what a body learns', () => {
  it('handle times from the ring to the end of the wrap-up', () => {
    const day = new Day('09:00').onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.to('09:05:10')
    day.answer(anna)
    day.meet(anna, padova)
    day.to('09:09')
    day.hangUpAtDesk(anna)
    day.to('09:10')
    expect(day.work(anna)).toBe('idle')
    expect(day.board.experience.handleTimesMs).toEqual([5 * MINUTE])
  })

  it('how long visitors wait and how often they give up, each wait once', () => {
    const day = new Day('09:00').onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.place(villanova)
    day.to('09:07')
    day.leave(villanova)
    day.place(damaso)
    day.to('09:08')
    day.hangUpAtDesk(anna)
    day.to('09:09:05')
    day.answer(anna)
    day.meet(anna, damaso)
    day.leave(damaso)
    expect(day.board.experience).toMatchObject({ abandons: 1, waitedMs: (2 + 2) * MINUTE + 5_000 })
  })

  it('nothing of patience from a totem that lost its connection', () => {
    const day = new Day('09:00').onDuty(anna, '09:00').to('09:05').inCall(anna, padova)
    day.place(villanova)
    day.silence(villanova)
    day.to('09:06')
    expect(day.board.experience).toMatchObject({ abandons: 0, waitedMs: 15_000 })
  })
})

describe('[SW-175] close to closing time', () => {
  const until = (clock: string): Opening => ({
    kind: 'hours',
    intervals: [
      { opensAt: at('08:00'), closesAt: at(clock) },
      { opensAt: at('15:00'), closesAt: at('18:00') },
    ],
  })

  it('a call is admitted only if its wait is expected to end before', () => {
    const day = practised('09:00', { totemOpening: until('13:00') })
    day.onDuty(anna, '12:50').to('12:52').inCall(anna, padova)
    day.openTotem(damaso)
    day.to('12:55')
    expect(newcomer(day)).toMatchObject({ kind: 'yes' })
    day.to('12:55:01')
    expect(newcomer(day)).toMatchObject({
      kind: 'no',
      why: 'closing-soon',
      nextSteps: { opensAt: at('15:00') },
    })
    expect(day.place(damaso)).toBe('closing-soon')
    expect(day.facts.at(-1)).toMatchObject({ type: 'callRefused', refusal: 'closing-soon' })
  })

  it('the service’s own hours count likewise', () => {
    const day = practised('09:00', { serviceOpening: until('13:00') })
    day.onDuty(anna, '12:50').to('12:52').inCall(anna, padova)
    day.to('12:56')
    expect(day.place(damaso)).toBe('closing-soon')
  })

  /** The whole body closes at one: an assembly of the staff. */
  const assembly = {
    closesAt: at('13:00'),
    opensAt: at('15:00'),
    reason: 'assemblea',
    exempt: new Set<ServiceSlug>(),
  }

  it('a closure of the whole body counts likewise, also where nothing else ever closes', () => {
    const day = practised('09:00', { closures: [assembly] })
    day.onDuty(anna, '12:50').to('12:52').inCall(anna, padova)
    day.openTotem(damaso)
    day.to('12:55')
    expect(newcomer(day)).toMatchObject({ kind: 'yes', closesAt: at('13:00') })
    expect(duesUntil(day, '12:56')).toContain(at('12:55') + 1)
    day.to('12:55:01')
    expect(newcomer(day)).toMatchObject({
      kind: 'no',
      why: 'closing-soon',
      nextSteps: { opensAt: at('15:00') },
    })
    expect(day.place(damaso)).toBe('closing-soon')
  })

  it('a closure does not count for a service that stays open, nor one of another day', () => {
    const exempt = practised('09:00', { closures: [{ ...assembly, exempt: new Set([urp]) }] })
    exempt.onDuty(anna, '12:50').to('12:52').inCall(anna, padova).to('12:59')
    expect(exempt.place(damaso)).toBeNull()
    const past = { ...assembly, closesAt: at('06:00'), opensAt: at('07:00') }
    const tomorrow = { ...assembly, closesAt: at('37:00'), opensAt: at('39:00') }
    const other = practised('09:00', { closures: [past, tomorrow] })
    other.onDuty(anna, '12:50').to('12:52').inCall(anna, padova).to('12:59')
    expect(other.place(damaso)).toBeNull()
  })

  it('the view says so at that very moment', () => {
    const day = practised('09:00', { totemOpening: until('13:00') })
    day.onDuty(anna, '12:50').to('12:52').inCall(anna, padova)
    day.to('12:54:59')
    expect(duesUntil(day, '12:56')).toContain(at('12:55') + 1)
  })

  it('nobody is sent away while somebody is free, or while nothing can be foreseen', () => {
    const free = practised('09:00', { totemOpening: until('13:00') })
      .onDuty(anna, '12:50')
      .to('12:59:50')
    expect(free.place(padova)).toBeNull()
    const cold = new Day('09:00', { totemOpening: until('13:00') }).onDuty(anna, '12:50').to('12:52')
    cold.inCall(anna, padova).to('12:59')
    expect(cold.place(damaso)).toBeNull()
  })
})
