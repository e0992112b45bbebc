import { epochMs } from '../switchboard/ids.ts'
import type { OpenInterval, Opening } from '../switchboard/settings.ts'
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
  | { kind: 'rules'; seasons: readonly Season[]; exceptions: readonly HoursException[] }

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

/** Replaces the weekly intervals of every day from `from` to `to`. The last one that holds a day counts. */
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
      if (closesAt > fromMs && opensAt < untilMs) {
        intervals.push({ opensAt: epochMs(opensAt), closesAt: epochMs(closesAt) })
      }
    }
  }
  return { kind: 'hours', intervals: merged(intervals) }
}

/** The next instant after `atMs` at which it opens; null: always open, unknown, or not within 400 days. */
export function nextOpening(hours: Hours, atMs: number): number | null {
  const opening = openingAt(hours, atMs, atMs + HORIZON_MS)
  if (opening.kind !== 'hours') return null
  return opening.intervals.find((interval) => interval.opensAt > atMs)?.opensAt ?? null
}

/** The intervals of one local day `YYYY-MM-DD`, exceptions applied; sorted. */
function intervalsOn(hours: Extract<Hours, { kind: 'rules' }>, day: string): readonly DayInterval[] {
  const exception = hours.exceptions.findLast(({ from, to }) => from <= day && day <= to)
  const weekday = isoWeekday(day)
  const intervals =
    exception?.intervals ??
    hours.seasons
      .find((season) => holds(season, day.slice(5)))
      ?.weekly.filter(({ days }) => days.includes(weekday)) ??
    []
  return intervals.toSorted((a, b) => a.opens.localeCompare(b.opens))
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
