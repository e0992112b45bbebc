import type { Pool } from 'pg'
import * as z from 'zod'
import { type BodyId, bodyId } from '../switchboard/ids.ts'

const Row = z.object({ id: z.string().transform(bodyId) })

/** Bodies whose board needs a transition by itself now. */
export async function dueBodies(pool: Pool): Promise<BodyId[]> {
  const { rows } = await pool.query({
    name: 'due-bodies',
    text: 'select id from switchboard.bodies where next_due_at <= clock_timestamp()',
  })
  return rows.map((row) => Row.parse(row).id)
}
