import type { Pool, PoolClient } from 'pg'
import * as z from 'zod'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { inLongTransaction } from './long-transaction.ts'
import { addUpTotals } from './totals.ts'

/**
 * [SW-222] Deletes what a body's log says of calls and operators that are longer past than the body keeps it
 * (`logRetentionMs`, a day at least), once it has added it up by day: `switchboard.days` names neither visitors
 * nor calls nor operators. With a call's last event go its rings and the operator's note. Whatever belongs to a
 * call that was not over by then stays whole, so that what is left can be counted and audited as before.
 *
 * [SW-403] Each day is a transaction, as it is when nothing has changed: a body that keeps its log for less than
 * before has a year to forget, which no time limit would allow at once.
 */
export async function forgetEvents(pool: Pool): Promise<void> {
  const { rows } = await pool.query({
    name: 'bodies-to-forget',
    text: WITH_PAST,
    values: [DEFAULT_RULES.logRetentionMs],
  })
  const failures: unknown[] = []
  for (const { body_id } of rows.map((row) => BodyRow.parse(row))) {
    await forgetBody(pool, body_id).catch((error: unknown) => failures.push(error))
  }
  // [SW-402] Not before the others have had their turn.
  if (failures.length > 0) throw failures[0]
}

async function forgetBody(pool: Pool, bodyId: string): Promise<void> {
  // What only ever grows must have counted it before.
  await addUpTotals(pool, bodyId)
  while (await inLongTransaction(pool, { statementMs: 60_000 }, (client) => forgetDay(client, bodyId)));
}

/** @returns whether there may be more */
async function forgetDay(client: PoolClient, bodyId: string): Promise<boolean> {
  await client.query(
    `insert into switchboard.days_until (body_id, until_at) values ($1, '-infinity') on conflict do nothing`,
    [bodyId],
  )
  // A statement of its own: whoever else forgets at the same time waits here, and then finds nothing to do.
  const locked = await client.query(
    'select until_at::text from switchboard.days_until where body_id = $1 for update',
    [bodyId],
  )
  const from = MarkRow.parse(locked.rows[0]).until_at
  const found = await client.query(NEXT_DAY, [bodyId, DEFAULT_RULES.logRetentionMs, from])
  const { until_at: until, is_past, is_last } = DayRow.parse(found.rows[0])
  if (!is_past) return false
  await client.query(THINGS, [
    bodyId,
    from,
    until,
    DEFAULT_RULES.serviceLevelMs,
    DEFAULT_RULES.shortAbandonMs,
  ])
  await client.query(TIMES, [bodyId, from, until])
  await client.query(FORGET, [bodyId, until])
  await client.query(FORGET_CALLS, [bodyId, until])
  await client.query('update switchboard.days_until set until_at = $2::timestamptz where body_id = $1', [
    bodyId,
    until,
  ])
  return !is_last
}

const BodyRow = z.object({ body_id: z.string() })
const MarkRow = z.object({ until_at: z.string() })
const DayRow = MarkRow.extend({ is_past: z.boolean(), is_last: z.boolean() })

const rule = (name: string, otherwise: string): string => `coalesce(
  (select (s.document -> 'rules' ->> '${name}')::numeric from switchboard.settings s where s.body_id = b.id),
  ${otherwise}::numeric)`

/** The beginning of the first day of which body `b` still keeps everything. `$2`: the usual retention. */
const until = (usual: string): string => `date_trunc('day', (clock_timestamp() - interval '1 millisecond'
  * greatest(86400000, ${rule('logRetentionMs', usual)})::float8) at time zone 'Europe/Rome') at time zone 'Europe/Rome'`

/** The end of the day that begins at `$3`, or of the first that the log knows of; not beyond what is forgotten now. */
const NEXT_DAY = `
select day.until_at::text, day.until_at > $3::timestamptz as is_past, day.until_at = day.end_at as is_last
from (
  select least(whole.end_at, (
    (coalesce(nullif($3::timestamptz, '-infinity'), whole.first_at) at time zone 'Europe/Rome')::date + 1
  )::timestamp at time zone 'Europe/Rome') as until_at, whole.end_at
  from (
    select ${until('$2')} as end_at,
      (select min(e.at) from switchboard.call_events e where e.body_id = b.id) as first_at
    from (select $1::text as id) b
  ) whole
) day`

