import { describe, expect, it } from 'vitest'
import { type Hours, nextOpening, openingAt, withClosures } from './hours.ts'

const HOUR = 3_600_000

/** The URP of Modena: a summer without Saturdays, and two dated closures. */
const urp: Hours = {
  kind: 'rules',
  seasons: [
    {
      from: '09-01',
      to: '06-30',
      weekly: [
        { days: [1, 4], opens: '09:00', closes: '18:30' },
        { days: [2, 3, 5, 6], opens: '09:00', closes: '13:00' },
      ],
    },
    {
      from: '07-01',
      to: '08-31',
      weekly: [
        { days: [1, 2, 3, 5], opens: '09:00', closes: '13:00' },
        { days: [4], opens: '09:00', closes: '18:00' },
      ],
    },
  ],
  exceptions: [
    { from: '2023-08-14', to: '2023-08-14', reason: 'chiusura straordinaria', intervals: [] },
    { from: '2025-12-27', to: '2025-12-27', reason: 'chiusura del sabato', intervals: [] },
  ],
  holidays: { kind: 'closed', local: [{ day: '01-31', name: 'San Geminiano' }] },
}

/** Urgent identity cards: two intervals on Thursday, on the quarter hour. */
const urgentCards: Hours = {
  kind: 'rules',
  seasons: [
    {
      from: '01-01',
      to: '12-31',
      weekly: [
        { days: [1, 2, 3, 5, 6], opens: '08:30', closes: '10:00' },
        { days: [4], opens: '14:15', closes: '16:00' },
        { days: [4], opens: '08:45', closes: '10:00' },
      ],
    },
  ],
  exceptions: [],
  holidays: { kind: 'closed', local: [] },
}

/** Lost property: Monday and Thursday twice, no Saturday. */
const lostProperty: Hours = {
  kind: 'rules',
  seasons: [
    {
      from: '01-01',
      to: '12-31',
      weekly: [
        { days: [1, 2, 3, 4, 5], opens: '10:00', closes: '12:00' },
        { days: [1, 4], opens: '15:00', closes: '17:00' },
      ],
    },
  ],
  exceptions: [],
  holidays: { kind: 'closed', local: [] },
}

/** The intervals of one day as UTC, `HH:MM-HH:MM`. */
function on(hours: Hours, day: string): string[] {
  const from = Date.parse(`${day}T00:00:00Z`)
  const opening = openingAt(hours, from, from + 24 * HOUR)
  if (opening.kind !== 'hours') throw new Error(`expected hours, got ${opening.kind}`)
  const time = (ms: number) => new Date(ms).toISOString().slice(11, 16)
  return opening.intervals.map(({ opensAt, closesAt }) => `${time(opensAt)}-${time(closesAt)}`)
}

const wholeYear = (opens: string, closes: string): Hours => ({
  kind: 'rules',
  seasons: [{ from: '01-01', to: '12-31', weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens, closes }] }],
  exceptions: [],
  holidays: { kind: 'open' },
})

