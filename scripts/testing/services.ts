import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { oncePerProcess } from '../../lib/config/once-per-process.ts'
import { type LocalLivekit, startLivekit } from '../local/livekit.ts'
import { type LocalPostgres, startPostgres } from '../local/postgres.ts'
import { runScript } from '../local/run-script.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    services: {
      /** Address of the maintenance database, with `%s` where another database's name goes. */
      databaseUrl: string
      /** A migrated database to copy. */
      template: string
      /** Folder of the whole run, which ends with it. */
      home: string
      livekit: { url: string; apiKey: string; apiSecret: string } | null
    }
  }
}

/**
 * Global setup of the projects `db` and `media`: one real PostgreSQL, migrated once, and for `media` one
 * real livekit-server per run. Test files get copies of the migrated database (`fresh-database.ts`).
 */
export default async function startServices(project: TestProject): Promise<() => Promise<void>> {
  const home = oncePerProcess('test-home', () => fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-test-')))
  const running: Running = oncePerProcess('test-services', () => ({
    users: 0,
    postgres: null,
    livekit: null,
  }))
  running.users += 1
  running.postgres ??= startMigrated(home)
  if (project.name === 'media') running.livekit ??= startLivekit({ home })
  const postgres = await running.postgres
  const livekit = running.livekit && (await running.livekit)
  project.provide('services', {
    databaseUrl: postgres.urlFor('%s'),
    template: 'pronto',
    home,
    livekit: livekit && { url: livekit.url, apiKey: livekit.apiKey, apiSecret: livekit.apiSecret },
  })
  return async () => {
    running.users -= 1
    if (running.users > 0) return
    await Promise.all([running.livekit?.then((server) => server.stop()), postgres.stop()])
    fs.rmSync(home, { recursive: true, force: true })
  }
}

type Running = {
  users: number
  postgres: Promise<LocalPostgres> | null
  livekit: Promise<LocalLivekit> | null
}

async function startMigrated(home: string): Promise<LocalPostgres> {
  const postgres = await startPostgres({ home, isDurable: false, maxConnections: 300 })
  await runScript('migrate.ts', { ...placeholders, DATABASE_URL: postgres.url, PRONTO_HOME: home })
  return postgres
}

/** Values for what a test does not reach but the environment's parser wants. */
export const placeholders = {
  LIVEKIT_URL: 'ws://127.0.0.1:9',
  LIVEKIT_API_KEY: 'unused',
  LIVEKIT_API_SECRET: 'unused-unused-unused-unused-unused-unused',
  APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  LOG_LEVEL: 'silent',
}
