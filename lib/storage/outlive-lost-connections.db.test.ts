import pg from 'pg'
import { afterAll, expect, it, vi } from 'vitest'
import { env } from '../config/env.ts'
import { log } from '../config/log.ts'
import { outliveLostConnections } from './outlive-lost-connections.ts'

log().level = 'silent'
const pool = new pg.Pool({ connectionString: env().databaseUrl, max: 1, connectionTimeoutMillis: 3_000 })
outliveLostConnections(pool, 50)
const other = new pg.Pool({ connectionString: env().databaseUrl, max: 1 })
afterAll(() => Promise.all([pool.end(), other.end()]))

/** Waits until it is dead: a backend that has only been told may still answer. */
const kill = ({ rows }: { rows: { pid: number }[] }) =>
  other.query('select pg_terminate_backend($1, 3000)', [rows[0]?.pid])
const ownPid = { text: 'select pg_backend_pid() as pid' }

it('gives a place back that its user has lost and forgotten, and goes on', async () => {
  const forgotten = await pool.connect()
  await kill(await forgotten.query(ownPid))
  await expect(forgotten.query('begin')).rejects.toThrow(/connection|EPIPE|ECONNRESET/i)
  await vi.waitFor(() => expect(pool.totalCount).toBe(0))
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
