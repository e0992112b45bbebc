import type { Pool } from 'pg'
import * as z from 'zod'

const Row = z.object({
  name: z.string(),
  officeName: z.string(),
  state: z.enum(['free', 'busy', 'on_break', 'not_responding']),
})

/** One operator of a body whose desk is open and who is on duty or on break. */
export type OnDuty = z.output<typeof Row>

/** Whoever could answer a totem of this body, by name; read as it stands, nothing is held. */
export async function whoIsOnDuty(pool: Pool, bodyId: string): Promise<OnDuty[]> {
  const { rows } = await pool.query(
    `select p->>'displayName' as name, p->>'officeName' as "officeName",
        case when o.intent = 'on_break' then 'on_break' when o.work = 'not_responding' then 'not_responding'
          when o.work = 'idle' then 'free' else 'busy' end as state
      from switchboard.operators o
      join switchboard.settings s on s.body_id = o.body_id
      join lateral jsonb_array_elements(s.document->'operators') p on p->>'id' = o.id
      where o.body_id = $1 and o.intent <> 'off_duty' and o.presence = 'here' and o.lease_ends_at > now()
      order by 1`,
    [bodyId],
  )
  return rows.map((row) => Row.parse(row))
}
