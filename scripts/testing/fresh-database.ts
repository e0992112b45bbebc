import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { cacheFolder } from '../local/home.ts'
import { placeholders } from './services.ts'

/**
 * Setup file of the projects `db` and `media`: before a test file is imported, the environment names a
 * migrated database and a folder that no other file sees, and the real media server where there is one. Both
 * stay until the run's folder is thrown away: dropping a database would cut connections that a pool still holds.
 */
const { databaseUrl, template, home, livekit } = inject('services')
const urlOf = (database: string) => databaseUrl.replace('%25s', database).replace('%s', database)
const database = `test_${randomUUID().replaceAll('-', '')}`
const ownHome = path.join(home, database)
fs.mkdirSync(ownHome)
// Else whoever starts a media server of its own would fetch or build the program again.
fs.symlinkSync(cacheFolder(), path.join(ownHome, 'cache'))

await administer(`create database ${database} template ${template}`)
Object.assign(process.env, placeholders, {
  DATABASE_URL: urlOf(database),
  PRONTO_HOME: ownHome,
  ...(livekit && {
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: livekit.apiKey,
    LIVEKIT_API_SECRET: livekit.apiSecret,
  }),
})

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
