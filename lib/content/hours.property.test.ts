import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { epochMs } from '../switchboard/ids.ts'
import { isOpen } from '../switchboard/opening.ts'
import type { OpenInterval } from '../switchboard/settings.ts'
import { type DayInterval, type Hours, openingAt } from './hours.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 3_600_000

/** Both changes of the clocks in two years, the turn of a year, Easter, and an ordinary week. */
const DAYS = [
  '2026-03-29',
  '2026-10-25',
  '2027-03-28',
  '2027-10-31',
  '2026-12-31',
  '2026-04-05',
  '2026-05-13',
]

/** By hand, for the days that the ranges below touch. */
const HOLIDAYS = new Set(['2026-04-05', '2026-04-06', '2027-01-01', '2027-03-28', '2027-03-29', '2027-11-01'])

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Quarter hours, every other time in the small hours in which the clocks change. */
const quarter = fc.oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 4, max: 14 }))
const interval = fc
  .tuple(quarter, fc.oneof(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 1, max: 8 })))
  .map(([from, length]): DayInterval => {
    const to = Math.min(96, from + length)
    return { opens: clock(from * 15), closes: clock(to * 15) }
  })
const monthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
const weekly = fc
  .tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), interval)
  .map(([days, times]) => ({ days, ...times }))
const season = fc.record({ from: monthDay, to: monthDay, weekly: fc.array(weekly, { maxLength: 5 }) })
const wholeYear = fc
  .array(weekly, { maxLength: 5 })
  .map((list) => ({ from: '01-01', to: '12-31', weekly: list }))
const near = fc
  .tuple(fc.constantFrom(...DAYS), fc.integer({ min: -2, max: 2 }))
  .map(([day, shift]) => isoDay(Date.parse(day) + shift * DAY_MS))
const exception = fc
  .tuple(near, fc.integer({ min: 0, max: 3 }), fc.array(interval, { maxLength: 2 }))
  .map(([from, more, intervals]) => {
    const to = isoDay(Date.parse(from) + more * DAY_MS)
    return { from, to, reason: '', intervals }
  })
const hours = fc.record({
  kind: fc.constant('rules' as const),
  seasons: fc.tuple(fc.array(season, { maxLength: 2 }), wholeYear).map(([some, always]) => [...some, always]),
  exceptions: fc.array(exception, { maxLength: 3 }),
  holidays: fc.oneof(
    fc.constant({ kind: 'open' as const }),
    fc.constant({ kind: 'closed' as const, local: [{ day: '05-14', name: 'patrono' }] }),
  ),
})
type RuledHours = Extract<Hours, { kind: 'rules' }>

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

const rome = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** What the clocks in Rome show in every minute of five days around one, and when they show it. */
function wallOf(day: string) {
  const from = Date.parse(day) - 2 * DAY_MS
  const minutes = Array.from({ length: 5 * 24 * 60 }, (_, n) => from + n * MINUTE_MS)
  const shown = new Map<string, number[]>()
  for (const minute of minutes) {
    const label = rome.format(minute)
    shown.set(label, [...(shown.get(label) ?? []), minute])
  }
  return shown
}
const WALLS = new Map(DAYS.map((day) => [day, wallOf(day)]))

/** The minutes of these days in which it is open, counted one by one. */
function openMinutes(given: RuledHours, wall: ReadonlyMap<string, readonly number[]>): Set<number> {
  const open = new Set<number>()
  const days = [...new Set([...wall.keys()].map((label) => label.slice(0, 10)))]
  for (const day of days) {
    for (const { opens, closes } of naiveIntervals(given, day)) {
      const first = instants(wall, day, opens)[0] ?? Number.NaN
      const last = instants(wall, day, closes).at(-1) ?? Number.NaN
      for (let minute = first; minute < last; minute += MINUTE_MS) open.add(minute)
    }
  }
  return open
}

function instants(
  wall: ReadonlyMap<string, readonly number[]>,
  day: string,
  time: string,
): readonly number[] {
  if (time === '24:00') return instants(wall, isoDay(Date.parse(day) + DAY_MS), '00:00')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return wall.get(`${day} ${time}`) ?? wall.get(`${day} ${clock((hour + 1) * 60 + minute)}`) ?? []
}

