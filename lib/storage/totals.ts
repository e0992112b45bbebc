import type { Pool, PoolClient } from 'pg'
import * as z from 'zod'
import { inLongTransaction } from './long-transaction.ts'

/** How often something has happened since the beginning, in all bodies. Only ever grows. */
export interface Total {
  what: string
  /** Empty: none. */
  label: string
  /** Took at most this long, and longer than the next smaller bound of `BOUNDS_MS`. Null: longer than all of them, or without a duration. */
  upToMs: number | null
  count: number
  ms: number
}

/** Bounds between which durations are told apart, in milliseconds; finer than what a call's rules turn on. */
export const BOUNDS_MS = [
  1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 180_000, 300_000, 600_000, 1_200_000,
  1_800_000,
] as const

/**
 * Adds up what happened since anybody last asked, and gives the sums: the same from every instance, and
 * never twice, because a body's sums move together with the mark of how far they reach. Only whoever adds up
 * the same body waits for it, no command does.
 */
export async function readTotals(pool: Pool): Promise<Total[]> {
  const { rows } = await pool.query({ name: 'bodies-to-total', text: WITH_NEWS })
  for (const row of rows) await addUpTotals(pool, BodyRow.parse(row).body_id)
  const totals = await pool.query({ name: 'totals', text: SUMS })
  return totals.rows.map((row) => TotalRow.parse(row))
}

/** Adds up what happened to one body since anybody last did. */
export async function addUpTotals(pool: Pool, bodyId: string): Promise<void> {
  // Some at a time, so that years of events, the first time, are no one statement.
  while (await inLongTransaction(pool, { statementMs: 30_000 }, (client) => addSome(client, bodyId)));
}

/** @returns whether there may be more */
async function addSome(client: PoolClient, bodyId: string): Promise<boolean> {
  await client.query({ name: 'begin-totals', text: BEGIN, values: [bodyId] })
  const locked = await client.query({ name: 'lock-totals', text: LOCK, values: [bodyId] })
  const mark = MarkRow.parse(locked.rows[0])
  const since = [bodyId, mark.until_at, mark.until_id]
  const found = await client.query({ name: 'events-to-total', text: NEWS, values: since })
  const news = NewsRow.parse(found.rows[0])
  if (news.count > 0) {
    const values = [...since, news.until_at, news.until_id, BOUNDS_MS]
    await client.query({ name: 'add-totals', text: ADD, values })
  }
  return news.count === EVENTS_AT_ONCE
}

const EVENTS_AT_ONCE = 5_000

const BodyRow = z.object({ body_id: z.string() })
const MarkRow = z.object({ until_at: z.string(), until_id: z.string() })
const NewsRow = z.object({
  until_at: z.string().nullable(),
  until_id: z.string().nullable(),
  count: z.coerce.number(),
})
const TotalRow = z
  .object({
    what: z.string(),
    label: z.string(),
    up_to_ms: z.number().nullable(),
    count: z.coerce.number(),
    ms: z.coerce.number(),
  })
  .transform(({ up_to_ms: upToMs, ...row }): Total => ({ ...row, upToMs }))

const WITH_NEWS = `
select b.id as body_id from switchboard.bodies b
left join switchboard.totalled t on t.body_id = b.id
where exists (
  select from switchboard.call_events e
  where e.body_id = b.id and e.at >= coalesce(t.until_at, '-infinity') and e.id > coalesce(t.until_id, 0))
order by b.id`

const BEGIN = `
insert into switchboard.totalled (body_id, until_at, until_id) values ($1, '-infinity', 0)
on conflict (body_id) do nothing`

/** A statement of its own, so that the next one's snapshot sees what the holder before has added. */
const LOCK = `
select until_at::text, until_id::text from switchboard.totalled where body_id = $1 for update`

/** Up to where to go this time: what is committed later has a higher id. */
const NEWS = `
select max(at)::text as until_at, max(id)::text as until_id, count(*) as count
from (
  select at, id from switchboard.call_events
  where body_id = $1 and at >= $2::timestamptz and id > $3::bigint
  order by at, id limit ${EVENTS_AT_ONCE}
) news`

const ADD = `
with added as (
  insert into switchboard.totals as t (body_id, what, label, up_to_ms, count, ms)
  select $1, c.what, coalesce(c.label, ''), bound.up_to_ms, count(*), coalesce(sum(c.ms), 0)
  from switchboard.counted c, lateral (
    select coalesce(min(b), 'infinity') as up_to_ms from unnest($6::float8[]) b where c.ms <= b) bound
  where c.body_id = $1 and c.at between $2::timestamptz and $4::timestamptz
    and c.id > $3::bigint and c.id <= $5::bigint
  group by c.what, coalesce(c.label, ''), bound.up_to_ms
  on conflict (body_id, what, label, up_to_ms)
    do update set count = t.count + excluded.count, ms = t.ms + excluded.ms
)
update switchboard.totalled set until_at = $4::timestamptz, until_id = $5::bigint where body_id = $1`

const SUMS = `
select what, label, nullif(up_to_ms, 'infinity') as up_to_ms, sum(count) as count, sum(ms) as ms
from switchboard.totals group by what, label, totals.up_to_ms order by what, label, totals.up_to_ms`
