import type { Pool, PoolClient } from 'pg'
import { allowSilence } from './give-up-on-silence.ts'

export interface LongTransaction {
  /** Longest that one of its statements may take; the database ends it then. */
  statementMs: number
  /** Reads the database as it is at one moment, and writes nothing. */
  isSnapshot?: boolean
}

/**
 * Runs `work` in a transaction whose statements may take longer than a command's. Nothing is compiled in it:
 * PostgreSQL would compile such queries because they look dear, which takes longer than running them.
 *
 * @throws whatever `work` throws, after rolling back; a connection that failed is not reused
 */
export async function inLongTransaction<T>(
  pool: Pool,
  { statementMs, isSnapshot = false }: LongTransaction,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let hurryAgain = () => {}
  let failure: unknown
  try {
    await client.query(
      `begin${isSnapshot ? ' isolation level repeatable read read only' : ''};
       set local jit = off; set local statement_timeout = ${statementMs}`,
    )
    // Not before the database has answered once: its host may be gone.
    hurryAgain = allowSilence(client, statementMs + SLACK_MS)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    failure = error
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    hurryAgain()
    client.release(failure !== undefined)
  }
}

/** In which the database says that it has ended a statement. */
const SLACK_MS = 1_000
