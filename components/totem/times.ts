import { elided } from '@/lib/i18n/elided.ts'
import { type Locale, languageTag } from '@/lib/i18n/locale.ts'
import { fill, type Words } from './words.ts'

const TIME_ZONE = 'Europe/Rome'
const TAGS: Readonly<Record<Locale, string>> = {
  it: 'it-IT',
  en: 'en-GB',
  ro: 'ro-RO',
  fr: 'fr-FR',
  // The digits of the clock on the wall and of every number to dial.
  ar: 'ar-u-nu-latn',
  uk: 'uk-UA',
  sq: 'sq-AL',
  'it-facile': 'it-IT',
}
const DAY_MS = 24 * 3_600_000

/** "10:42", as the clock on the wall shows it. */
export function clockTime(atMs: number, locale: Locale): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs)
}

/** "lunedì 23 novembre". */
export function dayInWords(atMs: number, locale: Locale): string {
  return format(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(atMs)
}

/** "23 novembre 2026". */
export function dateInWords(atMs: number, locale: Locale): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(atMs)
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening'

/** People say "buon pomeriggio" from one o'clock and "buonasera" from five. */
export function partOfDay(atMs: number): PartOfDay {
  const hour = Number(format('en', { hour: '2-digit', hourCycle: 'h23' }).format(atMs))
  if (hour >= 4 && hour < 13) return 'morning'
  return hour >= 13 && hour < 17 ? 'afternoon' : 'evening'
}

/** "9" or "18:30" in Italian, "9:00" in English: an hour as it is said after "alle", "at". */
export function hourInWords(atMs: number, locale: Locale): string {
  const time = format(locale, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(atMs)
  const [hours = '', minutes = ''] = time.split(':')
  const hour = String(Number(hours))
  return languageTag(locale) === 'it' && minutes === '00' ? hour : `${hour}:${minutes}`
}

/** An hour alone names it without doubt. */
export const isWithinADay = (atMs: number, nowMs: number): boolean => atMs - nowMs < DAY_MS

/** "oggi alle 15", "domani alle 9", "lunedì alle 9", and past six days "il 7 gennaio alle 9". */
export function whenInWords(atMs: number, nowMs: number, words: Words['times'], locale: Locale): string {
  const time = hourInWords(atMs, locale)
  const days = daysBetween(nowMs, atMs)
  if (days <= 0) return fill(words.today, { time })
  if (days === 1) return fill(words.tomorrow, { time })
  if (days < 7) {
    return fill(words.weekday, { day: format(locale, { weekday: 'long' }).format(atMs), time })
  }
  const day = format(locale, { day: 'numeric', month: 'long' }).format(atMs)
  return elided(fill(words.date, { day, time }))
}

/** Calendar days in Rome from one instant to another. */
function daysBetween(fromMs: number, toMs: number): number {
  return Math.round((romeMidnight(toMs) - romeMidnight(fromMs)) / DAY_MS)
}

/** The calendar day in Rome as a UTC midnight, so that days can be subtracted whatever the clocks do. */
function romeMidnight(atMs: number): number {
  return Date.parse(`${isoDay.format(atMs)}T00:00:00Z`)
}

const isoDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

type DateFormat = Pick<Intl.DateTimeFormat, 'format'>

/** Languages whose days and months the browser may not know: what comes with their words puts its own here. */
export const datesIn: Partial<Record<Locale, (options: Intl.DateTimeFormatOptions) => DateFormat | null>> = {}

const formats = new Map<string, DateFormat>()

/** Making a format is slow and the clock asks every second. */
function format(locale: Locale, options: Intl.DateTimeFormatOptions): DateFormat {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const inRome = { ...options, timeZone: TIME_ZONE }
  const made = datesIn[locale]?.(inRome) ?? new Intl.DateTimeFormat(TAGS[locale], inRome)
  formats.set(key, made)
  return made
}
