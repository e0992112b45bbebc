import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '../../../config/env.ts'
import { auditBody } from '../../../storage/audit/audit.ts'
import { createPool } from '../../../storage/pool.ts'
import { readTotals } from '../../../storage/totals.ts'
import { type Instance, startInstance } from './instance.ts'
import { EVENT_KINDS } from './random-event.ts'
import { storm } from './storm.ts'
import { createStormBody } from './storm-body.ts'

const FULL = process.env.FULL === '1'
const COMMANDS = FULL ? 50_000 : 4_000
/** Totems of each body: where they are few, operators are often free. */
const TOTEMS = [12, 9, 5, 3, 2, 2]
const CLIENTS = 18

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
  timeout: 900_000,
}, async () => {
  const trials = await Promise.all(TOTEMS.map((totems) => createStormBody(pool, { totems })))
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
  // What an installation may be asked at any time finds nothing either. Only its order is compared by instants,
  // which leaps falsify: that has been judged above, by who knows of them, and is where time is real.
  await readTotals(pool)
  for (const { bodyId } of trials) {
    const found = await auditBody(pool, bodyId)
    expect(
      found.filter(({ id }) => id !== 'I4'),
      `seed ${seed}`,
    ).toEqual([])
  }
  expect(report.commands).toBeGreaterThanOrEqual(COMMANDS)
  // A storm that leads nowhere would prove nothing: every kind of command was accepted, and has led somewhere.
  const expected = Object.entries(EVENT_KINDS).flatMap(([type, kind]) =>
    FULL || kind === 'often' ? [type] : [],
  )
  expect(expected.filter((type) => !new Map<string, number>(report.accepted).has(type))).toEqual([])
  expect(report.facts.get('callConnected')).toBeGreaterThan(COMMANDS / 100)
})