describe('hours become instants', () => {
  it('keeps winter and summer time apart', () => {
    expect(on(urp, '2026-01-15')).toEqual(['08:00-17:30'])
    expect(on(urp, '2026-06-11')).toEqual(['07:00-16:30'])
  })

  it('loses the Monday afternoon and the Saturday in July and August', () => {
    expect(on(urp, '2026-06-29')).toEqual(['07:00-16:30'])
    expect(on(urp, '2026-07-06')).toEqual(['07:00-11:00'])
    expect(on(urp, '2026-06-27')).toEqual(['07:00-11:00'])
    expect(on(urp, '2026-07-04')).toEqual([])
    expect(on(urp, '2026-08-27')).toEqual(['07:00-16:00'])
    expect(on(urp, '2026-09-05')).toEqual(['07:00-11:00'])
  })

  it('holds a season that spans New Year', () => {
    expect(on(urp, '2025-12-31')).toEqual(['08:00-12:00'])
    expect(on(urp, '2026-01-02')).toEqual(['08:00-12:00'])
  })

  it('opens twice a day, on the quarter hour, sorted whatever the order of entry', () => {
    expect(on(urgentCards, '2026-11-19')).toEqual(['07:45-09:00', '13:15-15:00'])
    expect(on(urgentCards, '2026-11-20')).toEqual(['07:30-09:00'])
    expect(on(urgentCards, '2026-11-22')).toEqual([])
  })

  it('closes on 14 August 2023 and on Saturday 27 December 2025 alone', () => {
    expect(on(urp, '2023-08-14')).toEqual([])
    expect(on(urp, '2023-08-16')).toEqual(['07:00-11:00'])
    expect(on(urp, '2025-12-27')).toEqual([])
    expect(on(urp, '2025-12-20')).toEqual(['08:00-12:00'])
    expect(on(urp, '2027-02-27')).toEqual(['08:00-12:00'])
  })

  it('lets the last exception of a day count, with hours of its own', () => {
    const special: Hours = {
      ...urp,
      exceptions: [
        { from: '2026-01-07', to: '2026-01-23', reason: 'fuga di gas', intervals: [] },
        {
          from: '2026-01-10',
          to: '2026-01-10',
          reason: 'apertura',
          intervals: [{ opens: '10:00', closes: '12:00' }],
        },
      ],
    }
    expect(on(special, '2026-01-09')).toEqual([])
    expect(on(special, '2026-01-10')).toEqual(['09:00-11:00'])
    expect(on(special, '2026-01-24')).toEqual(['08:00-12:00'])
  })

  it('counts 29 February to a season that ends with the month', () => {
    const winter: Hours = {
      kind: 'rules',
      seasons: [
        {
          from: '12-01',
          to: '02-28',
          weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '12:00' }],
        },
      ],
      exceptions: [],
      holidays: { kind: 'open' },
    }
    expect(on(winter, '2028-02-29')).toEqual(['09:00-11:00'])
    expect(on(winter, '2028-03-01')).toEqual([])
  })

  it('keeps local time on the days the clocks change', () => {
    expect(on(wholeYear('08:00', '12:00'), '2026-03-28')).toEqual(['07:00-11:00'])
    expect(on(wholeYear('08:00', '12:00'), '2026-03-29')).toEqual(['06:00-10:00'])
    expect(on(wholeYear('08:00', '12:00'), '2026-10-25')).toEqual(['07:00-11:00'])
  })

  it('is 23 and 25 hours long on those days when it opens all day', () => {
    const length = (day: string, next: string) => {
      const allDay: Hours = {
        kind: 'rules',
        seasons: [],
        exceptions: [{ from: day, to: day, reason: '', intervals: [{ opens: '00:00', closes: '24:00' }] }],
        holidays: { kind: 'open' },
      }
      const opening = openingAt(allDay, Date.parse(`${day}T10:00:00Z`), Date.parse(`${next}T10:00:00Z`))
      if (opening.kind !== 'hours') throw new Error('expected hours')
      return opening.intervals.map(({ opensAt, closesAt }) => (closesAt - opensAt) / HOUR)
    }
    expect(length('2026-03-29', '2026-03-30')).toEqual([23])
    expect(length('2026-10-25', '2026-10-26')).toEqual([25])
  })

  it('opens the first and closes the second time the clocks show a repeated hour', () => {
    expect(on(wholeYear('02:30', '02:45'), '2026-10-25')).toEqual(['00:30-01:45'])
    expect(on(wholeYear('02:30', '04:00'), '2026-03-29')).toEqual(['01:30-02:00'])
  })

  it('[SW-90] has no hours in a night hour that is skipped, and keeps the order of the others', () => {
    const night: Hours = {
      kind: 'rules',
      seasons: [
        {
          from: '01-01',
          to: '12-31',
          weekly: [
            { days: [7], opens: '02:15', closes: '03:00' },
            { days: [7], opens: '03:00', closes: '03:10' },
            { days: [7], opens: '02:15', closes: '02:30' },
          ],
        },
      ],
      exceptions: [],
      holidays: { kind: 'open' },
    }
    expect(on(night, '2026-03-29')).toEqual(['01:00-01:10', '01:15-01:30'])
  })

  it('joins nights into one interval when a place never closes', () => {
    const from = Date.parse('2026-11-20T12:00:00Z')
    const opening = openingAt(wholeYear('00:00', '24:00'), from, from + 8 * 24 * HOUR)
    expect(opening).toMatchObject({ kind: 'hours', intervals: [{}] })
  })

  it('includes the interval that is running and no day outside the range', () => {
    const from = Date.parse('2026-11-19T10:00:00Z')
    const opening = openingAt(urp, from, from + 8 * 24 * HOUR)
    if (opening.kind !== 'hours') throw new Error('expected hours')
    expect(opening.intervals[0]?.opensAt).toBe(Date.parse('2026-11-19T08:00:00Z'))
    expect(opening.intervals).toHaveLength(8)
  })

  it('says always and unknown as they are', () => {
    expect(openingAt({ kind: 'always' }, 0, 1)).toEqual({ kind: 'always' })
    expect(openingAt({ kind: 'unknown' }, 0, 1)).toEqual({ kind: 'unknown' })
  })
})

