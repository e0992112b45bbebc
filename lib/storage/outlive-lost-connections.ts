import type { EventEmitter } from 'node:events'
import type { PoolClient } from 'pg'
import { log } from '../config/log.ts'

/**
 * Keeps the process alive and the pool whole when connections die, idle or in use. pg tells such a death as an
 * 'error' event, which ends the process where nobody listens; the next query tells it too. Whoever uses one has
 * `forgottenMs` to give it back: drizzle never does when `begin` fails, and its place in the pool would be lost.
 *
 * @param pool a `pg.Pool`: Payload's and ours have declarations of their own
 */
export function outliveLostConnections(pool: EventEmitter, forgottenMs = FORGOTTEN_MS): void {
  const inUse = new Set<PoolClient>()
  pool.on('error', (error: unknown) => log().warn({ err: error }, 'database connection lost'))
  pool.on('acquire', (client: PoolClient) => inUse.add(client))
  pool.on('release', (_error: unknown, client: PoolClient) => inUse.delete(client))
  pool.on('connect', (client: PoolClient) => {
    client.on('error', () => {})
    client.on('end', () => {
      const reminder = setTimeout(() => {
        if (inUse.has(client)) client.release(true)
      }, forgottenMs)
      reminder.unref()
    })
  })
}

/** Nothing that uses a connection goes on for long once its queries fail. */
const FORGOTTEN_MS = 30_000
