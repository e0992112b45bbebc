import { epochMs } from '../switchboard/ids.ts'
import type { OpenInterval, Opening } from '../switchboard/settings.ts'
import { isNationalHoliday, type LocalHoliday } from './holidays.ts'
import { dayAfter, dayAt, firstInstantOf, isoWeekday, lastInstantOf } from './rome-time.ts'

/**
 * When a place or a service is open, as people say it: weekly intervals within seasons, and dated
 * exceptions. Own evaluation rather than an opening-hours string, because the staff fill in fields,
 * never a syntax, and because the result must not depend on the time zone of the process.
 */
export type Hours =
  /** Round the clock. */
  | { kind: 'always' }
  /** Nobody has entered them. Never shown as an invented hour. */
  | { kind: 'unknown' }
  | {
      kind: 'rules'
      seasons: readonly Season[]
      exceptions: readonly HoursException[]
      holidays: HolidayRule
    }

/** `closed`: on the national holidays and on these of the body's own. `open`: as on any other day. */
export type HolidayRule = { kind: 'closed'; local: readonly LocalHoliday[] } | { kind: 'open' }

/** A part of the year, the same every year. The first season that holds a day counts for it. */
export interface Season {
  /** First day, `MM-DD`. Later than `to`: the season spans New Year. */
  from: string
  /** Last day, `MM-DD`. */
  to: string
  weekly: readonly WeeklyInterval[]
}

/** Open on each of these days. Several intervals may name the same day. */
export interface WeeklyInterval extends DayInterval {
  /** ISO weekdays: 1 Monday … 7 Sunday. */
  days: readonly number[]
}

/** Local times `HH:MM`; `closes` is later than `opens`, at most `24:00`. */
export interface DayInterval {
  opens: string
  closes: string
}

/**
 * Replaces the weekly intervals of every day from `from` to `to`. The last one that holds a day counts.
 * To open on a holiday it must be about holidays alone: special hours from Christmas to Epiphany do not
 * open a place on New Year's Day.
 */
export interface HoursException {
  /** `YYYY-MM-DD` */
  from: string
  to: string
  /** Said to the public, such as "chiusura straordinaria". */
  reason: string
  /** Empty: closed. */
  intervals: readonly DayInterval[]
}

/** How far `nextOpening` looks: past any season. */
const HORIZON_MS = 400 * 24 * 3_600_000

/**
 * The hours as instants: every interval that touches `fromMs`…`untilMs`, sorted and disjoint. Local
 * times are those of Italy, whatever the process's own time zone; a time that the clock skips in
 * spring counts an hour later, one that it repeats in autumn opens the first and closes the second time.
 */
export function openingAt(hours: Hours, fromMs: number, untilMs: number): Opening {
  if (hours.kind !== 'rules') return { kind: hours.kind }
  const intervals: OpenInterval[] = []
  for (let day = dayAt(fromMs); firstInstantOf(day, '00:00') < untilMs; day = dayAfter(day)) {
    for (const { opens, closes } of intervalsOn(hours, day)) {
      const opensAt = firstInstantOf(day, opens)
      const closesAt = lastInstantOf(day, closes)
      // In spring the skipped hour may swallow an interval whole.
      if (opensAt < closesAt && closesAt > fromMs && opensAt < untilMs) {
        intervals.push({ opensAt: epochMs(opensAt), closesAt: epochMs(closesAt) })
      }
    }
  }
  // In the night of the skipped hour what opens later by the clock may open earlier in truth.
  return { kind: 'hours', intervals: merged(intervals.toSorted((a, b) => a.opensAt - b.opensAt)) }
}

/** The next instant after `atMs` at which it opens; null: always open, unknown, or not within 400 days. */
export function nextOpening(hours: Hours, atMs: number): number | null {
  const opening = openingAt(hours, atMs, atMs + HORIZON_MS)
  if (opening.kind !== 'hours') return null
  return opening.intervals.find((interval) => interval.opensAt > atMs)?.opensAt ?? null
}

type RuledHours = Extract<Hours, { kind: 'rules' }>

/** The intervals of one local day `YYYY-MM-DD`, exceptions and holidays applied. */
function intervalsOn(hours: RuledHours, day: string): readonly DayInterval[] {
  const isClosed = isClosedByHoliday(hours.holidays, day)
  const exception = hours.exceptions.findLast(
    (each) => each.from <= day && day <= each.to && (!isClosed || holdsFor(each, hours.holidays)),
  )
  return exception?.intervals ?? (isClosed ? [] : weeklyOn(hours, day))
}

function weeklyOn({ seasons }: RuledHours, day: string): readonly DayInterval[] {
  const weekday = isoWeekday(day)
  const season = seasons.find((each) => holds(each, day.slice(5)))
  return season?.weekly.filter(({ days }) => days.includes(weekday)) ?? []
}

const isClosedByHoliday = (holidays: HolidayRule, day: string): boolean =>
  holidays.kind === 'closed' &&
  (isNationalHoliday(day) || holidays.local.some((holiday) => holiday.day === day.slice(5)))

/** Does this exception count on a holiday that it holds? Holidays in a row are few, so the first working day ends the search. */
function holdsFor({ from, to, intervals }: HoursException, holidays: HolidayRule): boolean {
  if (intervals.length === 0) return true
  for (let day = from; day <= to; day = dayAfter(day)) if (!isClosedByHoliday(holidays, day)) return false
  return true
}

/** The same hours with closures of the whole body laid over them. Round the clock and unknown stay what they are. */
export function withClosures(hours: Hours, closures: readonly HoursException[]): Hours {
  if (hours.kind !== 'rules' || closures.length === 0) return hours
  return { ...hours, exceptions: [...hours.exceptions, ...closures] }
}

/** A season that ends on 28 February ends with the month: editors do not think of leap years. */
function holds({ from, to }: Season, monthDay: string): boolean {
  const last = to === '02-28' ? '02-29' : to
  return from <= last ? from <= monthDay && monthDay <= last : monthDay >= from || monthDay <= last
}

/** Joins intervals that overlap or touch. `intervals` comes sorted by opening. */
function merged(intervals: readonly OpenInterval[]): OpenInterval[] {
  const result: OpenInterval[] = []
  for (const interval of intervals) {
    const previous = result.at(-1)
    if (previous && interval.opensAt <= previous.closesAt) {
      const closesAt = epochMs(Math.max(interval.closesAt, previous.closesAt))
      result[result.length - 1] = { opensAt: previous.opensAt, closesAt }
    } else {
      result.push(interval)
    }
  }
  return result
}
