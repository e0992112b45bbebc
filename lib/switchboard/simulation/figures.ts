import type { Simulation, Visit } from './simulate.ts'

/** What a counter's day comes to, as a supervisor reads it. */
export interface Figures {
  /** Entered the queue. */
  offered: number
  answered: number
  abandoned: number
  /** Not admitted. */
  refused: number
  /** Answered within `SERVICE_LEVEL_MS` of all but short abandons; null: nobody called. */
  serviceLevel: number | null
  /** From the call to the answer, over those who were answered; null: nobody was. */
  meanWaitMs: number | null
  p90WaitMs: number | null
  /** The part of their time on duty in which operators were occupied; null: nobody was on duty. */
  occupancy: number | null
}

/** The usual promise of a contact centre: 80 % within 30 s. */
export const SERVICE_LEVEL_MS = 30_000
export const SERVICE_LEVEL_AIM = 0.8
/** Whoever leaves sooner has changed their mind, and waited for nobody. */
const SHORT_ABANDON_MS = 10_000

export function figuresOf(
  visits: readonly Visit[],
  { onDutyMs, busyMs }: Omit<Simulation, 'visits'>,
): Figures {
  const admitted = visits.filter(({ refusal }) => refusal === null)
  const waits = admitted.flatMap(({ arrivedMs, answeredMs }) =>
    answeredMs === null ? [] : [answeredMs - arrivedMs],
  )
  const left = admitted.flatMap(({ arrivedMs, abandonedMs }) =>
    abandonedMs === null ? [] : [abandonedMs - arrivedMs],
  )
  const short = left.filter((ms) => ms < SHORT_ABANDON_MS).length
  const inTime = waits.filter((ms) => ms <= SERVICE_LEVEL_MS).length
  return {
    offered: admitted.length,
    answered: waits.length,
    abandoned: left.length,
    refused: visits.length - admitted.length,
    serviceLevel: ratio(inTime, waits.length + left.length - short),
    meanWaitMs: ratio(
      waits.reduce((sum, ms) => sum + ms, 0),
      waits.length,
    ),
    p90WaitMs: waits.toSorted((one, other) => one - other)[Math.ceil(0.9 * waits.length) - 1] ?? null,
    occupancy: ratio(busyMs, onDutyMs),
  }
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
