/**
 * What happened in a period, counted from the log: every thing once, in the period in which it happened, so
 * that the counts of adjacent periods add up and a past period never changes. Times in milliseconds.
 */
export interface Counts {
  /** Calls that entered the queue. */
  offered: number
  /** Calls whose media connected for the first time, and what they had waited since the enqueue. */
  answered: number
  /** Within `Rules.serviceLevelMs`. */
  answeredInTime: number
  answeredWaitMs: number
  /** Calls that the visitor left without having been answered. */
  abandoned: number
  /** Before `Rules.shortAbandonMs`: somebody who had not waited. */
  shortAbandoned: number
  abandonedWaitMs: number
  /** Of the calls answered or over in the period, whatever their end. Null: none. */
  longestWaitMs: number | null
  /** Calls that ended neither answered nor abandoned, by how. */
  overOtherwise: Readonly<Record<string, number>>
  /** Calls that were not admitted, by why; they are not among the offered. */
  refused: Readonly<Record<string, number>>
  /** Desks that stopped ringing, by how. */
  ringsAccepted: number
  ringsDeclined: number
  ringsExpired: number
  /** The desk was gone. */
  ringsLost: number
  /** Their call ended: nothing that the operator did or left undone. */
  ringsLeft: number
  /** Operators' work on a visitor that became complete, from the answer on. */
  handled: number
  handleMs: number
  /** Time within the period; null where it cannot be told, because no service has its own operators. */
  busyMs: number | null
  idleMs: number | null
}

/** A measure with the way it was worked out, so that anybody can do it again from the counts beside it. */
export interface Figure {
  /** In terms of `Counts`. */
  formula: string
  unit: 'share' | 'ms' | 'count'
  /** Null: there was nothing to measure. */
  value: number | null
}

/**
 * The measures of a period. The service level is the variant that ignores those who left at once; others
 * are in use (docs/switchboard.md) and can be worked out from the same counts.
 */
export function figuresOf(counts: Counts) {
  const { answered, abandoned, ringsAccepted, busyMs, idleMs } = counts
  const nonResponse = counts.ringsDeclined + counts.ringsExpired + counts.ringsLost
  return {
    serviceLevel: share(
      'answeredInTime / (answered + abandoned - shortAbandoned)',
      counts.answeredInTime,
      answered + abandoned - counts.shortAbandoned,
    ),
    averageTimeToAnswer: mean('answeredWaitMs / answered', counts.answeredWaitMs, answered),
    averageAbandonTime: mean('abandonedWaitMs / abandoned', counts.abandonedWaitMs, abandoned),
    abandonmentRate: share('abandoned / offered', abandoned, counts.offered),
    longestWait: { formula: 'longestWaitMs', unit: 'ms', value: counts.longestWaitMs },
    averageHandleTime: mean('handleMs / handled', counts.handleMs, counts.handled),
    occupancy: share(
      'busyMs / (busyMs + idleMs)',
      busyMs,
      busyMs === null || idleMs === null ? 0 : busyMs + idleMs,
    ),
    nonResponse: {
      formula: 'ringsDeclined + ringsExpired + ringsLost',
      unit: 'count',
      value: nonResponse,
    },
    answerRate: share(
      'ringsAccepted / (ringsAccepted + ringsDeclined + ringsExpired + ringsLost)',
      ringsAccepted,
      ringsAccepted + nonResponse,
    ),
  } satisfies Record<string, Figure>
}

const share = (formula: string, part: number | null, whole: number): Figure => ({
  formula,
  unit: 'share',
  value: ratio(part, whole),
})

const mean = (formula: string, total: number, count: number): Figure => ({
  formula,
  unit: 'ms',
  value: ratio(total, count),
})

const ratio = (part: number | null, whole: number): number | null =>
  part === null || whole === 0 ? null : part / whole