function naiveIntervals(given: RuledHours, day: string): readonly DayInterval[] {
  const isHoliday = (each: string) =>
    given.holidays.kind === 'closed' && (HOLIDAYS.has(each) || each.endsWith('05-14'))
  const daysOf = ({ from, to }: { from: string; to: string }) => {
    const list: string[] = []
    for (let ms = Date.parse(from); ms <= Date.parse(to); ms += DAY_MS) list.push(isoDay(ms))
    return list
  }
  const counts = given.exceptions
    .filter((each) => daysOf(each).includes(day))
    .filter((each) => !isHoliday(day) || each.intervals.length === 0 || daysOf(each).every(isHoliday))
  const last = counts[counts.length - 1]
  if (last) return last.intervals
  if (isHoliday(day)) return []
  for (const { from, to, weekly: list } of given.seasons) {
    const md = day.slice(5)
    const isIn = from <= to ? md >= from && md <= to : md >= from || md <= to
    const weekday = ((new Date(day).getUTCDay() + 6) % 7) + 1
    if (isIn) return list.filter(({ days }) => days.includes(weekday))
  }
  return []
}

const intervalsOf = (given: Hours, from: number, until: number): readonly OpenInterval[] => {
  const opening = openingAt(given, from, until)
  return opening.kind === 'hours' ? opening.intervals : []
}

describe('hours, whatever was entered', { timeout: 120_000 }, () => {
  test.prop([hours, fc.constantFrom(...DAYS)], { numRuns: 300 })(
    '[SW-90] are open in the very minutes that a count of the minutes finds',
    (given, day) => {
      const wall = WALLS.get(day) ?? new Map()
      const expected = openMinutes(given, wall)
      const from = Date.parse(day) - DAY_MS
      const until = from + 3 * DAY_MS
      const opening = openingAt(given, from, until)
      for (let minute = from; minute < until; minute += MINUTE_MS) {
        if (isOpen(opening, epochMs(minute)) !== expected.has(minute)) {
          expect.fail(
            `${new Date(minute).toISOString()} should be ${expected.has(minute) ? 'open' : 'closed'}`,
          )
        }
      }
    },
  )

  test.prop([hours, fc.constantFrom(...DAYS), fc.array(fc.integer({ min: 0, max: 5 * 24 * 60 }))], {
    numRuns: 300,
  })('[SW-90] are the same whole and in pieces, sorted and apart', (given, day, cuts) => {
    const from = Date.parse(day) - 2 * DAY_MS
    const until = from + 5 * DAY_MS
    const whole = intervalsOf(given, from, until)
    const edges = [from, ...cuts.map((cut) => from + cut * MINUTE_MS), until].sort((a, b) => a - b)
    const pieces = edges.slice(1).flatMap((to, n) => intervalsOf(given, edges[n] ?? from, to))
    expect(joined(pieces)).toEqual(joined(whole))
    whole.forEach((each, n) => {
      expect(each.opensAt).toBeLessThan(each.closesAt)
      const next = whole[n + 1]
      if (next) expect(each.closesAt).toBeLessThan(next.opensAt)
    })
  })
})

/** As one set of instants, however it was cut. */
function joined(intervals: readonly OpenInterval[]): [number, number][] {
  const result: [number, number][] = []
  for (const { opensAt, closesAt } of intervals.toSorted((a, b) => a.opensAt - b.opensAt)) {
    const last = result.at(-1)
    if (last && opensAt <= last[1]) last[1] = Math.max(last[1], closesAt)
    else result.push([opensAt, closesAt])
  }
  return result
}

it('[SW-90] do not depend on the time zone of the process', () => {
  const before = process.env.TZ
  const given: Hours = {
    kind: 'rules',
    seasons: [
      { from: '07-01', to: '08-31', weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '13:00' }] },
      { from: '01-01', to: '12-31', weekly: [{ days: [1, 4, 7], opens: '00:15', closes: '23:45' }] },
    ],
    exceptions: [
      { from: '2026-12-24', to: '2026-12-31', reason: '', intervals: [{ opens: '02:30', closes: '24:00' }] },
    ],
    holidays: { kind: 'closed', local: [{ day: '01-31', name: 'San Geminiano' }] },
  }
  try {
    const evaluated = ['UTC', 'Europe/Rome', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati'].map(
      (zone) => {
        process.env.TZ = zone
        const offset = new Date(2026, 0, 1).getTimezoneOffset()
        return { offset, intervals: intervalsOf(given, Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)) }
      },
    )
    // The zones were really in force.
    expect(new Set(evaluated.map(({ offset }) => offset)).size).toBe(5)
    for (const { intervals } of evaluated) expect(intervals).toEqual(evaluated[0]?.intervals)
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})
