import { describe, expect, it } from 'vitest'
import { isNationalHoliday } from './holidays.ts'

/** Every holiday of a year. */
function holidaysOf(year: number): string[] {
  const days: string[] = []
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 24 * 3_600_000) {
    const day = new Date(ms).toISOString().slice(0, 10)
    if (isNationalHoliday(day)) days.push(day.slice(5))
  }
  return days
}

describe('[SW-91] the national holidays', () => {
  it('of 2026 are these, Saint Francis for the first time', () => {
    expect(holidaysOf(2026)).toEqual([
      '01-01',
      '01-06',
      '04-05',
      '04-06',
      '04-25',
      '05-01',
      '06-02',
      '08-15',
      '10-04',
      '11-01',
      '12-08',
      '12-25',
      '12-26',
    ])
    expect(holidaysOf(2025)).not.toContain('10-04')
    expect(holidaysOf(2027)).toContain('10-04')
  })

  /** Easter Mondays as the almanacs have them: among them the earliest and the latest that can be. */
  it.each([
    '1818-03-23',
    '1943-04-26',
    '2000-04-24',
    '2008-03-24',
    '2019-04-22',
    '2023-04-10',
    '2024-04-01',
    '2025-04-21',
    '2026-04-06',
    '2027-03-29',
    '2028-04-17',
    '2029-04-02',
    '2030-04-22',
    '2038-04-26',
    '2049-04-19',
  ])('have Easter Monday on %s and on no other Monday of that spring', (monday) => {
    const year = monday.slice(0, 4)
    const mondays = holidaysOf(Number(year))
      .map((day) => `${year}-${day}`)
      .filter((day) => new Date(day).getUTCDay() === 1 && day > `${year}-03-20` && day < `${year}-04-30`)
      .filter((day) => !day.endsWith('04-25'))
    expect(mondays).toEqual([monday])
  })

  it('have in every spring one Sunday whose Monday is a holiday too', () => {
    for (let year = 1990; year < 2200; year++) {
      const easters = holidaysOf(year).filter((day) => {
        const sunday = new Date(`${year}-${day}`)
        const monday = new Date(sunday.getTime() + 24 * 3_600_000).toISOString().slice(0, 10)
        return day > '03-21' && day < '04-26' && sunday.getUTCDay() === 0 && isNationalHoliday(monday)
      })
      expect(easters, String(year)).toHaveLength(1)
    }
  })
})
