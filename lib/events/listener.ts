import pg from 'pg'
import * as z from 'zod'
import { log } from '../config/log.ts'
import { CONNECTION } from '../storage/pool.ts'
import { type BodyId, bodyId } from '../switchboard/ids.ts'

/** What other processes say about boards. Hints: any may be missing or late. */
export interface BoardHints {
  onChange(bodyId: BodyId, revision: number): void
  onSettings(bodyId: BodyId): void
  /** Hints may have been missed. */
  onGap(): void
}

/**
 * Listens on a connection of its own, and opens another whenever that one fails or goes silent.
 * @returns stops it
 */
export function listenForChanges(databaseUrl: string, hints: BoardHints): () => Promise<void> {
  let client: pg.Client | null = null
  let isStopped = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  const connect = async () => {
    const fresh = new pg.Client({
      ...CONNECTION,
      connectionString: databaseUrl,
      query_timeout: PING_TIMEOUT_MS,
    })
    client = fresh
    fresh.on('error', () => fail(fresh))
    fresh.on('end', () => fail(fresh))
    fresh.on('notification', (message) => pass(message, hints))
    try {
      await fresh.connect()
      await fresh.query('listen switchboard_board; listen switchboard_settings')
      if (failures > 0) log().info('listening again')
      failures = 0
      hints.onGap()
      ping(fresh)
    } catch {
      fail(fresh)
    }
  }

  /** A connection that died without a word is noticed here. */
  const ping = (current: pg.Client) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      current.query('select 1').then(
        () => ping(current),
        () => fail(current),
      )
    }, PING_MS)
  }

  const fail = (failed: pg.Client) => {
    if (isStopped || failed !== client) return
    client = null
    failed.end().catch(() => {})
    if (failures++ === 0) log().warn('no longer listening for changes')
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), Math.min(200 * 2 ** failures, 5_000))
  }

  void connect()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}

const PING_MS = 5_000
const PING_TIMEOUT_MS = 5_000

const BoardChange = z.object({ bodyId: z.string().transform(bodyId), revision: z.int() })

function pass({ channel, payload }: pg.Notification, hints: BoardHints) {
  if (channel === 'switchboard_settings') {
    hints.onSettings(bodyId(payload ?? ''))
    return
  }
  const change = BoardChange.safeParse(fromJson(payload ?? ''))
  if (change.success) hints.onChange(change.data.bodyId, change.data.revision)
}

/** Whoever may use the database may notify, by hand too: thrown in here, an error would end the process. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
