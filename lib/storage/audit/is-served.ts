import type { Pool } from 'pg'
import * as z from 'zod'
import { CONNECTION } from '../pool.ts'

/**
 * Whether instances of the application are connected to this database. Asked by another role without the
 * right to read activity, the answer is no.
 */
export async function isServed(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `select exists (
       select from pg_stat_activity where datname = current_database() and application_name = $1
     ) as is_served`,
    [CONNECTION.application_name],
  )
  return z.object({ is_served: z.boolean() }).parse(rows[0]).is_served
}
