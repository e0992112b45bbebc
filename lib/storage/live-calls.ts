import type { Pool } from 'pg'
import * as z from 'zod'
import type { RoomState } from '../switchboard/board.ts'
import { type BodyId, bodyId, type CallId, callId, offerId } from '../switchboard/ids.ts'
import { consultRoomName } from '../switchboard/views.ts'

/** A call that is not over and has a room, and whose board it is on. */
export interface LiveCall {
  callId: CallId
  bodyId: BodyId
  /** Its room, as far as the board knows. */
  media: RoomState['kind']
  /** The room in which two operators consult about it. Null: none. */
  consult: string | null
}

/** Every live call of every body. */
export async function liveCalls(pool: Pool): Promise<LiveCall[]> {
  const { rows } = await pool.query({
    name: 'live-calls',
    text: `${SELECT} where on_board and state <> 'over' and not is_callback`,
  })
  return rows.map((row) => Row.parse(row))
}

/** One call, if it is live. */
export async function liveCall(pool: Pool, id: CallId): Promise<LiveCall | null> {
  const text = `${SELECT} where id = $1 and state <> 'over' and not is_callback`
  const { rows } = await pool.query({ name: 'live-call', text, values: [id] })
  return rows.length === 0 ? null : Row.parse(rows[0])
}

const SELECT = `select id, body_id, media,
    case when second ->> 'stage' in ('ringing', 'consulting') then second ->> 'offerId' end as consult
  from switchboard.calls`

const Row = z
  .object({
    id: z.string().transform(callId),
    body_id: z.string().transform(bodyId),
    media: z.enum(['opening', 'open', 'away', 'failed', 'none']),
    consult: z.string().nullable(),
  })
  .transform(
    (row): LiveCall => ({
      callId: row.id,
      bodyId: row.body_id,
      media: row.media,
      consult: row.consult === null ? null : consultRoomName(offerId(row.consult)),
    }),
  )
