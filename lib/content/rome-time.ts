import { tzOffset } from '@date-fns/tz'

/**
 * Civil time in Italy. Every hour that an office publishes is local time there, so the zone is a
 * fact of the product and not a setting, and never the process's own.
 */
const TIME_ZONE = 'Europe/Rome'

const DAY_MS = 24 * 3_600_000
const MINUTE_MS = 60_000

/** The local day `YYYY-MM-DD` at an instant. */
export const dayAt = (ms: number): string => isoDay(ms + offsetMs(ms))

/** The day after a local day. */
export const dayAfter = (day: string): string => isoDay(Date.parse(`${day}T00:00:00Z`) + DAY_MS)

/** 1 Monday … 7 Sunday. */
export const isoWeekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The earliest instant at which the clocks show this local time (`HH:MM`, up to `24:00`). */
export const firstInstantOf = (day: string, time: string): number => Math.min(...instantsOf(day, time))

/** The latest instant at which the clocks show this local time. */
export const lastInstantOf = (day: string, time: string): number => Math.max(...instantsOf(day, time))

/** One instant; two when the clocks repeat the hour; the time an hour later when they skip it. */
function instantsOf(day: string, time: string): number[] {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wall = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * MINUTE_MS
  const before = wall - offsetMs(wall - DAY_MS)
  const after = wall - offsetMs(wall + DAY_MS)
  const shown = [before, after].filter((ms) => ms + offsetMs(ms) === wall)
  return shown.length > 0 ? shown : [before]
}

const offsetMs = (ms: number): number => tzOffset(TIME_ZONE, new Date(ms)) * MINUTE_MS

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
