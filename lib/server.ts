import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { env, withoutEffect } from './config/env.ts'
import { log } from './config/log.ts'
import { logPrintedErrors } from './config/log-printed-errors.ts'
import { oncePerProcess } from './config/once-per-process.ts'
import { createOpenStreams } from './events/event-stream.ts'
import { listenForChanges } from './events/listener.ts'
import { createHealth } from './fleet/health.ts'
import { createMetrics } from './fleet/metrics.ts'
import { believeProxiesOnly } from './identity/believe-proxies-only.ts'
import { createTicketOffice } from './livekit/join-token.ts'
import { startReconciliation } from './livekit/reconciliation.ts'
import { createRooms } from './livekit/rooms.ts'
import { readWebhook } from './livekit/webhook.ts'
import { pool } from './storage/pool.ts'
import { startSwitchboard } from './switchboard/shell/switchboard.ts'

/** The running server: the only place where adapters meet. */
export type Server = ReturnType<typeof compose>

/** The server of this process, put together at the first call. */
export const server = (): Server => oncePerProcess('server', compose)

/** The switchboard of this process. */
export const switchboard = () => server().switchboard

/** Called once per process, before the first request. */
export async function startServer(): Promise<void> {
  logPrintedErrors()
  believeProxiesOnly()
  const ignored = withoutEffect(process.env)
  if (ignored.length > 0) log().warn({ ignored }, 'set without effect: nothing reads these variables yet')
  const { stop } = server()
  // Next waits for open responses before it ends, and event streams never end by themselves.
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function compose() {
  const { databaseUrl, livekit, appSecret, version } = env()
  const connections = pool()
  const streams = createOpenStreams()
  const metrics = createMetrics({ pool: connections, openStreams: streams.count })
  const rooms = createRooms({ ...livekit, installation: installationOf(appSecret) })
  const switchboard = startSwitchboard({ pool: connections, media: rooms, onCommand: metrics.onCommand })
  const reconciliation = startReconciliation({
    pool: connections,
    rooms,
    run: switchboard.run,
    readBoard: switchboard.readBoard,
  })
  const stopListening = listenForChanges(databaseUrl, {
    onChange: switchboard.hub.hint,
    onSettings: switchboard.settingsPublished,
    onGap: switchboard.hub.hintAll,
  })
  const ticketFor = createTicketOffice(livekit)
  return {
    switchboard,
    streams,
    metrics,
    ticketFor,
    /** To an empty room, for a page that tries its way to the media server. */
    trialTicket: async () => ticketFor('listener', await rooms.openTrialRoom(), 'trial'),
    takeWebhook: async (body: string, authorization: string | null) => {
      const hint = await readWebhook(livekit, body, authorization)
      if (hint) reconciliation.hint(hint)
    },
    health: createHealth({
      pool: connections,
      version,
      probeMedia: rooms.ownRooms,
      migrations: async () => (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')),
    }),
    stop: () => {
      log().info('closing')
      streams.closeAll()
      reconciliation.stop()
      switchboard.stop()
      void stopListening()
    },
  }
}

/** Known to nobody, the same in every process of an installation, and different in another one. */
const installationOf = (secret: string): string =>
  createHash('sha256').update(`rooms of ${secret}`).digest('hex').slice(0, 16)

const migrationsFolder = path.join(process.cwd(), 'lib/storage/migrations')
