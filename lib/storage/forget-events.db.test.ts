import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { env } from '../config/env.ts'
import { type CallId, callId, epochMs, type OperatorId, type TotemId } from '../switchboard/ids.ts'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { createTrial, type Trial } from '../switchboard/shell/trial.ts'
import { auditBody } from './audit/audit.ts'
import { forgetEvents } from './forget-events.ts'
import { createPool } from './pool.ts'
import { readCounts } from './read-counts.ts'
import { readTotals } from './totals.ts'

const pool = createPool(env().databaseUrl, 10)
afterAll(() => pool.end())

const DAY_MS = 24 * 3_600_000

/** A body that keeps its log for two days, in which five days ago and today the same happened. */
async function twoDays() {
  const t = await createTrial({ pool, operators: 1, totems: 3, rules: { logRetentionMs: 2 * DAY_MS } })
  const [anna, padova, villanova, damaso] = [t.operators[0], ...t.totems]
  if (!anna || !padova || !villanova || !damaso) throw new Error('empty trial')
  const long = await talkAndLeave(t, anna, padova, villanova)
  const callback = await leaveNumber(t, damaso)
  await age(t, 5 * DAY_MS)
  // The callback that nobody made expires, the desk is found gone.
  await t.tick()
  const recent = await talkAndLeave(t, anna, padova, villanova)
  await readTotals(pool)
  const { rows } = await pool.query(
    `select switchboard.ms(date_trunc('day', now() at time zone 'Europe/Rome') at time zone 'Europe/Rome') as today`,
  )
  const today = Number(rows[0].today)
  const counts = (fromDay: number, toDay: number) =>
    readCounts(pool, {
      bodyId: t.bodyId,
      from: epochMs(today + fromDay * DAY_MS),
      to: epochMs(today + toDay * DAY_MS),
      service: null,
      rules: DEFAULT_RULES,
    })
  return { t, long, callback, recent, counts }
}

/** One conversation that was written up, and one visitor who left while it went on. */
async function talkAndLeave(t: Trial, operator: OperatorId, one: TotemId, other: TotemId): Promise<CallId> {
  await t.onDuty(operator)
  const call = await t.call(one)
  const [offer] = [...(await t.board()).offers.values()].filter(({ callId }) => callId === call)
  if (!offer) throw new Error('nothing rings')
  await t.answer(operator, offer.id)
  await t.connect(one, operator, call, offer.id)
  await t.leave(other, await t.call(other))
  const desk = { operatorId: operator, epoch: t.epochOfDesk(operator) }
  await tell(t, { type: 'operatorHungUp', ...desk, offerId: offer.id })
  await tell(t, { type: 'wrapUpSaved', ...desk, callId: call })
  return call
}

async function leaveNumber(t: Trial, totem: TotemId): Promise<CallId> {
  const callbackId = callId(randomUUID())
  const from = { kind: 'call' as const, callId: await t.call(totem) }
  const number = { phone: '338 5550123', reason: '', window: null }
  const page = { totemId: totem, epoch: t.epochOfTotem(totem) }
  await tell(t, { type: 'callbackRequested', callbackId, ...page, from, ...number })
  return callbackId
}

async function tell(t: Trial, event: Parameters<Trial['run']>[0]['event']): Promise<void> {
  expect(await t.run({ bodyId: t.bodyId, event, repeatable: null })).toMatchObject({ ok: true })
}

/** As if all that has been stored and logged had happened so much earlier. */
async function age(t: Trial, ms: number): Promise<void> {
  await t.wait(ms)
  const client = await pool.connect()
  await client.query('begin; set local session_replication_role = replica')
  await client.query(
    `update switchboard.call_events set at = at - $2 * interval '1 millisecond',
       fact = fact || (select coalesce(jsonb_object_agg(key, value::text::bigint - $2), '{}') from jsonb_each(fact)
         where key in ('enqueuedAt', 'notBefore') and jsonb_typeof(value) = 'number')
     where body_id = $1`,
    [t.bodyId, ms],
  )
  await client.query('commit')
  client.release()
}

/** From now on no such count of a day (`new`) can be written. @returns until this is called */
async function stick(when: string): Promise<() => Promise<unknown>> {
  await pool.query(
    `create or replace function not_now() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$`,
  )
  await pool.query(
    `create trigger stuck before insert on switchboard.days for each row when (${when}) execute function not_now()`,
  )
  return () => pool.query('drop trigger stuck on switchboard.days')
}

/** Rows about a call that say more than a count. */
async function rowsAbout(call: CallId): Promise<number[]> {
  const counted = [
    'calls where id',
    'offers where call_id',
    'outcomes where call_id',
    'ratings where call_id',
  ]
  const found = await Promise.all(
    counted.map((table) => pool.query(`select from switchboard.${table} = $1`, [call])),
  )
  return found.map(({ rows }) => rows.length)
}

const eventsAbout = async (call: CallId): Promise<number> => {
  const { rows } = await pool.query('select count(*) from switchboard.call_events where call_id = $1', [call])
  return Number(rows[0].count)
}

