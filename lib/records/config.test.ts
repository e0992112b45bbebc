import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BasePayload } from 'payload'
import { afterAll, expect, it } from 'vitest'
import { registersConfig } from './config.ts'

const committed = path.join(import.meta.dirname, 'migrations')
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-migrations-'))
afterAll(() => fs.rmSync(copy, { recursive: true }))

it('has a migration for everything that the collections say', async () => {
  fs.cpSync(committed, copy, { recursive: true })
  const before = new Set(fs.readdirSync(copy))
  const config = await registersConfig({ databaseUrl: '', secret: 'unused', migrationsFolder: copy })
  const payload = await new BasePayload().init({ config, disableDBConnect: true, disableOnInit: true })
  await payload.db.createMigration({ payload, migrationName: 'missing', forceAcceptWarning: true })

  const written = fs.readdirSync(copy).filter((name) => name.endsWith('_missing.ts') && !before.has(name))
  const statements = written.flatMap((name) =>
    fs
      .readFileSync(path.join(copy, name), 'utf8')
      .split('\n')
      .filter((line) => /\b(?:CREATE|ALTER|DROP)\b/.test(line)),
  )
  expect(written).toHaveLength(1)
  expect(statements, 'run `npx payload migrate:create <name>`').toEqual([])
}, 180_000)

it('has migrations that plain Node can load', async () => {
  const files = fs.readdirSync(committed).filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  const sources = files.map((name) => fs.readFileSync(path.join(committed, name), 'utf8'))
  expect(sources.filter((source) => /import \{[^}]*(?<!type )Migrate(?:Up|Down)Args/.test(source))).toEqual(
    [],
  )
})
