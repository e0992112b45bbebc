import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { type AuditOptions, audit, type Finding } from '../../lib/storage/audit/audit.ts'
import { isServed } from '../../lib/storage/audit/is-served.ts'
import { CONNECTION } from '../../lib/storage/pool.ts'
import { bodyId } from '../../lib/switchboard/ids.ts'
import { Advice } from './advice.mjs'
import { complain } from './complain.mjs'
import { defaultHome } from './home.ts'
import { takeHome } from './home-lock.ts'
import { runningPostgres, startPostgres } from './postgres.ts'
import { step } from './progress.mjs'

const help = `npm run audit                    every body in the database of DATABASE_URL (unset: the local one)
npm run audit -- --body <id>     one body

Reads only, and may run while the system serves. Exit code 1: a promise was broken.`

process.on('SIGTERM', () => process.exit(130))
process.on('SIGINT', () => process.exit(130))
try {
  process.exit(await main())
} catch (error) {
  complain(error, defaultHome())
  process.exit(1)
}

async function main(): Promise<number> {
  const { help: wantsHelp, body } = parseOptions()
  if (wantsHelp) {
    console.log(help)
    return 0
  }
  const pool = new pg.Pool({
    ...CONNECTION,
    application_name: 'pronto audit',
    connectionString: await databaseUrl(),
    max: 1,
  })
  await checkMigrated(pool)
  const areInstancesRunning = await isServed(pool)
  const options: AuditOptions = { bodyId: body === undefined ? null : bodyId(body), areInstancesRunning }
  const findings = await step('Reading the log', () => audit(pool, options))
  await pool.end()
  print(findings, areInstancesRunning)
  return findings.some(({ count }) => count > 0) ? 1 : 0
}

function print(findings: readonly Finding[], areInstancesRunning: boolean): void {
  for (const { id, promise, count, examples } of findings) {
    console.log(`${id}  ${count === 0 ? 'held' : `${count} violations`}: ${promise}`)
    for (const example of examples) console.log(`      ${example}`)
    if (count > examples.length) console.log(`      and ${count - examples.length} more`)
  }
  if (!areInstancesRunning) console.log('No instance is connected: what is overdue was not counted.')
}

async function checkMigrated(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(`select where to_regclass('switchboard.call_events') is not null`)
  if (rowCount === 0) throw new Advice('This database is no switchboard yet: npm start migrates it.')
}

/** The local database may be in use by a running Pronto; otherwise it is started for the moment. */
async function databaseUrl(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const home = path.resolve(defaultHome())
  const running = await runningPostgres(home)
  if (running !== null) return running
  takeHome(home)
  return (await step('Starting PostgreSQL', () => startPostgres({ home }))).url
}

function parseOptions() {
  try {
    return parseArgs({
      options: { help: { type: 'boolean', default: false }, body: { type: 'string' } },
    }).values
  } catch (error) {
    throw new Advice(
      `${error instanceof Error ? error.message : String(error)}. npm run audit -- --help lists the options.`,
    )
  }
}
