import type { Pool } from 'pg'
import * as z from 'zod'

const FACTS = ['pin_set', 'pin_removed', 'entered', 'wrong_pin', 'refused', 'left'] as const

/** `refused`: no more tries for a while. */
export type AttendantFact = (typeof FACTS)[number]

/** Writes down what was done with a totem's PIN; `by`: an account, null: somebody at the totem. */
export async function noteAttendantFact(
  pool: Pool,
  { totemId, bodyId }: { totemId: string; bodyId: string },
  fact: AttendantFact,
  by: string | null = null,
): Promise<void> {
  await pool.query(
    'insert into switchboard.attendant_facts (body_id, totem_id, fact, by_staff) values ($1, $2, $3, $4)',
    [bodyId, totemId, fact, by],
  )
}

const FactRow = z.object({ at: z.date().transform((at) => at.toISOString()), fact: z.enum(FACTS) })

/** The newest first. */
export async function attendantFacts(pool: Pool, totemId: string): Promise<z.output<typeof FactRow>[]> {
  const { rows } = await pool.query(
    'select at, fact from switchboard.attendant_facts where totem_id = $1 order by id desc limit 20',
    [totemId],
  )
  return rows.map((row) => FactRow.parse(row))
}
