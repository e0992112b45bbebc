import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { Variables } from '../../lib/config/env.ts'
import { type SeverableWire, severableWire } from '../../lib/storage/severable-wire.ts'
import { type RunningApp, startApp } from './app.ts'
import { buildApp } from './build.ts'
import { keptSecret, makeFolder } from './home.ts'
import { type LocalLivekit, type LocalLivekitOptions, startLivekit } from './livekit.ts'
import { freePort } from './ports.ts'
import { type LocalPostgres, startPostgres } from './postgres.ts'
import { step } from './progress.mjs'
import { runScript } from './run-script.ts'

/** Everything at once: database, media server and the built application with the sample municipality. */
export type Stack = {
  readonly url: string
  readonly database: LocalPostgres
  readonly media: LocalLivekit
  readonly app: RunningApp
  /** The environment that the application got, to start another instance of it: `startApp({ env, port })`. */
  readonly env: Variables & { PRONTO_HOME: string }
  readonly sample: SampleAccounts
  /** The application's own way to the media server, which its totems and desks do not take; null: it takes theirs. */
  readonly mediaWay: Pick<SeverableWire, 'sever' | 'mend'> | null
  /** After the media server was ended: starts it again where it was, with other options if need be. */
  readonly restartMedia: (
    options?: Pick<
      LocalLivekitOptions,
      'tcpPort' | 'isUdpBlocked' | 'turnServers' | 'turnByTls' | 'mediaAddress'
    >,
  ) => Promise<void>
  readonly stop: () => Promise<void>
}

const SampleAccounts = z.object({
  password: z.string(),
  accounts: z.array(z.object({ email: z.string(), role: z.string() })),
})
export type SampleAccounts = z.infer<typeof SampleAccounts>

export type StackOptions = {
  /** Folder for all data. An empty one gives a fresh municipality. */
  home: string
  /** Default: a free one. */
  port?: number
  /** False: no fsync, for tests. Default: false. */
  isDurable?: boolean
  /** For tests: the application reaches the media server by a way of its own, which can be cut. */
  hasMediaWay?: boolean
  /** More variables for the application. */
  env?: Record<string, string>
}

/** Starts the whole system on `home` in sample mode, for tests and benches. All of it ends with this process. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const home = makeFolder(path.resolve(options.home))
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const built = step('Building the application', () => buildApp(home))
  const database = await step('Starting PostgreSQL', () =>
    startPostgres({ home, isDurable: options.isDurable ?? false }),
  )
  const webhookUrl = `${url}/api/livekit/webhook`
  let media = await step('Starting livekit-server', () => startLivekit({ home, webhookUrl }))
  const mediaWay = options.hasMediaWay ? await severableWire({ host: '127.0.0.1', port: media.port }) : null
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    LIVEKIT_URL: mediaWay ? `ws://127.0.0.1:${mediaWay.port}` : media.url,
    ...(mediaWay && { LIVEKIT_PUBLIC_URL: media.url }),
    LIVEKIT_API_KEY: media.apiKey,
    LIVEKIT_API_SECRET: media.apiSecret,
    APP_URL: url,
    APP_SECRET: keptSecret(home, 'app-secret'),
    SAMPLE: '1',
    PRONTO_HOME: home,
    HOST: '127.0.0.1',
    PORT: `${port}`,
    ...options.env,
  }
  await step('Preparing the database', () => runScript('migrate.ts', env))
  await step('Loading the sample municipality', () => runScript('sample.ts', env))
  await built
  const app = await step('Starting the application', () => startApp({ env, port }))
  return {
    url,
    database,
    get media() {
      return media
    },
    app,
    mediaWay,
    env,
    sample: readSampleAccounts(home),
    restartMedia: async (changes) => {
      const { port: mediaPort, udpPort } = media
      media = await startLivekit({ home, webhookUrl, port: mediaPort, udpPort, ...changes })
    },
    stop: async () => {
      await app.stop()
      await Promise.all([mediaWay?.close(), media.stop(), database.stop()])
    },
  }
}

/** The accounts that the sample made, with their password. */
export function readSampleAccounts(home: string): SampleAccounts {
  return SampleAccounts.parse(JSON.parse(fs.readFileSync(path.join(home, 'sample-accounts.json'), 'utf8')))
}
