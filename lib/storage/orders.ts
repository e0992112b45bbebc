import type { Pool } from 'pg'
import * as z from 'zod'
import type { Effect } from '../switchboard/events.ts'
import { type BodyId, bodyId, callId, offerId } from '../switchboard/ids.ts'

/** An order that somebody should carry out now. */
export interface DueOrder {
  id: string
  bodyId: BodyId
  effect: Effect
  /** This one included. */
  attempts: number
  /** Since it was given. */
  ageMs: number
}

/**
 * Takes up to `limit` orders that are due, so that no other instance does for a while: for orders whose
 * first try failed, or whose instance died before it.
 */
export async function claimDueOrders(pool: Pool, limit = 20): Promise<DueOrder[]> {
  const { rows } = await pool.query({ name: 'claim-orders', text: CLAIM, values: [limit] })
  return rows.map((row) => OrderRow.parse(row)).sort((a, b) => Number(a.id) - Number(b.id))
}

/** The order has been carried out, or is not worth another try. */
export async function forgetOrder(pool: Pool, id: string): Promise<void> {
  await pool.query({
    name: 'forget-order',
    text: 'delete from switchboard.outbox where id = $1',
    values: [id],
  })
}

/** The order failed; it is due again in `inMs`. */
export async function postponeOrder(pool: Pool, id: string, inMs: number): Promise<void> {
  const text = `update switchboard.outbox
    set due_at = clock_timestamp() + $2::bigint * interval '1 millisecond' where id = $1`
  await pool.query({ name: 'postpone-order', text, values: [id, inMs] })
}

const CLAIM = `
update switchboard.outbox o
set attempts = o.attempts + 1, due_at = clock_timestamp() + interval '15 seconds'
where o.id in (
  select id from switchboard.outbox where due_at <= clock_timestamp()
  order by id limit $1 for update skip locked
)
returning o.id, o.body_id, o.effect, o.attempts,
  floor(extract(epoch from clock_timestamp() - o.ordered_at) * 1000) as age_ms`

const id = z.string().transform(callId)
const offer = z.string().transform(offerId)
const OrderRow = z
  .object({
    id: z.string(),
    body_id: z.string().transform(bodyId),
    effect: z.discriminatedUnion('type', [
      z.object({ type: z.literal('openRoom'), callId: id }),
      z.object({ type: z.literal('closeRoom'), callId: id }),
      z.object({ type: z.literal('removeParticipant'), callId: id, identity: z.string() }),
      z.object({ type: z.literal('openConsultRoom'), callId: id, offerId: offer }),
      z.object({ type: z.literal('closeConsultRoom'), callId: id, offerId: offer }),
    ]),
    attempts: z.int(),
    age_ms: z.coerce.number(),
  })
  .transform(
    (row): DueOrder => ({
      id: row.id,
      bodyId: row.body_id,
      effect: row.effect,
      attempts: row.attempts,
      ageMs: row.age_ms,
    }),
  )
