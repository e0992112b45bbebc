import fs from 'node:fs'
import path from 'node:path'
import { BasePayload } from 'payload'
import { expect, it } from 'vitest'
import { registersConfig } from './config.ts'

const folder = path.join(import.meta.dirname, 'migrations')
const files = fs.readdirSync(folder).toSorted()

it('has a migration for everything that the collections say', async () => {
  const config = await registersConfig({ databaseUrl: '', secret: 'unused', silenceMs: null })
  const payload = await new BasePayload().init({ config, disableDBConnect: true, disableOnInit: true })
  const { generateDrizzleJson } = payload.db.requireDrizzleKit()
  const { id: _now, prevId: _before, ...schema } = { ...(await generateDrizzleJson(payload.db.schema)) }

  const latest = files.findLast((name) => name.endsWith('.json')) ?? ''
  const {
    id: _then,
    prevId: _first,
    ...migrated
  } = JSON.parse(fs.readFileSync(path.join(folder, latest), 'utf8'))
  expect(JSON.parse(JSON.stringify(schema)), 'run `npx payload migrate:create <name>`').toEqual(migrated)
})

it('has migrations that plain Node can load', () => {
  const sources = files
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.filter((source) => /import \{[^}]*(?<!type )Migrate(?:Up|Down)Args/.test(source))).toEqual(
    [],
  )
})
