import type { Pool } from 'pg'
import { inLongTransaction } from './long-transaction.ts'

/**
 * Deletes what opens nothing any more: credentials of totems whose grace is over, with a device that was replaced
 * all of its own, and enrolment codes that were used or ran out. A day later, so that a database whose clock was
 * ahead for a while takes no totem's place away.
 */
export async function forgetCredentials(pool: Pool): Promise<void> {
  await inLongTransaction(pool, { statementMs: 60_000 }, async (client) => {
    await client.query(`delete from switchboard.totem_devices where ended_at < ${A_DAY_AGO}`)
    await client.query(`delete from switchboard.totem_credentials where dies_at < ${A_DAY_AGO}`)
    await client.query(
      `delete from switchboard.totem_enrolment_codes where least(used_at, expires_at) < ${A_DAY_AGO}`,
    )
  })
}

const A_DAY_AGO = `clock_timestamp() - interval '1 day'`
