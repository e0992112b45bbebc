import { afterEach, expect, it, vi } from 'vitest'
import { env } from '../config/env.ts'
import { log } from '../config/log.ts'
import { withBodyLock } from './body-lock.ts'
import { isDatabaseAway } from './is-database-away.ts'
import { inLongTransaction } from './long-transaction.ts'
import { createPool } from './pool.ts'
import { severableDatabase } from './severable-database.ts'

log().level = 'silent'
const SILENCE_MS = 1_200

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function overWire() {
  const wire = await severableDatabase(env().databaseUrl)
  const pool = createPool(wire.url, 4, SILENCE_MS)
  undo.push(
    () => pool.end(),
    () => wire.close(),
  )
  return { wire, pool }
}

const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (error: unknown) => error,
  )

const number = async (asked: Promise<{ rows: { n: number }[] }>) => (await asked).rows[0]?.n

it('[SW-404] gives up on a database that says nothing, and hears no late answer', async () => {
  const { wire, pool } = await overWire()
  expect(await number(pool.query('select 1 as n'))).toBe(1)
  wire.hush()
  expect(isDatabaseAway(await failureOf(pool.query('select 2 as n')))).toBe(true)
  expect(pool.totalCount).toBe(0)
  wire.letThrough()
  expect(await number(pool.query('select 3 as n'))).toBe(3)
})

it('[SW-404] ends a command that the database went silent in, whole', async () => {
  const { wire, pool } = await overWire()
  await pool.query('create table if not exists public.said (word text)')
  const say = (word: string, then = () => {}) =>
    withBodyLock(pool, 'modena', async (client) => {
      await client.query('insert into public.said values ($1)', [word])
      then()
      await client.query('select 1')
    })
  expect(isDatabaseAway(await failureOf(say('one', () => wire.hush())))).toBe(true)
  expect(pool.totalCount).toBe(0)
  wire.letThrough()
  await say('two')
  expect((await pool.query('select word from public.said')).rows).toEqual([{ word: 'two' }])
})

it('[SW-404] ends what is idle with it, so that nobody else waits for the same', async () => {
  const { wire, pool } = await overWire()
  await Promise.all([1, 2, 3].map((n) => pool.query('select $1::int as n, pg_sleep(0.05)', [n])))
  expect(pool.totalCount).toBe(3)
  wire.hush()
  await failureOf(pool.query('select 1'))
  await vi.waitFor(() => expect(pool.totalCount).toBe(0))
})

it('keeps a connection that is idle for long, and one on which a long transaction is at work', async () => {
  const { pool } = await overWire()
  const seconds = (2 * SILENCE_MS) / 1_000
  const pids = await inLongTransaction(pool, { statementMs: 5_000 }, async (client) => {
    const idle = await number(pool.query('select pg_backend_pid() as n'))
    await client.query('select pg_sleep($1)', [seconds])
    return [idle, await number(pool.query('select pg_backend_pid() as n'))]
  })
  expect(pids[0]).toBe(pids[1])
  expect(pool.totalCount).toBe(2)
  // Afterwards silence counts as it did.
  const again = await Promise.all([1, 2].map(() => failureOf(pool.query('select pg_sleep($1)', [seconds]))))
  expect(again.map(isDatabaseAway)).toEqual([true, true])
})

it('lets the database itself end a statement that takes too long, before it counts as silent', async () => {
  const { pool } = await overWire()
  const failure = await failureOf(
    inLongTransaction(pool, { statementMs: 2 * SILENCE_MS }, (client) => client.query('select pg_sleep(5)')),
  )
  expect(failure).toMatchObject({ code: '57014' })
})
