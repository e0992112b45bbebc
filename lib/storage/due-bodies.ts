import type { Pool } from 'pg'
import * as z from 'zod'
import { type BodyId, bodyId } from '../switchboard/ids.ts'

const Row = z.object({ id: z.string().transform(bodyId) })

/**
 * Bodies whose board needs a transition by itself now: something is due, or settings have been published
 * that it has not been moved on under [SW-210].
 */
export async function dueBodies(pool: Pool): Promise<BodyId[]> {
  const { rows } = await pool.query({
    name: 'due-bodies',
    text: `select id from switchboard.bodies where next_due_at <= clock_timestamp()
      union
      select b.id from switchboard.bodies b join switchboard.settings s on s.body_id = b.id
      where b.settings_heeded is distinct from s.updated_at`,
  })
  return rows.map((row) => Row.parse(row).id)
}
