import type { Pool } from 'pg'
import * as z from 'zod'
import type { BodyId, EpochMs, ServiceSlug } from '../switchboard/ids.ts'
import type { Counts } from '../switchboard/measures.ts'
import type { Rules } from '../switchboard/settings.ts'
import { inLongTransaction } from './long-transaction.ts'

/** What to count. */
export interface Counting {
  bodyId: BodyId
  /**
   * From here on, before `to`; a period that is not over counts so far. Of days that the log has forgotten only
   * whole ones count [SW-223].
   */
  from: EpochMs
  to: EpochMs
  /** The one that visitors called about; null: any. */
  service: ServiceSlug | null
  rules: Pick<Rules, 'serviceLevelMs' | 'shortAbandonMs'>
}

/** Counts what happened to one body in a period, from the log alone. Tells nothing of any one person. */
export async function readCounts(pool: Pool, counting: Counting): Promise<Counts> {
  const { bodyId, from, to, service, rules } = counting
  const [things, times] = await inLongTransaction(pool, ONE_PICTURE, async (client) => [
    await client.query({
      name: 'count-things',
      text: THINGS,
      values: [bodyId, from, to, service, rules.serviceLevelMs, rules.shortAbandonMs],
    }),
    service === null
      ? await client.query({ name: 'count-times', text: TIMES, values: [bodyId, from, to] })
      : null,
  ])
  const counted = things.rows.map((row) => ThingRow.parse(row))
  const spent = times?.rows.map((row) => TimeRow.parse(row))
  const spentOn = (occupation: string) =>
    spent ? (spent.find((row) => row.occupation === occupation)?.ms ?? 0) : null
  return { ...countsOf(counted), busyMs: spentOn('busy'), idleMs: spentOn('idle') }
}

const ONE_PICTURE = { statementMs: 30_000, isSnapshot: true }

const ThingRow = z.object({
  what: z.string(),
  label: z.string(),
  count: z.coerce.number(),
  ms: z.coerce.number(),
  longest: z.coerce.number().nullable(),
  in_time: z.coerce.number(),
  short: z.coerce.number(),
})
type ThingRow = z.output<typeof ThingRow>

const TimeRow = z.object({ occupation: z.string(), ms: z.coerce.number() })

const NOTHING: ThingRow = { what: '', label: '', count: 0, ms: 0, longest: null, in_time: 0, short: 0 }

function countsOf(rows: readonly ThingRow[]): Omit<Counts, 'busyMs' | 'idleMs'> {
  const one = (what: string, label = '') =>
    rows.find((row) => row.what === what && row.label === label) ?? NOTHING
  const byLabel = (what: string, without: string | null = null) =>
    Object.fromEntries(
      rows
        .filter((row) => row.what === what && row.label !== without)
        .map(({ label, count }) => [label, count]),
    )
  const waits = rows.flatMap(({ what, longest }) =>
    (what === 'answered' || what === 'over') && longest !== null ? [longest] : [],
  )
  const answered = one('answered')
  const abandoned = one('over', 'abandoned')
  const handled = one('handled')
  return {
    offered: one('offered').count,
    answered: answered.count,
    answeredInTime: answered.in_time,
    answeredWaitMs: answered.ms,
    abandoned: abandoned.count,
    shortAbandoned: abandoned.short,
    abandonedWaitMs: abandoned.ms,
    longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
    overOtherwise: byLabel('over', 'abandoned'),
    refused: byLabel('refused'),
    ringsAccepted: one('ring', 'accepted').count,
    ringsDeclined: one('ring', 'declined').count,
    ringsExpired: one('ring', 'expired').count,
    ringsLost: one('ring', 'lost').count,
    ringsLeft: one('ring', 'left').count,
    handled: handled.count,
    handleMs: handled.ms,
  }
}

/** How far the log has been forgotten: before, days count. */
const KEPT_FROM = `coalesce((select until_at from switchboard.days_until where body_id = $1), '-infinity')`

/** Whole days of the period, in Italy. */
const WHOLE_DAYS = `d.body_id = $1 and d.day::timestamp at time zone 'Europe/Rome' >= switchboard.instant($2)
  and (d.day + 1)::timestamp at time zone 'Europe/Rome' <= least(switchboard.instant($3), ${KEPT_FROM})`

const THINGS = `
select what, label, sum(count) as count, sum(ms) as ms, max(longest) as longest, sum(in_time) as in_time,
  sum(short) as short
from (
  select what, coalesce(label, '') as label, count(*) as count, coalesce(sum(ms), 0) as ms, max(ms) as longest,
    count(*) filter (where ms <= $5) as in_time, count(*) filter (where ms < $6) as short
  from switchboard.counted
  where body_id = $1 and at >= switchboard.instant($2) and at < switchboard.instant($3) and at >= ${KEPT_FROM}
    and ($4::text is null or service = $4)
  group by what, coalesce(label, '')
  union all
  select d.what, d.label, d.count, d.ms, d.longest_ms, d.in_time, d.short
  from switchboard.days d
  where ${WHOLE_DAYS} and d.what <> 'spent' and ($4::text is null or d.service = $4)
) things
group by what, label`

/** What each operator did when the period began is the last that the log says of them before it. */
const TIMES = `
with period as (
  select greatest(switchboard.instant($2), ${KEPT_FROM}) as began,
    least(switchboard.instant($3), clock_timestamp()) as ended
),
changes as (
  select e.operator_id, e.at, e.id, e.fact ->> 'occupation' as occupation
  from switchboard.call_events e, period
  where e.body_id = $1 and e.type = 'occupationChanged' and e.at >= period.began and e.at < period.ended
  union all
  select o.id, period.began, 0, before.occupation
  from switchboard.operators o, period, lateral (
    select e.fact ->> 'occupation' as occupation from switchboard.call_events e
    where e.body_id = $1 and e.operator_id = o.id and e.type = 'occupationChanged' and e.at < period.began
    order by e.at desc, e.id desc limit 1) before
  where o.body_id = $1 and period.began < period.ended
),
spans as (
  select occupation, at, lead(at, 1, (select ended from period)) over (partition by operator_id order by at, id) as until
  from changes
)
select occupation, sum(ms) as ms from (
  select occupation, switchboard.ms(until) - switchboard.ms(at) as ms from spans
  union all
  select d.label, d.ms from switchboard.days d where ${WHOLE_DAYS} and d.what = 'spent'
) spent group by occupation`
