import type { Pool, PoolClient } from 'pg'
import * as z from 'zod'
import type { BodyId } from '../../switchboard/ids.ts'
import { inLongTransaction } from '../long-transaction.ts'
import { COUNTING } from './counting.ts'
import { DEADLINES } from './deadlines.ts'
import { FAIRNESS } from './fairness.ts'
import { OFFERS } from './offers.ts'

/**
 * A promise of the switchboard as a question to the database: its query returns one row, with `body_id`
 * and `what`, for each place where the promise is broken. It reads from what `SCOPE` defines.
 */
export interface Invariant {
  /** As docs/switchboard.md numbers them. */
  id: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9'
  promise: string
  violations: string
}

/** What one invariant's query found. */
export interface Finding {
  id: Invariant['id']
  promise: string
  count: number
  /** The first few, each a sentence with the ids to look for. */
  examples: readonly string[]
}

export interface AuditOptions {
  /** Null: every body. */
  bodyId: BodyId | null
  /** False for a database that no instance serves, such as a restored copy: there everything is overdue. */
  areInstancesRunning: boolean
}

const INVARIANTS: readonly Invariant[] = [...OFFERS, ...FAIRNESS, ...DEADLINES, ...COUNTING].toSorted(
  (one, other) => (one.id < other.id ? -1 : 1),
)

/**
 * Asks whether what the switchboard promises has held, over all that `call_events` remembers and the tables
 * as they are. One read-only snapshot, so commands may go on meanwhile; takes no lock that anybody waits for.
 */
export async function audit(pool: Pool, options: AuditOptions): Promise<Finding[]> {
  return inLongTransaction(pool, { statementMs: 10 * 60_000, isSnapshot: true }, async (client) => {
    // The planner takes what `SCOPE` gives for a few rows and would compare each with each.
    await client.query('set local enable_nestloop = off')
    const findings: Finding[] = []
    for (const invariant of INVARIANTS) findings.push(await ask(client, invariant, options))
    return findings
  })
}

/** The promises that one body, or with null any, has broken; empty when all is well. */
export async function auditBody(
  pool: Pool,
  bodyId: BodyId | null,
  { areInstancesRunning = false } = {},
): Promise<Finding[]> {
  const findings = await audit(pool, { bodyId, areInstancesRunning })
  return findings.filter(({ count }) => count > 0)
}

const EXAMPLES_SHOWN = 5

async function ask(client: PoolClient, invariant: Invariant, options: AuditOptions): Promise<Finding> {
  const { rows } = await client.query(
    `${SCOPE}, violations as (${invariant.violations})
     select body_id, what, count(*) over () as count from violations order by body_id, what limit ${EXAMPLES_SHOWN}`,
    [options.bodyId, options.areInstancesRunning],
  )
  const found = rows.map((row) => ViolationRow.parse(row))
  return {
    id: invariant.id,
    promise: invariant.promise,
    count: found[0]?.count ?? 0,
    examples: found.map(({ body_id, what }) => `body ${body_id}: ${what}`),
  }
}

const ViolationRow = z.object({ body_id: z.string(), what: z.string(), count: z.coerce.number() })

/**
 * The rows that are looked at. Identifiers of one body's events grow in the order of its commits, because
 * they are given under its lock; so `id` orders them, and `at` only says when.
 */
const SCOPE = `
with scope as materialized (select $1::text as body_id, $2::boolean as are_instances_running),
events as (
  select e.* from switchboard.call_events e, scope where scope.body_id is null or e.body_id = scope.body_id
),
bodies as (
  select b.* from switchboard.bodies b, scope where scope.body_id is null or b.id = scope.body_id
),
operators as (
  select o.* from switchboard.operators o, scope where scope.body_id is null or o.body_id = scope.body_id
),
calls as (
  select c.* from switchboard.calls c, scope where scope.body_id is null or c.body_id = scope.body_id
),
offers as (
  select o.* from switchboard.offers o, scope where scope.body_id is null or o.body_id = scope.body_id
)`
