import type { Plan, Visit } from '../lib/switchboard/simulation/simulate.ts'

/** What other ways of guessing a wait would have said when a visitor arrived. */
export interface RivalEstimates {
  /** (n + 1) · A / s, with the same A as the core's. */
  naiveMs: number
  /** The wait of the last one who was rung (LES, "last to enter service"). */
  lastServedMs: number
  /** How long the first in line has waited (HOL, "head of line"); nobody in line: as the last served. */
  headOfLineMs: number
}

type Moment = { at: number; visit: Visit; kind: 'finished' | 'rung' | 'gaveUp' | 'arrived' }
/** Of what happens in the same millisecond: an operator gets free, takes the next, and then somebody arrives. */
const ORDER = { finished: 0, rung: 1, gaveUp: 2, arrived: 3 }

/** Goes through the day once more, knowing at every arrival only what had happened by then. */
export function rivalEstimates(visits: readonly Visit[], plan: Plan): Map<Visit, RivalEstimates> {
  const estimates = new Map<Visit, RivalEstimates>()
  const handled: number[] = []
  const inLine = new Set<Visit>()
  let lastServedMs = 0
  for (const { at, visit, kind } of momentsOf(visits)) {
    if (kind === 'finished') {
      handled.push(visit.handleMs)
      if (handled.length > 50) handled.shift()
    }
    if (kind === 'rung') {
      inLine.delete(visit)
      lastServedMs = visit.waitMs ?? 0
    }
    if (kind === 'gaveUp') inLine.delete(visit)
    if (kind === 'arrived') {
      const [first] = inLine
      estimates.set(visit, {
        naiveMs: ((inLine.size + 1) * handleOf(handled, plan)) / operatorsAt(at, plan),
        lastServedMs,
        headOfLineMs: first ? at - first.arrivedMs : lastServedMs,
      })
      const leftMs = visit.rungMs ?? visit.abandonedMs
      if (visit.rungMs === at) lastServedMs = 0
      // Not who left in the very millisecond of coming: nobody could have seen them in line.
      else if (leftMs !== at) inLine.add(visit)
    }
  }
  return estimates
}

function momentsOf(visits: readonly Visit[]): Moment[] {
  const moments: Moment[] = []
  for (const visit of visits) {
    const { arrivedMs, rungMs, abandonedMs, handleMs } = visit
    moments.push({ at: arrivedMs, visit, kind: 'arrived' })
    if (rungMs !== null) {
      if (rungMs > arrivedMs) moments.push({ at: rungMs, visit, kind: 'rung' })
      moments.push({ at: rungMs + handleMs, visit, kind: 'finished' })
    } else if (abandonedMs !== null) moments.push({ at: abandonedMs, visit, kind: 'gaveUp' })
  }
  return moments.toSorted((one, other) => one.at - other.at || ORDER[one.kind] - ORDER[other.kind])
}

/** The same shrunk mean as the core's. */
function handleOf(handled: readonly number[], { rules }: Plan): number {
  const assumedMs = rules.assumedHandleMs ?? 0
  return (20 * assumedMs + handled.reduce((sum, ms) => sum + ms, 0)) / (20 + handled.length)
}

const operatorsAt = (at: number, { staff }: Plan): number =>
  staff.findLast(({ fromMs }) => fromMs <= at)?.operators ?? 0
