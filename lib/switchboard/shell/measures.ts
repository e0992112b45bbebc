import type { Pool } from 'pg'
import * as z from 'zod'
import { readCounts } from '../../storage/read-counts.ts'
import { type BodyId, epochMs, serviceSlug } from '../ids.ts'
import { type Counts, type Figure, figuresOf } from '../measures.ts'
import type { Rules } from '../settings.ts'

/** A year and a bit: enough to compare a year with itself. */
const MOST_DAYS = 400

/** What a period's measures are asked with: instants with their offset, at most `MOST_DAYS` apart. */
export const MeasuresQuery = z
  .object({
    from: z.iso.datetime({ offset: true }).transform((text) => epochMs(Date.parse(text))),
    to: z.iso.datetime({ offset: true }).transform((text) => epochMs(Date.parse(text))),
    service: z.string().min(1).max(100).transform(serviceSlug).nullable().default(null),
  })
  .refine(({ from, to }) => from < to, 'from must be before to')
  .refine(({ from, to }) => to - from <= MOST_DAYS * 24 * 3_600_000, `at most ${MOST_DAYS} days at once`)

/** Measures as they leave the server: of a body or a service as a whole, never of a person. */
export interface Measures {
  from: string
  to: string
  service: string | null
  /** What the formulas turn on, as the body has it now. */
  thresholds: Pick<Rules, 'serviceLevelMs' | 'shortAbandonMs'>
  counts: Counts
  figures: Readonly<Record<string, Figure>>
}

/** Works out one period of a body. */
export async function measure(
  pool: Pool,
  bodyId: BodyId,
  { from, to, service }: z.output<typeof MeasuresQuery>,
  rules: Rules,
): Promise<Measures> {
  const { serviceLevelMs, shortAbandonMs } = rules
  const counts = await readCounts(pool, { bodyId, from, to, service, rules })
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    service,
    thresholds: { serviceLevelMs, shortAbandonMs },
    counts,
    figures: figuresOf(counts),
  }
}
