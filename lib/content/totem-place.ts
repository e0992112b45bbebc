import { pool } from '../storage/pool.ts'
import type { BodyId, TotemId } from '../switchboard/ids.ts'

/** What a totem says of itself before its live view arrives. */
export interface TotemPlace {
  bodyName: string
  /** As people dial it. */
  phone: string
  /** The content is made up for a demonstration, and every screen says so. */
  isSample: boolean
  totemName: string
  /** The totem itself never closes; its services still may. */
  isAlwaysOpen: boolean
}

/** Read from the settings projection, one query: this is on the way of every page load. Null: not published. */
export async function readTotemPlace(body: BodyId, totem: TotemId): Promise<TotemPlace | null> {
  const { rows } = await pool().query<TotemPlace>(
    `select s.document->>'bodyName' as "bodyName", s.document->>'phone' as "phone",
        (s.document->>'isSample')::boolean as "isSample", coalesce(t->>'name', '') as "totemName",
        coalesce(t->'hours'->>'kind' = 'always', false) as "isAlwaysOpen"
      from switchboard.settings s
      left join lateral jsonb_array_elements(s.document->'totems') t on t->>'id' = $2
      where s.body_id = $1`,
    [body, totem],
  )
  return rows[0] ?? null
}
