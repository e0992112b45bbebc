import pg from 'pg'
import { env } from '../config/env.ts'
import { oncePerProcess } from '../config/once-per-process.ts'
import { outliveLostConnections } from './outlive-lost-connections.ts'

/** The connections of this process to the switchboard's schema. */
export const pool = (): pg.Pool => oncePerProcess('pool', () => createPool(env().databaseUrl))

/**
 * A pool that outlives a restart of the database: a connection that dies while idle is dropped, and the
 * next query opens another one or fails with an error that `isDatabaseAway` knows.
 */
export function createPool(databaseUrl: string, max = 12): pg.Pool {
  const created = new pg.Pool({ ...CONNECTION, connectionString: databaseUrl, max })
  outliveLostConnections(created)
  return created
}

/** How every connection behaves, whoever opens it. */
export const CONNECTION = {
  application_name: 'pronto',
  connectionTimeoutMillis: 3_000,
  idleTimeoutMillis: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  statement_timeout: 10_000,
  // An instance that is paused in the middle of a command must not hold its body's lock for ever.
  idle_in_transaction_session_timeout: 5_000,
} satisfies pg.ClientConfig & pg.PoolConfig
