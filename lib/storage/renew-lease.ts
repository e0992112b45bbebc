import type { Pool } from 'pg'
import * as z from 'zod'
import type { BodyId, OperatorId, PageEpoch, TotemId } from '../switchboard/ids.ts'
import type { Rules } from '../switchboard/settings.ts'

/**
 * What became of a page's beat. `run-out`: the lease was over, or so nearly that its end may be being
 * written right now; the page's return has to go through the body's lock.
 */
export type Renewal = 'renewed' | 'replaced' | 'run-out'

/**
 * Moves a totem page's lease ahead, and the deadline of its answered call. Plain guarded updates, one row
 * each and each its own transaction: no lock, no event, no NOTIFY, and nothing to deadlock with.
 */
export async function renewTotemLease(
  pool: Pool,
  page: { bodyId: BodyId; totemId: TotemId; epoch: PageEpoch },
  rules: Rules,
): Promise<Renewal> {
  const values = [page.bodyId, page.totemId, page.epoch, rules.totemLeaseMs]
  const { rows } = await pool.query({ name: 'renew-totem', text: RENEW('totems'), values })
  const renewal = renewalOf(rows[0])
  if (renewal === 'renewed') {
    await pool.query({
      name: 'totem-in-call',
      text: MOVE_DEADLINE('totem_id = $2', { in_call: '$3' }),
      values: [page.bodyId, page.totemId, rules.callBeatMs],
    })
  }
  return renewal
}

/** The same for an operator's desk page. */
export async function renewDeskLease(
  pool: Pool,
  page: { bodyId: BodyId; operatorId: OperatorId; epoch: PageEpoch },
  rules: Rules,
): Promise<Renewal> {
  const values = [page.bodyId, page.operatorId, page.epoch, rules.deskLeaseMs]
  const { rows } = await pool.query({ name: 'renew-desk', text: RENEW('operators'), values })
  const renewal = renewalOf(rows[0])
  if (renewal === 'renewed') {
    await pool.query({
      name: 'desk-in-call',
      text: MOVE_DEADLINE(
        'offer_id = (select o.offer_id from switchboard.operators o where o.body_id = $1 and o.id = $2)',
        { in_call: '$3', dialling: '$4', on_phone: '$4' },
      ),
      values: [page.bodyId, page.operatorId, rules.callBeatMs, rules.deskLeaseMs + rules.rejoinGraceMs],
    })
  }
  return renewal
}

/** A beat this close to the end of its lease waits its turn behind whoever may be ending it. */
const MARGIN = `interval '500 milliseconds'`

const RENEW = (table: 'totems' | 'operators') => `
with renewed as (
  -- A clock that was set back must not end leases: the board's own time never runs backwards.
  update switchboard.${table} set
    lease_ends_at = greatest(lease_ends_at, clock_timestamp() + $4::bigint * interval '1 millisecond')
  where body_id = $1 and id = $2 and epoch = $3 and presence = 'here'
    and lease_ends_at > clock_timestamp() + ${MARGIN}
  returning 1
)
select (select count(*) from renewed) as renewed,
  (select epoch from switchboard.${table} where body_id = $1 and id = $2) = $3 as is_current`

/** @param ahead the parameter that says how far, in milliseconds, by the call's state */
const MOVE_DEADLINE = (whose: string, ahead: Readonly<Record<string, string>>) => `
update switchboard.calls
set deadline = greatest(deadline, clock_timestamp() + interval '1 millisecond' * case state
  ${Object.entries(ahead)
    .map(([state, ms]) => `when '${state}' then ${ms}::bigint`)
    .join(' ')} end)
where body_id = $1 and state in (${Object.keys(ahead)
  .map((state) => `'${state}'`)
  .join(', ')}) and on_board and ${whose}`

const RenewedRow = z.object({ renewed: z.coerce.number(), is_current: z.boolean().nullable() })

function renewalOf(row: unknown): Renewal {
  const { renewed, is_current } = RenewedRow.parse(row)
  if (renewed > 0) return 'renewed'
  return is_current === true ? 'run-out' : 'replaced'
}
