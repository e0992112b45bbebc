import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './local/home.ts'

/**
 * `node scripts/check-migrations.ts`: do the registers' migrations make what their collections describe?
 * Payload would write another one if not, by comparing with the last one's snapshot; no database is asked.
 */
const folder = path.join(root, 'lib/records/migrations')
const before = new Set(fs.readdirSync(folder))
const run = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/payload/bin.js'), 'migrate:create', 'drift', '--skip-empty'],
  {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgres://localhost/none', APP_SECRET: 'unused' },
  },
)
const written = fs.readdirSync(folder).filter((name) => !before.has(name))
for (const name of written) fs.rmSync(path.join(folder, name))
if (run.status !== 0) {
  console.error(`${run.stdout}${run.stderr}`)
  process.exit(1)
}
if (written.length > 0) {
  console.error(
    'The collections have changed: write a migration with npm run payload -- migrate:create <name>',
  )
  process.exit(1)
}
