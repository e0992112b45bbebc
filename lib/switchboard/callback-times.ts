import type { TimeWindow } from './board.ts'
import { type EpochMs, epochMs, plus, type ServiceSlug } from './ids.ts'
import type { Opening, Rules, Settings } from './settings.ts'

/**
 * [SW-123] The windows in which a visitor may ask to be called: the hours of the next days in parts of
 * about `callbackWindowMs`, whole quarters of an hour, none of them past. The same for whoever asks a
 * little later, so that a choice made on a screen is still one. Without known hours there are none.
 */
export function callbackWindows(opening: Opening, now: EpochMs, rules: Rules): TimeWindow[] {
  if (opening.kind !== 'hours') return []
  return opening.intervals
    .filter(({ opensAt }) => opensAt < now + WINDOWS_AHEAD_MS)
    .flatMap(({ opensAt, closesAt }) => parts(opensAt, closesAt, rules.callbackWindowMs))
    .filter(({ from, until }) => until > now && from < now + WINDOWS_AHEAD_MS)
}

/** The windows for a callback about this service; none for one that there is not. */
export function windowsFor(settings: Settings, service: ServiceSlug, now: EpochMs): TimeWindow[] {
  const opening = settings.services.get(service)?.opening
  return opening ? callbackWindows(opening, now, settings.rules) : []
}

/** Into next week, but not so far that people forget what they had asked. */
const WINDOWS_AHEAD_MS = 5 * 24 * 3_600_000
const QUARTER_MS = 15 * 60_000

function parts(opensAt: EpochMs, closesAt: EpochMs, lengthMs: number): TimeWindow[] {
  const count = Math.max(1, Math.round((closesAt - opensAt) / Math.max(lengthMs, QUARTER_MS)))
  const boundary = (n: number) =>
    n === count
      ? closesAt
      : plus(opensAt, Math.round((((closesAt - opensAt) / count) * n) / QUARTER_MS) * QUARTER_MS)
  return Array.from({ length: count }, (_, n) => ({ from: boundary(n), until: boundary(n + 1) }))
}

/**
 * [SW-127] Until when somebody should have called: `callbackExpiresMs` after it was due, but never
 * before the next opening after that is over, or a long weekend would end what was asked on a Friday.
 */
export function callbackExpiresAt(opening: Opening, dueAt: EpochMs, rules: Rules): EpochMs {
  const next =
    opening.kind === 'hours' ? opening.intervals.find(({ opensAt }) => opensAt > dueAt)?.closesAt : undefined
  return epochMs(Math.max(plus(dueAt, rules.callbackExpiresMs), next ?? 0))
}
