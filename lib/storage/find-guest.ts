import type { Pool } from 'pg'
import * as z from 'zod'
import { type BodyId, bodyId, type CallId, callId, type GuestId, guestId } from '../switchboard/ids.ts'

/** Somebody invited, wherever their call is. */
export interface GuestPlace {
  bodyId: BodyId
  callId: CallId
  guestId: GuestId
}

/**
 * Whom an invite, or the credential that it was changed for, stands for. Null: nobody on any board, because
 * there never was such a one or its call is long over.
 */
export async function findGuest(
  pool: Pool,
  by: { inviteHash: string } | { visitHash: string },
): Promise<GuestPlace | null> {
  const { rows } = await pool.query({
    name: 'find-guest',
    text: `select c.body_id, c.id as call_id, g ->> 'id' as guest_id
      from switchboard.calls c, jsonb_array_elements(c.guests) g
      where c.on_board and c.guests <> '[]' and c.guests @> $1::jsonb and g @> ($1::jsonb -> 0)`,
    values: [JSON.stringify([by])],
  })
  return rows.length === 0 ? null : Row.parse(rows[0])
}

const Row = z
  .object({
    body_id: z.string().transform(bodyId),
    call_id: z.string().transform(callId),
    guest_id: z.string().transform(guestId),
  })
  .transform((row): GuestPlace => ({ bodyId: row.body_id, callId: row.call_id, guestId: row.guest_id }))
