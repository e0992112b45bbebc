import type { Pool } from 'pg'
import { inLongTransaction } from './long-transaction.ts'

/** Deletes codes of pages taken along. That one was used is remembered a day, so that whoever comes late is told why. */
export async function forgetHandouts(pool: Pool): Promise<void> {
  await inLongTransaction(pool, { statementMs: 60_000 }, (client) =>
    client.query(`delete from switchboard.handouts where expires_at < clock_timestamp() - interval '1 day'`),
  )
}