const WITH_PAST = `
select b.id as body_id
from switchboard.bodies b
left join switchboard.days_until d on d.body_id = b.id
where coalesce(d.until_at, '-infinity') < ${until('$1')}
  and exists (select from switchboard.call_events e where e.body_id = b.id and e.at < ${until('$1')})
order by b.id`

const THINGS = `
insert into switchboard.days (body_id, day, service, what, label, count, ms, longest_ms, in_time, short)
select $1, (c.at at time zone 'Europe/Rome')::date, coalesce(c.service, ''), c.what, coalesce(c.label, ''),
  count(*), coalesce(sum(c.ms), 0), max(c.ms),
  count(*) filter (where c.ms <= b.in_time_ms), count(*) filter (where c.ms < b.short_ms)
from switchboard.counted c, (
  select ${rule('serviceLevelMs', '$4')} as in_time_ms, ${rule('shortAbandonMs', '$5')} as short_ms
  from (select $1::text as id) b) b
where c.body_id = $1 and c.at >= $2::timestamptz and c.at < $3::timestamptz
group by 2, 3, 4, 5`

/** Each span of an operator's time in parts, one a day. The last word before `$2` says what goes on then. */
const TIMES = `
with changes as (
  select e.operator_id, e.at, e.id, e.fact ->> 'occupation' as occupation
  from switchboard.call_events e
  where e.body_id = $1 and e.type = 'occupationChanged' and e.at < $3::timestamptz
),
spans as (
  select occupation, greatest(at, $2::timestamptz) as began,
    lead(at, 1, $3::timestamptz) over (partition by operator_id order by at, id) as ended
  from changes
),
parts as (
  select occupation, day::date as day, greatest(began, day at time zone 'Europe/Rome') as began,
    least(ended, (day + interval '1 day') at time zone 'Europe/Rome') as ended
  from spans, generate_series(date_trunc('day', began at time zone 'Europe/Rome'),
    date_trunc('day', ended at time zone 'Europe/Rome'), interval '1 day') day
  where began < ended
)
insert into switchboard.days (body_id, day, service, what, label, count, ms, longest_ms, in_time, short)
select $1, day, '', 'spent', occupation, count(*), sum(switchboard.ms(ended) - switchboard.ms(began)), null, 0, 0
from parts where began < ended
group by day, occupation`

/** Of operators the last word before stays: it says what went on at the beginning of what is kept. */
const FORGET = `
delete from switchboard.call_events e
where e.body_id = $1 and e.at < $2::timestamptz and case
  when e.call_id is not null then
    not exists (select from switchboard.calls c where c.id = e.call_id and c.state <> 'over')
    and not exists (select from switchboard.call_events later where later.call_id = e.call_id and later.at >= $2)
  when e.type = 'occupationChanged' then exists (
    select from switchboard.call_events later
    where later.body_id = $1 and later.operator_id = e.operator_id and later.type = 'occupationChanged'
      and later.at < $2 and (later.at, later.id) > (e.at, e.id))
  else true end`

/** In one statement, at whose end what belongs together may be gone together. */
const FORGET_CALLS = `
with gone as (
  select c.id from switchboard.calls c
  where c.body_id = $1 and c.state = 'over' and not c.on_board and c.ended_at < $2::timestamptz
    and not exists (select from switchboard.call_events e where e.call_id = c.id)
    and not exists (select from switchboard.offers o where o.call_id = c.id and o.on_board)
),
notes as (delete from switchboard.outcomes o using gone where o.call_id = gone.id),
rings as (delete from switchboard.offers o using gone where o.call_id = gone.id)
delete from switchboard.calls c using gone where c.id = gone.id`
