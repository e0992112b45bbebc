import type { LocalHoliday } from '../content/holidays.ts'
import { type DayInterval, type Hours, type HoursException, withClosures } from '../content/hours.ts'
import { dayAt } from '../content/rome-time.ts'
import type { Body, Office } from './payload-types.ts'

/** What is entered about one place. */
interface EnteredPlace {
  hours: Office['hours'] | null | undefined
  ignoresClosures?: boolean | null | undefined
}

/**
 * When a place is open: its own hours, under the closures of the whole body unless it ignores them, and
 * closed on holidays unless it says that it opens.
 */
export function hoursUnder(
  body: Pick<Body, 'closures' | 'localHolidays'>,
  { hours: entered, ignoresClosures }: EnteredPlace,
): Hours {
  const hours = hoursOf(entered, localHolidaysOf(body))
  return ignoresClosures ? hours : withClosures(hours, closuresOf(body))
}

/** The days on which a whole body is closed, or open at other times. */
export const closuresOf = ({ closures }: Pick<Body, 'closures'>): HoursException[] => exceptionsOf(closures)

const localHolidaysOf = ({ localHolidays }: Pick<Body, 'localHolidays'>): LocalHoliday[] =>
  (localHolidays ?? []).map(({ day, name }) => ({ day: monthDay(day), name }))

/** The hours that somebody entered in a record; unknown where nobody did. */
function hoursOf(entered: EnteredPlace['hours'], local: readonly LocalHoliday[]): Hours {
  if (entered?.kind !== 'rules') return { kind: entered?.kind === 'always' ? 'always' : 'unknown' }
  return {
    kind: 'rules',
    seasons: (entered.seasons ?? []).map(({ from, to, weekly }) => ({
      from: monthDay(from),
      to: monthDay(to),
      weekly: (weekly ?? []).map(({ days, ...interval }) => ({
        days: days.map(Number),
        ...intervalOf(interval),
      })),
    })),
    exceptions: exceptionsOf(entered.exceptions),
    holidays: entered.opensOnHolidays ? { kind: 'open' } : { kind: 'closed', local },
  }
}

/** Dated exceptions as entered, of a place or of a whole body. */
const exceptionsOf = (entered: Body['closures']): HoursException[] =>
  (entered ?? []).map(({ from, to, reason, intervals }) => ({
    from: dayAt(Date.parse(from)),
    to: dayAt(Date.parse(to)),
    reason: reason ?? '',
    intervals: (intervals ?? []).map(intervalOf),
  }))

const intervalOf = ({ opens, closes }: DayInterval): DayInterval => ({ opens, closes })

/** `01/09`, as people write it, to `09-01`. */
const monthDay = (entered: string): string => entered.split('/').toReversed().join('-')
