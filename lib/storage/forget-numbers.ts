import type { Pool } from 'pg'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { inLongTransaction } from './long-transaction.ts'

/**
 * Wipes telephone numbers and reasons of callbacks that have been over for as long as their body keeps
 * them (`callbackRetentionMs`). The rest of the row stays for the log; what the board still shows stays
 * until it does not.
 */
export async function forgetNumbers(pool: Pool): Promise<void> {
  await inLongTransaction(pool, { statementMs: 60_000 }, (client) =>
    client.query({
      name: 'forget-numbers',
      text: `
update switchboard.calls c set callback_phone = null, callback_reason = null
where c.callback_phone is not null and c.state = 'over' and not c.on_board
  and c.ended_at <= clock_timestamp() - interval '1 millisecond' * coalesce(
    (select (s.document -> 'rules' ->> 'callbackRetentionMs')::numeric
       from switchboard.settings s where s.body_id = c.body_id), $1::numeric)::float8`,
      values: [DEFAULT_RULES.callbackRetentionMs],
    }),
  )
}
