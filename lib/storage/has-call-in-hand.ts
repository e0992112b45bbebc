import type { Pool } from 'pg'
import type { BodyId, OperatorId } from '../switchboard/ids.ts'

/** Whether an operator is rung, in a call or writes one up. */
export async function hasCallInHand(
  pool: Pool,
  { bodyId, operatorId }: { bodyId: BodyId; operatorId: OperatorId },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from switchboard.operators where body_id = $1 and id = $2 and work in ('engaged', 'wrap_up')`,
    [bodyId, operatorId],
  )
  return rowCount === 1
}