describe('the next opening', () => {
  const next = (hours: Hours, at: string) => {
    const ms = nextOpening(hours, Date.parse(at))
    return ms === null ? null : new Date(ms).toISOString()
  }

  it('is after the one that is running', () => {
    expect(next(urp, '2026-11-19T09:00:00Z')).toBe('2026-11-20T08:00:00.000Z')
  })

  it('is on Monday when Saturday is over, across a change of the clocks', () => {
    expect(next(urp, '2026-10-24T11:30:00Z')).toBe('2026-10-26T08:00:00.000Z')
  })

  it('is found past any season', () => {
    const summer: Hours = {
      kind: 'rules',
      seasons: [
        { from: '07-01', to: '08-31', weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '13:00' }] },
      ],
      exceptions: [],
      holidays: { kind: 'open' },
    }
    expect(next(summer, '2026-09-01T00:00:00Z')).toBe('2027-07-01T07:00:00.000Z')
  })

  it('is not the one that begins at this very moment', () => {
    expect(next(urp, '2026-11-19T08:00:00Z')).toBe('2026-11-20T08:00:00.000Z')
  })

  it('is none for a place that is always open, unknown or closed for good', () => {
    expect(next({ kind: 'always' }, '2026-11-19T09:00:00Z')).toBeNull()
    expect(next({ kind: 'unknown' }, '2026-11-19T09:00:00Z')).toBeNull()
    const never: Hours = { kind: 'rules', seasons: [], exceptions: [], holidays: { kind: 'open' } }
    expect(next(never, '2026-11-19T09:00:00Z')).toBeNull()
  })
})

describe('holidays', () => {
  it('[SW-91] close a place without a word, national ones and the patron saint', () => {
    expect(on(urp, '2026-12-08')).toEqual([])
    expect(on(urp, '2026-04-06')).toEqual([])
    // Saturdays both: San Geminiano, and the one before.
    expect(on(urp, '2026-01-31')).toEqual([])
    expect(on(urp, '2026-01-24')).toEqual(['08:00-12:00'])
  })

  it('[SW-91] leave open what says so', () => {
    expect(on({ ...urp, holidays: { kind: 'open' } }, '2026-12-08')).toEqual(['08:00-12:00'])
  })

  it('[SW-91] give way to an exception about holidays, such as an opening for Christmas', () => {
    const christmas = { from: '2026-12-25', to: '2026-12-26', reason: 'presepe' }
    const special: Hours = {
      ...urp,
      exceptions: [{ ...christmas, intervals: [{ opens: '15:00', closes: '18:00' }] }],
    }
    expect(on(special, '2026-12-25')).toEqual(['14:00-17:00'])
    expect(on(special, '2026-12-26')).toEqual(['14:00-17:00'])
  })

  it('[SW-91] give way to a closure, whatever it is about', () => {
    const closing = { from: '2026-12-24', to: '2026-12-28', reason: 'ponte', intervals: [] }
    const opening = { from: '2026-12-26', to: '2026-12-26', reason: 'presepe' }
    const special: Hours = {
      ...urp,
      exceptions: [{ ...opening, intervals: [{ opens: '15:00', closes: '18:00' }] }, closing],
    }
    // The last one that holds the day counts, on a holiday too.
    expect(on(special, '2026-12-26')).toEqual([])
  })

  it('[SW-91] do not give way to special hours that only pass over them', () => {
    const season = { from: '2026-12-24', to: '2027-01-09', reason: 'orario ridotto' }
    const special: Hours = {
      ...urp,
      exceptions: [{ ...season, intervals: [{ opens: '09:00', closes: '12:00' }] }],
    }
    expect(on(special, '2026-12-24')).toEqual(['08:00-11:00'])
    expect(on(special, '2027-01-01')).toEqual([])
    expect(on(special, '2027-01-02')).toEqual(['08:00-11:00'])
    expect(on(special, '2027-01-06')).toEqual([])
  })
})