it('[SW-222] forgets what is long past, and keeps whole what was not over by then', async () => {
  const { t, long, callback, recent } = await twoDays()
  const before = { callback: await eventsAbout(callback), recent: await eventsAbout(recent) }
  await forgetEvents(pool)
  expect(await eventsAbout(long)).toBe(0)
  // It was asked for then, and expired today.
  expect(await eventsAbout(callback)).toBe(before.callback)
  expect(await eventsAbout(recent)).toBe(before.recent)
  const { rows } = await pool.query('select * from switchboard.days where body_id = $1', [t.bodyId])
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${long}|operator-0|totem-`))
})

it('[SW-222] with the log go the call, its rings and the note; what its visitor thought of it stays', async () => {
  const { t, long, callback, recent } = await twoDays()
  await pool.query(
    `insert into switchboard.outcomes (call_id, body_id, operator_id, outcome, note, saved_at)
       select unnest($2::uuid[]), $1, 'operator-0', 'solved', 'Torna con il modulo', now()`,
    [t.bodyId, [long, recent]],
  )
  await pool.query(
    `insert into switchboard.ratings (call_id, body_id, totem_id, service, face)
       select id, body_id, totem_id, service, 'good' from switchboard.calls where id = any($1)`,
    [[long, recent]],
  )
  expect(await rowsAbout(long)).toEqual([1, 1, 1, 1])
  await forgetEvents(pool)
  expect(await rowsAbout(long)).toEqual([0, 0, 0, 1])
  expect(await rowsAbout(recent)).toEqual([1, 1, 1, 1])
  expect(await rowsAbout(callback)).toEqual([1, 1, 0, 0])
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})

it('[SW-223] measures and totals are the same afterwards, however often it forgets', async () => {
  const { t, counts } = await twoDays()
  const past = await counts(-10, 0)
  const all = await counts(-10, 1)
  expect(past).toMatchObject({ offered: 3, answered: 1, abandoned: 1, handled: 1, ringsAccepted: 1 })
  expect(all).toMatchObject({ offered: 5, answered: 2, abandoned: 2, handled: 2 })
  expect(past.busyMs).toBeGreaterThan(0)
  const totals = await readTotals(pool)
  await forgetEvents(pool)
  await forgetEvents(pool)
  expect(await counts(-10, 0)).toEqual(past)
  const { idleMs, ...rest } = await counts(-10, 1)
  expect(rest).toEqual((({ idleMs: _, ...others }) => others)(all))
  expect(idleMs).toBeGreaterThanOrEqual(all.idleMs ?? 0)
  expect(await readTotals(pool)).toEqual(totals)
  // No part of a forgotten day can be told apart.
  expect(await counts(-10, -4.5)).toMatchObject({ offered: 0, busyMs: 0 })
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})

it('[SW-223] the audit goes on for what is left', async () => {
  const { t, recent } = await twoDays()
  expect(await auditBody(pool, t.bodyId)).toEqual([])
  await forgetEvents(pool)
  expect(await auditBody(pool, t.bodyId)).toEqual([])
  await pool.query(`update switchboard.days set count = count + 1 where body_id = $1 and what = 'offered'`, [
    t.bodyId,
  ])
  await pool.query(`delete from switchboard.call_events where call_id = $1 and type = 'callEnqueued'`, [
    recent,
  ])
  const found = await auditBody(pool, t.bodyId)
  expect(found.find(({ id }) => id === 'I7')?.examples.join()).toContain(`call ${recent} was never enqueued`)
  expect(found.find(({ id }) => id === 'I8')?.examples.join()).toContain('the totals have')
})

it('[SW-403] what there is to forget is forgotten day by day, and each for good', async () => {
  const t = await createTrial({ pool, operators: 1, totems: 3, rules: { logRetentionMs: 2 * DAY_MS } })
  const [anna, padova, villanova] = [t.operators[0], t.totems[0], t.totems[1]]
  if (!anna || !padova || !villanova) throw new Error('empty trial')
  const first = await talkAndLeave(t, anna, padova, villanova)
  await age(t, 4 * DAY_MS)
  await t.tick()
  const second = await talkAndLeave(t, anna, padova, villanova)
  await age(t, 4 * DAY_MS)
  // Of the second call's day nothing can be added up for now.
  const free = await stick(`new.day > (now() at time zone 'Europe/Rome')::date - 6`)
  await expect(forgetEvents(pool)).rejects.toThrow('not now')
  expect(await eventsAbout(first)).toBe(0)
  expect(await eventsAbout(second)).toBeGreaterThan(0)
  await free()
  await forgetEvents(pool)
  expect(await eventsAbout(second)).toBe(0)
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})

it('[SW-402] a body of which nothing can be added up holds up no other', async () => {
  const bodies = [await twoDays(), await twoDays()]
  const [stuck, next] = bodies.toSorted((a, b) => (a.t.bodyId < b.t.bodyId ? -1 : 1))
  if (!stuck || !next) throw new Error('no bodies')
  const free = await stick(`new.body_id = '${stuck.t.bodyId}'`)
  await expect(forgetEvents(pool)).rejects.toThrow('not now')
  await free()
  expect(await eventsAbout(stuck.long)).toBeGreaterThan(0)
  expect(await eventsAbout(next.long)).toBe(0)
})

it('[SW-222] several instances at once forget once', async () => {
  const { t, counts } = await twoDays()
  const past = await counts(-10, 0)
  await Promise.all([forgetEvents(pool), forgetEvents(pool), forgetEvents(pool)])
  expect(await counts(-10, 0)).toEqual(past)
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})
