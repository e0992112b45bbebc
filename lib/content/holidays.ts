/** A holiday that only one body keeps, such as the feast of its patron saint; the same day every year. */
export interface LocalHoliday {
  /** `MM-DD` */
  day: string
  /** "San Geminiano". */
  name: string
}

/**
 * Days of the year on which public offices in Italy are closed by law: act 260/1949 with its later
 * changes (54/1977, 792/1985, 336/2000). Sundays are holidays too, and what opens on them says so by
 * having hours on a Sunday.
 */
const FIXED: ReadonlySet<string> = new Set([
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
])

/** Saint Francis, a holiday again by act 151/2025. */
const SAINT_FRANCIS = { day: '10-04', sinceYear: 2026 }

/** Is this day `YYYY-MM-DD` a holiday in all of Italy? Easter counts, for places that open on Sundays. */
export function isNationalHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4))
  const monthDay = day.slice(5)
  if (FIXED.has(monthDay)) return true
  if (monthDay === SAINT_FRANCIS.day) return year >= SAINT_FRANCIS.sinceYear
  // Easter Monday is never earlier than 23 March and never later than 26 April.
  if (monthDay < '03-22' || monthDay > '04-26') return false
  const sunday = easterSunday(year)
  return day === isoDay(sunday) || day === isoDay(sunday + DAY_MS)
}

const DAY_MS = 24 * 3_600_000

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/**
 * UTC midnight of Easter Sunday by the Gregorian calendar: the algorithm of Butcher, in the form of
 * Meeus, Astronomical Algorithms (1991), chapter 8, which holds for every year after 1582.
 */
function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * shift + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}