describe('closures of the whole body', () => {
  const closures = [{ from: '2026-08-14', to: '2026-08-14', reason: 'ponte', intervals: [] }]

  it('close whatever keeps hours and leave the rest', () => {
    expect(on(withClosures(urp, closures), '2026-08-14')).toEqual([])
    expect(on(urp, '2026-08-14')).toEqual(['07:00-11:00'])
    expect(withClosures({ kind: 'always' }, closures)).toEqual({ kind: 'always' })
  })

  it('[SW-93] close also what opens on that day by an exception of its own', () => {
    const intervals = [{ opens: '10:00', closes: '12:00' }]
    const evening: Hours = {
      ...urp,
      exceptions: [{ from: '2026-08-14', to: '2026-08-14', reason: 'apertura', intervals }],
    }
    expect(on(evening, '2026-08-14')).toEqual(['08:00-10:00'])
    expect(on(withClosures(evening, closures), '2026-08-14')).toEqual([])
  })

  it('[SW-90] of 27 December 2025 touch only who opens on Saturdays', () => {
    const saturday = [{ from: '2025-12-27', to: '2025-12-27', reason: 'chiusura del sabato', intervals: [] }]
    const weekOf = (hours: Hours) => {
      const opening = openingAt(
        withClosures(hours, saturday),
        Date.parse('2025-12-22T00:00:00Z'),
        Date.parse('2025-12-29T00:00:00Z'),
      )
      return opening.kind === 'hours' ? opening.intervals.length : Number.NaN
    }
    // 25 and 26 December are holidays, and the 28th is a Sunday.
    expect(weekOf({ ...urp, exceptions: [] })).toBe(3)
    expect(weekOf(lostProperty)).toBe(4)
    expect(on(withClosures(lostProperty, saturday), '2025-12-27')).toEqual(on(lostProperty, '2025-12-27'))
  })

  it('[SW-90] of one place leave the other open: Polo 1, from 7 to 23 January 2026', () => {
    const desk = (exceptions: Extract<Hours, { kind: 'rules' }>['exceptions']): Hours => ({
      kind: 'rules',
      seasons: [
        { from: '01-01', to: '12-31', weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '13:00' }] },
      ],
      exceptions,
      holidays: { kind: 'closed', local: [] },
    })
    const polo1 = desk([{ from: '2026-01-07', to: '2026-01-23', reason: 'fuga di gas', intervals: [] }])
    const polo2 = desk([])
    const openDays = (hours: Hours) =>
      Array.from({ length: 20 }, (_, n) => `2026-01-${String(n + 7).padStart(2, '0')}`).filter(
        (day) => on(hours, day).length > 0,
      )
    expect(openDays(polo1)).toEqual(['2026-01-26'])
    expect(openDays(polo2)).toHaveLength(14)
    expect(on(polo1, '2026-01-06')).toEqual([])
    expect(on(polo1, '2026-01-05')).toEqual(['07:30-12:00'])
  })
})
