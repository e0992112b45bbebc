import type { EpochMs } from './ids.ts'
import type { Opening } from './settings.ts'

/** Callable at `now`? Unknown hours count as open: whether someone is on duty is asked elsewhere. */
export function isOpen(opening: Opening, now: EpochMs): boolean {
  switch (opening.kind) {
    case 'always':
    case 'unknown':
      return true
    case 'hours':
      return opening.intervals.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
  }
}

/** End of the interval that `now` lies in; null when closed, unknown or open round the clock. */
export function closesAt(opening: Opening, now: EpochMs): EpochMs | null {
  if (opening.kind !== 'hours') return null
  return opening.intervals.find((i) => i.opensAt <= now && now < i.closesAt)?.closesAt ?? null
}

/** Start of the next interval after `now`; null when none is known. */
export function opensAt(opening: Opening, now: EpochMs): EpochMs | null {
  if (opening.kind !== 'hours') return null
  return opening.intervals.find((i) => i.opensAt > now)?.opensAt ?? null
}

/** The next instant at which the answer of `isOpen` may change; null when it never does. */
export function nextBoundary(opening: Opening, now: EpochMs): EpochMs | null {
  return closesAt(opening, now) ?? opensAt(opening, now)
}
