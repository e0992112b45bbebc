import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

/** What one run did, by name. Both are empty when the database was up to date. */
export interface Migrated {
  records: readonly string[]
  switchboard: readonly string[]
}

/** An applied migration no longer says what it said when it ran. */
class MigrationChanged extends Error {
  override name = 'MigrationChanged'
  constructor(name: string) {
    super(`${name} was changed after it had been applied: write a new migration instead`)
  }
}

/** A host that says nothing is not there: TCP alone would try for two minutes. */
const PATIENCE_MS = 10_000

/** Any number that nothing else locks. */
const LOCK = 7_021_904_113

const sqlFolder = path.join(import.meta.dirname, 'migrations')
const recordsFolder = path.join(import.meta.dirname, '../records/migrations')

/**
 * Brings both schemas up to date: `payload` (registers) and `switchboard`. Several runs at once take
 * turns; each migration is one transaction, and what fails leaves nothing behind.
 * @throws MigrationChanged
 */
export async function migrate(databaseUrl: string): Promise<Migrated> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE_MS })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('create schema if not exists payload')
    await client.query('create schema if not exists switchboard')
    return {
      switchboard: await migrateSwitchboard(client),
      records: await migrateRecords(client, databaseUrl),
    }
  } finally {
    await client.end()
  }
}

async function migrateSwitchboard(client: pg.Client): Promise<string[]> {
  await client.query(`create table if not exists switchboard.migrations (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`)
  const applied = new Map(
    (
      await client.query<{ name: string; digest: string }>('select name, digest from switchboard.migrations')
    ).rows.map(({ name, digest }) => [name, digest]),
  )
  const done: string[] = []
  for (const name of await filesIn(sqlFolder, '.sql')) {
    const statements = await fs.readFile(path.join(sqlFolder, name), 'utf8')
    const digest = createHash('sha256').update(statements).digest('hex')
    const before = applied.get(name)
    if (before === digest) continue
    if (before !== undefined) throw new MigrationChanged(name)
    await inTransaction(client, async () => {
      await client.query(statements)
      await client.query('insert into switchboard.migrations (name, digest) values ($1, $2)', [name, digest])
    })
    done.push(name)
  }
  return done
}

/** Loading Payload takes over a second, so it is asked only when there is something for it to do. */
async function migrateRecords(client: pg.Client, databaseUrl: string): Promise<string[]> {
  const applied = await appliedRecords(client)
  const pending = (await filesIn(recordsFolder, '.ts'))
    .map((file) => path.basename(file, '.ts'))
    .filter((name) => name !== 'index' && !applied.has(name))
  if (pending.length === 0) return []
  const { openRegisters } = await import('../records/open-registers.ts')
  const payload = await openRegisters({ databaseUrl, secret: 'unused: nobody signs in' })
  await payload.db.migrate()
  return pending
}

async function appliedRecords(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('payload.payload_migrations') is not null as exists`,
  )
  if (!rows[0]?.exists) return new Set()
  const applied = await client.query<{ name: string }>('select name from payload.payload_migrations')
  return new Set(applied.rows.map(({ name }) => name))
}

const filesIn = async (folder: string, extension: string): Promise<string[]> =>
  (await fs.readdir(folder)).filter((name) => name.endsWith(extension)).toSorted()

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
