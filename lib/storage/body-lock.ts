import type { Pool, PoolClient } from 'pg'

/**
 * Runs `work` in one READ COMMITTED transaction that holds the body's lock: of all instances, one
 * command at a time works on a body. The lock is taken by a statement of its own, so that the next
 * statement's snapshot already sees what the holder before has committed.
 *
 * @throws whatever `work` throws, after rolling back; a connection that failed is not reused
 */
export async function withBodyLock<T>(
  pool: Pool,
  bodyId: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let failure: unknown
  try {
    // Two statements in one message: each has its own snapshot, and one round trip is saved.
    await client.query(
      `begin isolation level read committed; select pg_advisory_xact_lock(hashtextextended(${client.escapeLiteral(`switchboard ${bodyId}`)}, 0))`,
    )
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    failure = error
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release(failure !== undefined)
  }
}
