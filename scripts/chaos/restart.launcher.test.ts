import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPool } from '../../lib/storage/pool.ts'
import type { OperatorId, TotemId } from '../../lib/switchboard/ids.ts'
import { createBeats } from '../../lib/switchboard/shell/beats.ts'
import { type Instance, startInstance } from '../../lib/switchboard/shell/storm/instance.ts'
import { storm } from '../../lib/switchboard/shell/storm/storm.ts'
import { createStormBody } from '../../lib/switchboard/shell/storm/storm-body.ts'
import { createTrial } from '../../lib/switchboard/shell/trial.ts'
import { type LocalLivekit, startLivekit } from '../local/livekit.ts'
import { type LocalPostgres, startPostgres } from '../local/postgres.ts'
import { runScript } from '../local/run-script.ts'
import { placeholders } from '../testing/services.ts'

/*
 * PostgreSQL and livekit-server of these tests' own, because they are killed. With fsync, as in real use:
 * what is to survive must have been written.
 */

const FULL = process.env.FULL === '1'
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-chaos-'))
let postgres: LocalPostgres
let livekit: LocalLivekit
let instance: Instance
let pool: Pool

const startDatabase = () => startPostgres({ home, isDurable: true, maxConnections: 200 })
const startMedia = (port?: number) => startLivekit({ home, ...(port !== undefined && { port }) })
const start = () =>
  startInstance({
    DATABASE_URL: postgres.url,
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: livekit.apiKey,
    LIVEKIT_API_SECRET: livekit.apiSecret,
  })

beforeAll(async () => {
  Object.assign(process.env, placeholders)
  ;[postgres, livekit] = await Promise.all([startDatabase(), startMedia()])
  await runScript('migrate.ts', { DATABASE_URL: postgres.url, PRONTO_HOME: home })
  pool = createPool(postgres.url, 40)
  instance = await start()
})
afterAll(async () => {
  await instance.kill()
  await pool.end()
  await Promise.all([postgres.stop(), livekit.stop()])
  fs.rmSync(home, { recursive: true, force: true })
})

it('[SW-192] PostgreSQL crashes under load: no acknowledged command is lost, no rule is broken', async () => {
  const trials = await Promise.all([12, 4].map((totems) => createStormBody(pool, { totems })))
  let isOver = false
  const crashing = (async () => {
    while (!isOver) {
      await postgres.crash()
      postgres = await startDatabase()
      await pause(3_000)
    }
  })()
  const report = await storm({
    pool,
    trials,
    others: [instance.run],
    clients: 16,
    commands: FULL ? 20_000 : 1_500,
    repeatable: 0.9,
    isTimeReal: true,
    seed: Date.now() % 1_000_000,
    onCalm: () => {
      isOver = true
      return crashing
    },
  })
  expect(report.violations).toEqual([])
  expect(report.unanswered).toBeGreaterThan(0)
})

it('[SW-194] application, PostgreSQL and media server crash at once: nobody is stranded, no operator stuck', async () => {
  const trial = await createTrial({
    pool,
    operators: 3,
    totems: 4,
    rules: {
      deskLeaseMs: 10_000,
      totemLeaseMs: 9_000,
      rejoinGraceMs: 2_000,
      callBeatMs: 5_000,
      wrapUpMs: 8_000,
    },
  })
  const [talking, ringing, writing] = trial.operators
  const [inCall, rung, gone, waiting] = trial.totems
  if (!talking || !ringing || !writing || !inCall || !rung || !gone || !waiting)
    throw new Error('empty trial')
  const { bodyId } = trial
  const offerFor = async (id: string) => {
    const offer = [...(await trial.board()).offers.values()].find(
      ({ callId, state }) => callId === id && state === 'ringing',
    )
    if (!offer) throw new Error('nothing rings')
    return offer.id
  }
  const desk = (operatorId: OperatorId) => ({ operatorId, epoch: trial.epochOfDesk(operatorId) })
  const tell = (event: Parameters<Instance['run']>[0]['event']) =>
    instance.run({ bodyId, event, repeatable: null })

  // One operator is in a call, one rings, one writes up what was said, and one visitor waits.
  await trial.onDuty(writing)
  const over = await trial.call(gone)
  const offer = await offerFor(over)
  await trial.answer(writing, offer)
  await tell({ type: 'operatorHungUp', ...desk(writing), offerId: offer })
  await trial.onDuty(talking)
  const answered = await trial.call(inCall)
  const held = await offerFor(answered)
  await trial.answer(talking, held)
  await trial.connect(inCall, talking, answered, held)
  await trial.onDuty(ringing)
  const offered = await trial.call(rung)
  await offerFor(offered)
  const placed = await trial.call(waiting)
  const states = async () => {
    const { calls, operators } = await trial.board()
    return [
      [answered, offered, placed].map((id) => calls.get(id)?.state ?? 'forgotten'),
      [talking, ringing, writing].map((id) => operators.get(id)?.work.kind),
    ]
  }
  expect(await states()).toEqual([
    ['in_call', 'offered', 'waiting'],
    ['engaged', 'engaged', 'wrap_up'],
  ])

  await Promise.all([instance.kill(), postgres.crash(), livekit.crash()])
  postgres = await startDatabase()
  // Two pages were not part of the disaster: the one that waits and the one that writes.
  const stop = beating(writing, waiting)
  livekit = await startMedia(livekit.port)
  instance = await start()
  await expect.poll(states, { timeout: 30_000, interval: 250 }).toEqual([
    ['over', 'over', 'offered'],
    ['idle', 'idle', 'engaged'],
  ])
  await trial.answer(writing, await offerFor(placed))
  await trial.leave(waiting, placed)
  stop()
  await expect.poll(states, { timeout: 30_000, interval: 250 }).toEqual([
    ['over', 'over', 'over'],
    ['idle', 'idle', 'idle'],
  ])

  function beating(operatorId: OperatorId, totemId: TotemId): () => void {
    const { run, boards, settings } = trial
    const beats = createBeats({ pool, run, boards, settings })
    const timer = setInterval(() => {
      beats.desk({ bodyId, ...desk(operatorId) }).catch(() => {})
      beats.totem({ bodyId, totemId, epoch: trial.epochOfTotem(totemId) }).catch(() => {})
    }, 500)
    return () => clearInterval(timer)
  }
})
