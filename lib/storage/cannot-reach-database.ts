import { isDatabaseAway } from './is-database-away.ts'
import { pool } from './pool.ts'

/** Asks the database something, whatever the answer. True: it is away. */
export async function cannotReachDatabase(): Promise<boolean> {
  try {
    await pool().query('select 1')
    return false
  } catch (error) {
    return isDatabaseAway(error)
  }
}
