import type { Payload } from 'payload'
import { log } from '../config/log.ts'

/**
 * Keeps the process alive when PostgreSQL restarts: the pool replaces a lost idle connection by
 * itself, but an error event that nobody listens to would end the process first.
 */
export function surviveRestarts(payload: Payload): void {
  payload.db.pool.on('error', (error: Error) =>
    log().warn({ err: error }, 'registers lost a database connection'),
  )
}
