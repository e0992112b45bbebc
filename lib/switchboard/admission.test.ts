import { describe, expect, it } from 'vitest'
import { type ServiceSlug, serviceSlug } from './ids.ts'
import type { Closure, Opening } from './settings.ts'
import { anna, at, bruno, Day, damaso, padova, type Setup, urp, villanova } from './situation.ts'

const hours = (from: string, until: string): Opening => ({
  kind: 'hours',
  intervals: [{ opensAt: at(from), closesAt: at(until) }],
})
const AFTERNOON = hours('15:00', '18:00')
const holiday: Closure = {
  closesAt: at('00:00'),
  opensAt: at('24:00'),
  reason: 'festa',
  exempt: new Set<ServiceSlug>(),
}

/** Of all these reasons each is named only where none of those before holds. */
describe('[SW-30] the first reason that holds', () => {
  /** Nobody has ever come to work here. */
  const refusedAt = (setup: Setup, service: ServiceSlug = urp) =>
    new Day('09:00', setup).place(padova, service)
  const nowhere = serviceSlug('fantasma')
  const all = {
    outOfService: [padova],
    closures: [holiday],
    totemOpening: AFTERNOON,
    serviceOpening: AFTERNOON,
  }

  it('is that of the totem, the service, the body, and then of the hours, before who is there', () => {
    expect(refusedAt(all, nowhere)).toBe('totem-out-of-service')
    const { outOfService: _, ...inService } = all
    expect(refusedAt(inService, nowhere)).toBe('service-unknown')
    expect(refusedAt(inService)).toBe('body-closed')
    const { closures: __, ...workday } = inService
    expect(refusedAt(workday)).toBe('totem-closed')
    expect(refusedAt({ serviceOpening: AFTERNOON })).toBe('service-closed')
    expect(refusedAt({})).toBe('nobody-on-duty')
  })

  it('is that nobody is there, before the full queue', () => {
    const day = full()
    expect(day.place(damaso)).toBe('queue-full')
    day.intend(anna, 'off_duty')
    expect(day.place(damaso)).toBe('nobody-on-duty')
  })

  it('is that it is too late, before the full queue', () => {
    const day = full({ totemOpening: hours('08:00', '09:03') })
    const handleTimesMs = Array.from({ length: 20 }, () => 300_000)
    day.board = { ...day.board, experience: { handleTimesMs, abandons: 0, waitedMs: 0 } }
    expect(day.place(damaso)).toBe('closing-soon')
  })

  it('is none at the last moment of the hours, and one at their end', () => {
    const day = new Day('08:00', { totemOpening: hours('08:00', '09:00') }).onDuty(anna, '08:30')
    expect(day.to('08:59:59').place(padova)).toBeNull()
    expect(day.to('09:00').place(villanova)).toBe('totem-closed')
  })
})

it('[SW-30] no queue is full of calls that ring: whoever is free is rung for the next one', () => {
  const day = new Day('08:00', { rules: { queueLimit: 1 } }).onDuty(anna, '08:30').onDuty(bruno, '08:40')
  day.to('09:00').place(padova)
  expect(day.phase(padova)).toMatchObject({ kind: 'ringing' })
  expect(day.place(villanova)).toBeNull()
  expect(day.work(bruno)).toBe('ringing')
  expect(day.place(damaso)).toBeNull()
  expect(day.phase(damaso)).toMatchObject({ kind: 'waiting' })
})

/** Anna is busy, and one call, which is as many as may be, waits. */
function full(setup: Setup = {}): Day {
  const day = new Day('08:00', { ...setup, rules: { queueLimit: 1 } }).onDuty(anna, '08:30').to('09:00')
  day.inCall(anna, villanova)
  day.place(padova)
  return day
}
