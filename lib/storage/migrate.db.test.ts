import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')

/** A database in which nothing has ever run. */
const empty = `empty_${Date.now().toString(36)}`
const emptyUrl = () => {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = `/${empty}`
  return url.href
}

async function query(
  statement: string,
  databaseUrl = process.env.DATABASE_URL,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function runMigrate(): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [path.join(root, 'scripts/migrate.ts')], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: emptyUrl() },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const [code] = await once(child, 'close')
  return { code: Number(code), output }
}

const appliedNames = (output: string) =>
  output.split('\n').flatMap((line) => (line.startsWith('applied ') ? [line.slice('applied '.length)] : []))

beforeAll(() => query(`create database ${empty}`))
afterAll(() => query(`drop database ${empty} with (force)`))

it('brings an empty database up to date when two start at once, each migration once', async () => {
  const runs = await Promise.all([runMigrate(), runMigrate()])
  expect(runs.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0])

  const sql = (await fs.readdir(path.join(root, 'lib/storage/migrations'))).filter((name) =>
    name.endsWith('.sql'),
  )
  const records = (await fs.readdir(path.join(root, 'lib/records/migrations')))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/, ''))
  const applied = runs.flatMap(({ output }) => appliedNames(output))
  expect(applied.toSorted()).toEqual([...sql, ...records].toSorted())
  const rows = await query('select name from switchboard.migrations order by name', emptyUrl())
  expect(rows.map(({ name }) => name)).toEqual(sql.toSorted())
  const payload = await query('select name from payload.payload_migrations order by name', emptyUrl())
  expect(payload.map(({ name }) => name)).toEqual(records.toSorted())
})

it('does nothing the second time', async () => {
  const { code, output } = await runMigrate()
  expect(code).toBe(0)
  expect(appliedNames(output)).toEqual([])
})

it('refuses a migration that was changed after it had run, and says which', async () => {
  await query(`update switchboard.migrations set digest = 'other' where name like '0100%'`, emptyUrl())
  const { code, output } = await runMigrate()
  expect(code).toBe(1)
  expect(output).toContain('0100-identity-and-settings.sql was changed')
})

it('leaves nothing of the registers in another schema', async () => {
  const rows = await query(
    `select table_schema, count(*)::int from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') group by 1 order by 1`,
    emptyUrl(),
  )
  expect(rows.map(({ table_schema }) => table_schema)).toEqual(['payload', 'switchboard'])
})
