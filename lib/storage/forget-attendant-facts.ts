import type { Pool } from 'pg'
import { inLongTransaction } from './long-transaction.ts'

/** Deletes what was done with PINs more than a year ago, also at totems where nothing is done any more. */
export async function forgetAttendantFacts(pool: Pool): Promise<void> {
  await inLongTransaction(pool, { statementMs: 60_000 }, (client) =>
    client.query(
      `delete from switchboard.attendant_facts where at < clock_timestamp() - interval '365 days'`,
    ),
  )
}
