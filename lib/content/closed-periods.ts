import { type EpochMs, epochMs } from '../switchboard/ids.ts'
import type { HoursException } from './hours.ts'
import { dayAfter, dayAt, firstInstantOf, lastInstantOf } from './rome-time.ts'

/** A time in which a whole body is closed. */
interface ClosedPeriod {
  closesAt: EpochMs
  opensAt: EpochMs
  reason: string
}

/**
 * The closures of a whole body as instants: whatever of their days their own intervals leave, in order and
 * apart, as far as it touches `fromMs`…`untilMs`. Whole days, so a closure ends when a day begins and not
 * when somebody opens; of two about one day the last counts, as with the exceptions of one place.
 */
export function closedPeriods(
  closures: readonly HoursException[],
  fromMs: number,
  untilMs: number,
): ClosedPeriod[] {
  const periods: ClosedPeriod[] = []
  if (closures.length === 0) return periods
  const close = (fromAt: number, toAt: number, reason: string) => {
    if (fromAt >= toAt || toAt <= fromMs || fromAt >= untilMs) return
    const last = periods.at(-1)
    if (last && last.opensAt === fromAt && last.reason === reason) last.opensAt = epochMs(toAt)
    else periods.push({ closesAt: epochMs(fromAt), opensAt: epochMs(toAt), reason })
  }
  for (let day = dayAt(fromMs); firstInstantOf(day, '00:00') < untilMs; day = dayAfter(day)) {
    const closure = closures.findLast(({ from, to }) => from <= day && day <= to)
    if (!closure) continue
    let closedFrom = firstInstantOf(day, '00:00')
    for (const { opens, closes } of closure.intervals.toSorted((a, b) => a.opens.localeCompare(b.opens))) {
      close(closedFrom, firstInstantOf(day, opens), closure.reason)
      closedFrom = Math.max(closedFrom, lastInstantOf(day, closes))
    }
    close(closedFrom, firstInstantOf(dayAfter(day), '00:00'), closure.reason)
  }
  return periods
}
