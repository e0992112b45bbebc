import type { EventEmitter } from 'node:events'
import net from 'node:net'
import type { PoolClient } from 'pg'

/**
 * How long a database that was asked something may say nothing. Longer than a statement may take
 * (`statement_timeout`), so that one that lives speaks first; shorter than a page waits for an answer (8 s).
 */
export const SILENCE_MS = 7_000

/** The database was asked something and said nothing: its host is gone, or the way there. It may have heard. */
class DatabaseSilent extends Error {
  override name = 'DatabaseSilent'
  readonly code = 'ETIMEDOUT'
  constructor(silenceMs: number) {
    super(`the database has said nothing for ${silenceMs} ms`)
  }
}

/**
 * Ends connections of a pool on which something was asked and nothing comes back: a host that vanishes sends
 * no reset, and TCP alone would wait for a quarter of an hour. Whatever was asked there fails with an error
 * that `isDatabaseAway` knows, and a late answer reaches nobody, because its connection is gone. With it go
 * the idle ones: each would cost the next who takes it the same time.
 *
 * @param pool a `pg.Pool`: Payload's and ours have declarations of their own
 */
export function giveUpOnSilence(pool: EventEmitter, silenceMs: number): void {
  const idle = new Set<PoolClient>()
  const giveUp = (silent: PoolClient, forMs: number) => {
    for (const { connection } of [silent, ...idle]) connection.stream.destroy(new DatabaseSilent(forMs))
  }

  pool.on('acquire', (client: PoolClient) => idle.delete(client))
  pool.on('release', (_error: unknown, client: PoolClient) => idle.add(client))
  pool.on('remove', (client: PoolClient) => idle.delete(client))
  pool.on('connect', (client: PoolClient) => {
    const { stream } = client.connection
    if (!(stream instanceof net.Socket)) return
    let answered = stream.bytesWritten
    stream.on('data', () => {
      answered = stream.bytesWritten
    })
    stream.setTimeout(silenceMs)
    stream.on('timeout', () => {
      const asked = stream.bytesWritten
      if (asked === answered) return
      // A process that was asleep itself first reads what has arrived meanwhile.
      setImmediate(() => {
        if (answered < asked) giveUp(client, stream.timeout ?? silenceMs)
      })
    })
  })
}

/** Lets the database say nothing on this connection for longer. @returns back to as before */
export function allowSilence(client: PoolClient, silenceMs: number): () => void {
  const { stream } = client.connection
  if (!(stream instanceof net.Socket) || !stream.timeout) return () => {}
  const usualMs = stream.timeout
  stream.setTimeout(silenceMs)
  return () => void stream.setTimeout(usualMs)
}
