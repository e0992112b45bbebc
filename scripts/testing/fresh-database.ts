import { randomUUID } from 'node:crypto'
import os from 'node:os'
import pg from 'pg'
import { inject } from 'vitest'
import { placeholders } from './services.ts'

/**
 * Setup file of the projects `db` and `media`: before a test file is imported, the environment names a
 * migrated database that no other file sees, and the real media server where there is one. The database
 * stays until the server's folder is thrown away: dropping it would cut connections that a pool still holds.
 */
const { databaseUrl, template, livekit } = inject('services')
const urlOf = (database: string) => databaseUrl.replace('%25s', database).replace('%s', database)
const database = `test_${randomUUID().replaceAll('-', '')}`

await administer(`create database ${database} template ${template}`)
Object.assign(process.env, placeholders, {
  DATABASE_URL: urlOf(database),
  PRONTO_HOME: `${os.tmpdir()}/${database}`,
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
