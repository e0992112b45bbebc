import type { Pool } from 'pg'
import { inLongTransaction } from './long-transaction.ts'

/**
 * Deletes kept answers that nobody can be waiting for any more: pages repeat a command for seconds, and
 * a totem that slept through a day starts anew.
 */
export async function forgetAnswers(pool: Pool): Promise<void> {
  await inLongTransaction(pool, { statementMs: 60_000 }, (client) =>
    client.query(`delete from switchboard.commands where answered_at < clock_timestamp() - interval '1 day'`),
  )
}
