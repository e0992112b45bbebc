import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clockTime, dateInWords, dayInWords, whenInWords } from './times.ts'

const NOW = Date.parse('2026-11-23T10:42:00+01:00')

/** A browser that knows every language but Albanian, as Chromium does. */
class WithoutAlbanian extends Intl.DateTimeFormat {
  constructor(locale: string, options: Intl.DateTimeFormatOptions) {
    super(locale.startsWith('sq') ? 'en-US' : locale, options)
  }
  static override supportedLocalesOf = (locale: string) => (locale.startsWith('sq') ? [] : [locale])
}

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const inThatBrowser = async () => {
  vi.stubGlobal('Intl', Object.create(Intl, { DateTimeFormat: { value: WithoutAlbanian } }))
  const { default: words } = await import('./albanian.ts')
  return { words, times: await import('./times.ts') }
}

it('says days and dates in Albanian where the browser cannot, as where it can', async () => {
  const { words, times } = await inThatBrowser()
  const later = Date.parse('2027-01-08T09:00:00+01:00')
  const said = {
    day: times.dayInWords(NOW, 'sq'),
    date: times.dateInWords(NOW, 'sq'),
    time: times.clockTime(NOW, 'sq'),
    soon: times.whenInWords(NOW + 72 * 3_600_000, NOW, words.times, 'sq'),
    later: times.whenInWords(later, NOW, words.times, 'sq'),
    night: times.dayInWords(Date.parse('2026-11-23T23:30:00Z'), 'sq'),
  }
  vi.unstubAllGlobals()
  expect(said).toEqual({
    day: 'e hënë, 23 nëntor',
    date: '23 nëntor 2026',
    time: '10:42',
    soon: 'e enjte, ora 10:42',
    later: '8 janar, ora 9:00',
    night: 'e martë, 24 nëntor',
  })
  expect(dayInWords(NOW, 'sq')).toBe(said.day)
  expect(dateInWords(NOW, 'sq')).toBe(said.date)
  expect(clockTime(NOW, 'sq')).toBe(said.time)
  expect(whenInWords(later, NOW, words.times, 'sq')).toBe(said.later)
})

it('leaves a browser that knows Albanian to itself, and every other language', async () => {
  const { datesIn } = await import('./times.ts')
  await import('./albanian.ts')
  expect(datesIn).toEqual({})
})
