import { elided } from '../i18n/elided.ts'
import type { DayInterval, HolidayRule, Hours, HoursException, WeeklyInterval } from './hours.ts'

/** The languages that hours are put into words in. */
export type HoursLocale = 'it' | 'en'

/** Lines that belong together: a season, the holidays, or the exceptions. `heading` null: the whole year. */
export interface HoursBlock {
  heading: string | null
  lines: readonly string[]
}

/**
 * Hours as a page shows them, days with the same intervals in one line.
 *
 * @param today `YYYY-MM-DD`: exceptions that are over by then are left out; without it all are listed
 */
export function hoursInWords(hours: Hours, locale: HoursLocale, today = '0000-00-00'): HoursBlock[] {
  const words = WORDS[locale]
  if (hours.kind === 'always') return [{ heading: null, lines: [words.always] }]
  if (hours.kind === 'unknown') return [{ heading: null, lines: [words.unknown] }]
  const seasons = hours.seasons.map(({ from, to, weekly }) => ({
    heading: isWholeYear(from, to) ? null : words.season(monthDay(from, locale), monthDay(to, locale)),
    lines: weeklyLines(weekly, locale),
  }))
  const holidays = seasons.length > 0 ? [{ heading: null, lines: [holidayLine(hours.holidays, locale)] }] : []
  const exceptions = hours.exceptions.filter(({ to }) => to >= today)
  if (exceptions.length === 0) return [...seasons, ...holidays]
  return [
    ...seasons,
    ...holidays,
    { heading: words.exceptions, lines: exceptions.map((exception) => exceptionLine(exception, locale)) },
  ]
}

/** The same for where a line is all there is room for: each block with a heading in one. */
export const hourLines = (hours: Hours, locale: HoursLocale, today: string): string[] =>
  hoursInWords(hours, locale, today).flatMap(({ heading, lines }) =>
    heading === null ? lines : [`${heading}: ${lines.join('; ')}`],
  )

const WORDS = {
  it: {
    always: 'Sempre aperto',
    unknown: 'Orari da verificare',
    closed: 'chiuso',
    exceptions: 'Chiusure e aperture straordinarie',
    openOnHolidays: 'Aperto anche nei giorni festivi',
    closedOnHolidays: 'Chiuso nei giorni festivi',
    closedAlsoOn: (days: string) => elided(`Chiuso nei giorni festivi e anche il ${days}`),
    season: (from: string, to: string) => elided(`Dal ${from} al ${to}`),
    range: (from: string, to: string) => `dal ${from} al ${to}`,
  },
  en: {
    always: 'Always open',
    unknown: 'Opening hours to be confirmed',
    closed: 'closed',
    exceptions: 'Special closures and openings',
    openOnHolidays: 'Open on public holidays too',
    closedOnHolidays: 'Closed on public holidays',
    closedAlsoOn: (days: string) => `Closed on public holidays and on ${days}`,
    season: (from: string, to: string) => `From ${from} to ${to}`,
    range: (from: string, to: string) => `from ${from} to ${to}`,
  },
} as const satisfies Record<HoursLocale, unknown>

const isWholeYear = (from: string, to: string): boolean => from === '01-01' && to === '12-31'

/** One line for each set of days that keep the same intervals, in the order of their first day. */
function weeklyLines(weekly: readonly WeeklyInterval[], locale: HoursLocale): string[] {
  const daysByIntervals = new Map<string, number[]>()
  for (let day = 1; day <= 7; day++) {
    const intervals = weekly.filter(({ days }) => days.includes(day))
    if (intervals.length === 0) continue
    const key = intervalsInWords(intervals)
    daysByIntervals.set(key, [...(daysByIntervals.get(key) ?? []), day])
  }
  const lines = [...daysByIntervals].map(([intervals, days]) => `${daysInWords(days, locale)} ${intervals}`)
  return lines.length > 0 ? lines : [WORDS[locale].closed]
}

/** "Chiuso nei giorni festivi e anche il 31 gennaio (San Geminiano)". */
function holidayLine(holidays: HolidayRule, locale: HoursLocale): string {
  const words = WORDS[locale]
  if (holidays.kind === 'open') return words.openOnHolidays
  if (holidays.local.length === 0) return words.closedOnHolidays
  return words.closedAlsoOn(
    inARow(
      holidays.local.map(({ day, name }) => `${monthDay(day, locale)} (${name})`),
      locale,
    ),
  )
}

function exceptionLine({ from, to, reason, intervals }: HoursException, locale: HoursLocale): string {
  const words = WORDS[locale]
  const when = from === to ? fullDay(from, locale) : words.range(fullDay(from, locale), fullDay(to, locale))
  const what = intervals.length > 0 ? intervalsInWords(intervals) : words.closed
  return reason ? `${when}: ${what} (${reason})` : `${when}: ${what}`
}

/** "09:00–13:00, 15:00–17:00". Twenty-four hours and a leading zero in every language: they leave no doubt. */
const intervalsInWords = (intervals: readonly DayInterval[]): string =>
  intervals
    .toSorted((a, b) => a.opens.localeCompare(b.opens))
    .map(({ opens, closes }) => `${opens}–${closes}`)
    .join(', ')

/** Three or more days in a row become a range: "lunedì–venerdì". */
function daysInWords(days: readonly number[], locale: HoursLocale): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first && last && days.length > 2 && last - first === days.length - 1) {
    return `${weekday(first, locale)}–${weekday(last, locale)}`
  }
  return inARow(
    days.map((day) => weekday(day, locale)),
    locale,
  )
}

const inARow = (items: readonly string[], locale: HoursLocale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)

/** 1 January 2024 was a Monday. */
const weekday = (day: number, locale: HoursLocale): string =>
  format(locale, { weekday: 'long' }, new Date(Date.UTC(2024, 0, day)))

const monthDay = (text: string, locale: HoursLocale): string =>
  format(locale, { day: 'numeric', month: 'long' }, new Date(`2024-${text}T00:00:00Z`))

const fullDay = (text: string, locale: HoursLocale): string =>
  format(
    locale,
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    new Date(`${text}T00:00:00Z`),
  )

/** British order for English: the day before the month, as every date on an Italian form. */
const format = (locale: HoursLocale, options: Intl.DateTimeFormatOptions, at: Date): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: 'UTC' }).format(at)
