import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '../../../config/env.ts'
import { auditBody } from '../../../storage/audit/audit.ts'
import { createPool } from '../../../storage/pool.ts'
import { readTotals } from '../../../storage/totals.ts'
import { createTrial } from '../trial.ts'
import { type Instance, startInstance } from './instance.ts'
import { storm } from './storm.ts'

const COMMANDS = process.env.FULL === '1' ? 50_000 : 3_000
const BODIES = 6
const CLIENTS = 18
/** Here a callback is dialled again and expires within what a storm lets pass. */
const RULES = { queueLimit: 9, callbackRetryMs: 10_000, callbackExpiresMs: 30 * 60_000 }

const pool = createPool(env().databaseUrl, 40)
let other: Instance
beforeAll(async () => {
  other = await startInstance()
})
afterAll(async () => {
  await other.kill()
  await pool.end()
})

it('[SW-190] whatever many clients send to several instances at once, no rule is broken and nobody is stranded', {
  timeout: 600_000,
}, async () => {
  const trials = await Promise.all(
    Array.from({ length: BODIES }, () =>
      createTrial({ pool, operators: 5, specialists: 2, totems: 12, rules: RULES }),
    ),
  )
  const seed = Date.now() % 1_000_000
  const report = await storm({
    pool,
    trials,
    others: [other.run],
    clients: CLIENTS,
    commands: COMMANDS,
    repeatable: 0.3,
    isTimeReal: false,
    seed,
  })
  expect(report.violations.slice(0, 20), `seed ${seed}`).toEqual([])
  // What an installation may be asked at any time finds nothing either.
  await readTotals(pool)
  for (const { bodyId } of trials) expect(await auditBody(pool, bodyId), `seed ${seed}`).toEqual([])
  expect(report.commands).toBeGreaterThanOrEqual(COMMANDS)
  // A storm that leads nowhere would prove nothing.
  expect(report.accepted).toBeGreaterThan(COMMANDS / 3)
  expect(report.connected).toBeGreaterThan(COMMANDS / 100)
})
