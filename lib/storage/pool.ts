import pg from 'pg'
import { env } from '../config/env.ts'
import { oncePerProcess } from '../config/once-per-process.ts'
import { giveUpOnSilence, SILENCE_MS } from './give-up-on-silence.ts'
import { outliveLostConnections } from './outlive-lost-connections.ts'

/** The connections of this process to the switchboard's schema. */
export const pool = (): pg.Pool => oncePerProcess('pool', () => createPool(env().databaseUrl))

/**
 * A pool that outlives a restart of the database and the silence of its host: a connection that dies is
 * dropped, and the next query opens another one or fails with an error that `isDatabaseAway` knows.
 */
export function createPool(databaseUrl: string, max = 12, silenceMs = SILENCE_MS): pg.Pool {
  const created = new pg.Pool({ ...CONNECTION, connectionString: databaseUrl, max })
  outliveLostConnections(created)
  giveUpOnSilence(created, silenceMs)
  return created
}

/** How every connection behaves, whoever opens it. */
export const CONNECTION = {
  application_name: 'pronto',
  connectionTimeoutMillis: 3_000,
  idleTimeoutMillis: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  // An instance that sleeps may hold others up for 5 s; nothing else that is asked in passing takes seconds.
  statement_timeout: 6_000,
  // An instance that is paused in the middle of a command must not hold its body's lock for ever.
  idle_in_transaction_session_timeout: 5_000,
} satisfies pg.ClientConfig & pg.PoolConfig
