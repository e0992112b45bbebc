import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { auditBody } from '../lib/storage/audit/audit.ts'
import { withBodyLock } from '../lib/storage/body-lock.ts'
import { createPool } from '../lib/storage/pool.ts'
import { deskView } from '../lib/switchboard/desk-view.ts'
import type { CommandRunner } from '../lib/switchboard/shell/run-command.ts'
import { boardViolations } from '../lib/switchboard/shell/storm/board-violations.ts'
import { logViolations } from '../lib/switchboard/shell/storm/log-violations.ts'
import { startTick } from '../lib/switchboard/shell/tick.ts'
import { totemView } from '../lib/switchboard/totem-view.ts'
import { startPostgres } from '../scripts/local/postgres.ts'
import { runScript } from '../scripts/local/run-script.ts'
import { placeholders } from '../scripts/testing/services.ts'
import { atLeast, atMost } from './budget.ts'
import { openBody, type RoutingBody, startInstance } from './routing-body.ts'
import { type Cost, moreOfBoth, moreOperators, moreWaiting } from './routing-growth.ts'
import { rush } from './routing-rush.ts'
import { progress, runBench } from './run-bench.ts'
import { round, spreadOf } from './statistics.ts'

// The switchboard's mechanism without HTTP: PostgreSQL with fsync, and the clients on the same cores.

const PAIRS = 16
const SATURATED_MS = 10_000
const CALM_PER_SECOND = 5
const CALM_COMMANDS = 150
const BODIES = 20
const IDLE_BODIES = 300
const WATCHERS = 200

await runBench('routing', async (folder) => {
  progress('starting PostgreSQL')
  const home = `${folder}/home`
  Object.assign(process.env, placeholders)
  const postgres = await startPostgres({ home, isDurable: true, maxConnections: 200 })
  await runScript('migrate.ts', { DATABASE_URL: postgres.url, PRONTO_HOME: home })
  const pool = createPool(postgres.url, 60)
  try {
    return await measure(pool, postgres.url)
  } finally {
    await pool.end()
    await postgres.stop()
  }
})

async function measure(pool: Pool, databaseUrl: string) {
  const violations: string[] = []
  const idle = await idleBodies(pool, databaseUrl)
  progress(`tick: ${JSON.stringify(idle)}`)
  const one = await saturated(pool, 1, PAIRS, violations)
  progress(`one body: ${JSON.stringify(one)}`)
  const many = await saturated(pool, BODIES, 1, violations)
  progress(`${BODIES} bodies: ${JSON.stringify(many)}`)
  const calm = await calmly(pool)
  progress(`${CALM_PER_SECOND} per second: ${JSON.stringify(calm)}`)
  const besideHeld = await besideAHeldBody(pool)
  progress(`beside a body whose lock is held: ${JSON.stringify(besideHeld)}`)
  const byOperators = await moreOperators(pool, [10, 100, 300, 1_000])
  const byWaiting = await moreWaiting(pool, [10, 100, 500, 2_000])
  const byBoth = await moreOfBoth(pool, [
    { operators: 10, waiting: 10 },
    { operators: 100, waiting: 100 },
    { operators: 300, waiting: 500 },
  ])
  const views = viewsOf(await bodyWithQueue(pool, 100))
  const growth = {
    operators: growthOf(byOperators),
    waiting: growthOf(byWaiting),
    both: growthOf(byBoth),
  }
  return {
    unit: 'ms' as const,
    ...calm,
    commandsPerSecond: one.perSecond,
    oneBody: one,
    manyBodies: { bodies: BODIES, ...many, timesOneBody: round(many.perSecond / one.perSecond) },
    besideHeld,
    idleBodies: idle,
    curve: { byOperators, byWaiting, byBoth, growth },
    views,
    violations: violations.slice(0, 20),
    budgets: [
      atLeast('commands per second on one body', one.perSecond, 200),
      atMost('violations', violations.length, 0),
      atMost(`p99 at ${CALM_PER_SECOND} commands per second`, calm.p99, 100),
      // Either way the cores are the limit; bodies that waited on each other would lose far more.
      atLeast(
        `commands per second on ${BODIES} bodies over those on one`,
        many.perSecond / one.perSecond,
        0.7,
      ),
      atMost('p99 beside a body whose lock is held', besideHeld.p99, 100),
      atMost(`queries that ${IDLE_BODIES} idle bodies add to a tick`, idle.addedPerTick, 0.5),
      atMost('cost of a command, 1,000 operators over 10', growth.operators, 2),
      atMost('cost of a command, 2,000 waiting over 10', growth.waiting, 2),
      atMost('cost of a command, 300 operators × 500 waiting over 10 × 10', growth.both, 2),
      atMost('computing for a command beside 2,000 waiting calls', byWaiting.at(-1)?.core ?? Number.NaN, 2),
    ],
  }
}

/** The last cost over the first: 1 is flat. */
function growthOf(costs: readonly Cost[]): number {
  const [first, last] = [costs.at(0), costs.at(-1)]
  return first && last ? round(last.command / first.command) : Number.NaN
}

