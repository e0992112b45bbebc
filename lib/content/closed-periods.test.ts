import { describe, expect, it } from 'vitest'
import { closedPeriods } from './closed-periods.ts'

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16)
const within = (closures: Parameters<typeof closedPeriods>[0], from: string, until: string) =>
  closedPeriods(closures, Date.parse(from), Date.parse(until)).map(
    ({ closesAt, opensAt }) => `${iso(closesAt)} ${iso(opensAt)}`,
  )
const ferragosto = { from: '2023-08-14', to: '2023-08-14', reason: 'chiusura', intervals: [] }

describe('closures of a body as instants', () => {
  it('[SW-93] last whole days of Italian time', () => {
    expect(within([ferragosto], '2023-08-01', '2023-09-01')).toEqual(['2023-08-13T22:00 2023-08-14T22:00'])
  })

  it('[SW-93] join over nights, and over the night in which the clocks change', () => {
    const week = { ...ferragosto, from: '2026-10-24', to: '2026-10-26' }
    expect(within([week], '2026-10-01', '2026-11-01')).toEqual(['2026-10-23T22:00 2026-10-26T23:00'])
  })

  it('[SW-93] leave out the hours in which the body opens all the same', () => {
    const eve = {
      ...ferragosto,
      from: '2026-12-24',
      to: '2026-12-24',
      intervals: [{ opens: '09:00', closes: '12:00' }],
    }
    expect(within([eve], '2026-12-01', '2026-12-31')).toEqual([
      '2026-12-23T23:00 2026-12-24T08:00',
      '2026-12-24T11:00 2026-12-24T23:00',
    ])
  })

  it('[SW-93] leave out those hours in whatever order they were entered, and however they overlap', () => {
    const intervals = [
      { opens: '15:00', closes: '17:00' },
      { opens: '09:00', closes: '12:00' },
      { opens: '10:00', closes: '11:00' },
    ]
    const eve = { ...ferragosto, from: '2026-12-24', to: '2026-12-24', intervals }
    expect(within([eve], '2026-12-01', '2026-12-31')).toEqual([
      '2026-12-23T23:00 2026-12-24T08:00',
      '2026-12-24T11:00 2026-12-24T14:00',
      '2026-12-24T16:00 2026-12-24T23:00',
    ])
  })

  it('[SW-93] of two days in a row each keep the reason that is said to the public', () => {
    const bridge = { ...ferragosto, from: '2023-08-15', to: '2023-08-15', reason: 'ponte' }
    const periods = closedPeriods([ferragosto, bridge], Date.parse('2023-08-01'), Date.parse('2023-09-01'))
    expect(periods.map(({ closesAt, reason }) => `${iso(closesAt)} ${reason}`)).toEqual([
      '2023-08-13T22:00 chiusura',
      '2023-08-14T22:00 ponte',
    ])
  })

  it('[SW-93] give way to a later one about the same day', () => {
    const open = { ...ferragosto, intervals: [{ opens: '00:00', closes: '24:00' }] }
    expect(within([ferragosto, open], '2023-08-01', '2023-09-01')).toEqual([])
  })

  it('[SW-93] count when they began before, and not when they are over', () => {
    const august = { ...ferragosto, from: '2023-08-07', to: '2023-08-20' }
    expect(within([august], '2023-08-15T10:00:00Z', '2023-09-01')).toEqual([
      '2023-08-14T22:00 2023-08-20T22:00',
    ])
    expect(within([august], '2023-08-21', '2023-09-01')).toEqual([])
  })
})
