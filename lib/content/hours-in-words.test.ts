import { describe, expect, it } from 'vitest'
import type { Hours } from './hours.ts'
import { hoursInWords } from './hours-in-words.ts'

const lostProperty: Hours = {
  kind: 'rules',
  seasons: [
    {
      from: '01-01',
      to: '12-31',
      weekly: [
        { days: [1, 4], opens: '15:00', closes: '17:00' },
        { days: [1, 2, 3, 4, 5], opens: '10:00', closes: '12:00' },
      ],
    },
  ],
  exceptions: [
    { from: '2023-08-14', to: '2023-08-14', reason: 'chiusura straordinaria', intervals: [] },
    { from: '2026-01-07', to: '2026-01-23', reason: '', intervals: [{ opens: '10:00', closes: '11:00' }] },
  ],
  holidays: { kind: 'closed', local: [{ day: '01-31', name: 'San Geminiano' }] },
}

const summer: Hours = {
  kind: 'rules',
  seasons: [
    { from: '07-01', to: '08-31', weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '13:00' }] },
  ],
  exceptions: [],
  holidays: { kind: 'open' },
}

describe('hours in words', () => {
  it('puts days with the same intervals together', () => {
    expect(hoursInWords(lostProperty, 'it', '2027-01-01')).toEqual([
      {
        heading: null,
        lines: ['lunedì e giovedì 10:00–12:00, 15:00–17:00', 'martedì, mercoledì e venerdì 10:00–12:00'],
      },
      { heading: null, lines: ['Chiuso nei giorni festivi e anche il 31 gennaio (San Geminiano)'] },
    ])
  })

  it('names the season and makes a range of days in a row', () => {
    expect(hoursInWords(summer, 'it')).toEqual([
      { heading: 'Dal 1 luglio al 31 agosto', lines: ['lunedì–venerdì 09:00–13:00'] },
      { heading: null, lines: ['Aperto anche nei giorni festivi'] },
    ])
    expect(hoursInWords(summer, 'en')).toEqual([
      { heading: 'From 1 July to 31 August', lines: ['Monday–Friday 09:00–13:00'] },
      { heading: null, lines: ['Open on public holidays too'] },
    ])
  })

  it('says a day that begins with a vowel as Italians do', () => {
    const winter: Hours = {
      ...summer,
      seasons: [{ from: '12-08', to: '12-11', weekly: [] }],
      holidays: { kind: 'closed', local: [{ day: '05-08', name: 'San Vittore' }] },
    }
    expect(hoursInWords(winter, 'it')).toEqual([
      { heading: 'Dall’8 dicembre all’11 dicembre', lines: ['chiuso'] },
      { heading: null, lines: ['Chiuso nei giorni festivi e anche l’8 maggio (San Vittore)'] },
    ])
  })

  it('lists the exceptions that are not over', () => {
    expect(hoursInWords(lostProperty, 'it', '2026-01-20').at(-1)).toEqual({
      heading: 'Chiusure e aperture straordinarie',
      lines: ['dal mercoledì 7 gennaio 2026 al venerdì 23 gennaio 2026: 10:00–11:00'],
    })
    expect(hoursInWords(lostProperty, 'it').at(-1)?.lines[0]).toBe(
      'lunedì 14 agosto 2023: chiuso (chiusura straordinaria)',
    )
  })

  it('lists an exception until its last day is over', () => {
    const headings = (today: string) => hoursInWords(lostProperty, 'it', today).map(({ heading }) => heading)
    expect(headings('2026-01-23')).toContain('Chiusure e aperture straordinarie')
    expect(headings('2026-01-24')).not.toContain('Chiusure e aperture straordinarie')
  })

  it('makes no range of two days, and says nothing of holidays where there are only exceptions', () => {
    const weekly = [{ days: [6, 7], opens: '09:00', closes: '13:00' }]
    const weekend: Hours = { ...summer, seasons: [{ from: '01-01', to: '06-30', weekly }] }
    expect(hoursInWords(weekend, 'it')[0]).toEqual({
      heading: 'Dal 1 gennaio al 30 giugno',
      lines: ['sabato e domenica 09:00–13:00'],
    })
    const day = { from: '2026-05-02', to: '2026-05-02', reason: 'fiera' }
    const fair: Hours = { ...summer, seasons: [], exceptions: [{ ...day, intervals: weekly }] }
    expect(hoursInWords(fair, 'it')).toEqual([
      {
        heading: 'Chiusure e aperture straordinarie',
        lines: ['sabato 2 maggio 2026: 09:00–13:00 (fiera)'],
      },
    ])
  })

  it('says that holidays are closed, in either language and with the body’s own', () => {
    const closed: Hours = { ...summer, holidays: { kind: 'closed', local: [] } }
    expect(hoursInWords(closed, 'it').at(-1)?.lines).toEqual(['Chiuso nei giorni festivi'])
    expect(hoursInWords(lostProperty, 'en', '2027-01-01').at(-1)?.lines).toEqual([
      'Closed on public holidays and on 31 January (San Geminiano)',
    ])
  })

  it('never invents an hour', () => {
    expect(hoursInWords({ kind: 'unknown' }, 'it')).toEqual([
      { heading: null, lines: ['Orari da verificare'] },
    ])
    expect(hoursInWords({ kind: 'always' }, 'en')).toEqual([{ heading: null, lines: ['Always open'] }])
  })
})