/** `count` bodies with `pairs` each of an operator and a totem, ready to begin. */
async function bodiesAtWork(pool: Pool, count: number, pairs: number, violations: string[]) {
  const bodies: RoutingBody[] = []
  for (let index = 0; index < count; index += 1) {
    bodies.push(await openBody(pool, { operators: pairs, totems: pairs }))
  }
  const byId = new Map(bodies.map((body) => [body.bodyId, body]))
  let commits = 0
  const instance = (): CommandRunner =>
    startInstance(pool, (committed) => {
      byId.get(committed.bodyId)?.see(committed)
      // Judging each would cost as much as the commands.
      if (++commits % 20 === 0) violations.push(...boardViolations(committed.board, committed.now))
    })
  const instances = [instance(), instance()]
  const [first] = instances
  if (!first) throw new Error('no instance')
  for (const body of bodies) {
    for (const operator of body.operators) await body.onDuty(first, operator)
    for (const totem of body.totems) await body.openTotem(first, totem)
  }
  // The ready guard of these bodies is 0, so they are ready now.
  return { bodies, instances }
}

async function saturated(pool: Pool, count: number, pairs: number, violations: string[]) {
  const { bodies, instances } = await bodiesAtWork(pool, count, pairs, violations)
  const samples: number[] = []
  const startedAt = performance.now()
  await Promise.all(
    bodies.map((body) =>
      rush(body, instances, async (command) => {
        const askedAt = performance.now()
        await command()
        samples.push(performance.now() - askedAt)
        return performance.now() - startedAt < SATURATED_MS
      }),
    ),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  for (const { bodyId, board } of bodies) {
    violations.push(...(await logViolations(pool, board().settings)))
    for (const { promise, examples } of await auditBody(pool, bodyId)) violations.push(promise, ...examples)
  }
  return { commands: samples.length, perSecond: Math.round(samples.length / seconds), ...spreadOf(samples) }
}

/** One command every 200 ms, whatever the last one took. */
async function calmly(pool: Pool, during: (bodies: readonly RoutingBody[]) => void = () => {}, count = 1) {
  const { bodies, instances } = await bodiesAtWork(pool, count, 4, [])
  during(bodies)
  const samples: number[] = []
  const startedAt = performance.now()
  let due = 0
  await Promise.all(
    bodies.slice(-1).map((body) =>
      rush(body, instances, async (command) => {
        const number = due++
        if (number >= CALM_COMMANDS) return false
        await pause(Math.max(0, startedAt + (number * 1_000) / CALM_PER_SECOND - performance.now()))
        const askedAt = performance.now()
        await command()
        samples.push(performance.now() - askedAt)
        return true
      }),
    ),
  )
  return spreadOf(samples)
}

/** The same while somebody holds another body's lock and its commands queue up. */
async function besideAHeldBody(pool: Pool) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let waiting: Promise<unknown> = Promise.resolve()
  const spread = await calmly(
    pool,
    ([body]) => {
      if (!body) return
      const holding = withBodyLock(pool, body.bodyId, () => held)
      const instance = startInstance(pool, body.see)
      waiting = Promise.allSettled([
        holding,
        ...body.operators.map(() => body.tell(instance, { type: 'clockTicked' })),
      ])
    },
    2,
  )
  letGo()
  await waiting
  return spread
}

/** Queries that one tick sends, with no bodies at all and with many that have nothing due. */
async function idleBodies(pool: Pool, databaseUrl: string) {
  const counted = createPool(databaseUrl)
  let queries = 0
  // Every query takes a connection out of the pool and puts it back.
  counted.on('acquire', () => {
    queries += 1
  })
  const run = startInstance(counted, () => {})
  const perTick = async () => {
    const tick = startTick({
      pool: counted,
      run,
      orders: { dispatch: () => {}, carryOutDue: async () => {} },
    })
    const before = queries
    await pause(5_500)
    tick.stop()
    return round((queries - before) / 5)
  }
  const without = await perTick()
  for (let index = 0; index < IDLE_BODIES; index += 1) {
    const body = await openBody(pool, {})
    const [totem] = body.totems
    if (totem !== undefined) {
      await body.openTotem(startInstance(pool, body.see), totem)
    }
  }
  const perTickWith = await perTick()
  await counted.end()
  return { bodies: IDLE_BODIES, queriesPerTick: perTickWith, addedPerTick: round(perTickWith - without) }
}

async function bodyWithQueue(pool: Pool, waiting: number): Promise<RoutingBody> {
  const body = await openBody(pool, { operators: 1, totems: waiting + 1 })
  const run = startInstance(pool, body.see)
  for (const operator of body.operators) await body.onDuty(run, operator)
  for (const totem of body.totems) {
    await body.openTotem(run, totem)
    await body.tell(run, body.place(totem))
  }
  return body
}

/** What one commit costs an instance that shows it to this many pages: half desks, half totems. */
function viewsOf(body: RoutingBody) {
  const board = body.board()
  const [operator] = body.operators
  if (operator === undefined) throw new Error('no operator')
  const now = [...board.calls.values()].at(-1)?.enqueuedAt
  if (now === undefined) throw new Error('no call')
  const samples: number[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    const startedAt = performance.now()
    for (let page = 0; page < WATCHERS; page += 1) {
      const totem = body.totems[page % body.totems.length]
      const view =
        page % 2 === 0 || totem === undefined
          ? deskView(board, operator, body.desk(operator).epoch, now)
          : totemView(board, totem, body.totem(totem).epoch, now)
      JSON.stringify(view)
    }
    samples.push(performance.now() - startedAt)
  }
  const { p50, p95 } = spreadOf(samples.slice(2))
  return { watchers: WATCHERS, waiting: 100, p50, p95 }
}
