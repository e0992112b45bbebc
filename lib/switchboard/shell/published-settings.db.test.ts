import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { dueBodies } from '../../storage/due-bodies.ts'
import { createPool } from '../../storage/pool.ts'
import { callId, serviceSlug } from '../ids.ts'
import { createCommandRunner } from './run-command.ts'
import { createSettingsCache } from './settings-reader.ts'
import { startTick } from './tick.ts'
import { ALL_CHANNELS, createTrial } from './trial.ts'

/* What is published reaches boards on which nothing else happens (SW-210). */

const pool = createPool(env().databaseUrl, 10)
afterAll(() => pool.end())

/** Long enough that nothing is due by itself while a test runs. */
const LONG_MS = 3_600_000

/** A call for `tributi` waits: the one who knows about it has declined, and the other does not. */
async function stranded() {
  const trial = await createTrial({
    pool,
    operators: 2,
    specialists: 1,
    rules: {
      deskLeaseMs: LONG_MS,
      totemLeaseMs: LONG_MS,
      openRoomMs: LONG_MS,
      declineBackOffMs: LONG_MS,
      pairExclusionMs: LONG_MS,
      stillHereAfterMs: 0,
      maxWaitMs: LONG_MS,
    },
  })
  const { bodyId, run } = trial
  const [knows, other] = trial.operators
  const [totemId] = trial.totems
  if (!knows || !other || !totemId) throw new Error('empty trial')
  await trial.onDuty(knows)
  await trial.onDuty(other)
  await trial.leave(totemId, await trial.call(totemId))
  const id = callId(randomUUID())
  await run({
    bodyId,
    event: {
      type: 'callPlaced',
      callId: id,
      totemId,
      epoch: trial.epochOfTotem(totemId),
      service: serviceSlug('tributi'),
      needs: { skills: [], language: null, mode: 'spoken' },
      channels: ALL_CHANNELS,
      preferred: null,
    },
    repeatable: null,
  })
  const call = async () => (await trial.board()).calls.get(id)
  const ringing = await call()
  if (ringing?.state !== 'offered') throw new Error('nobody was rung')
  await trial.decline(knows, ringing.offerId)
  expect(await call()).toMatchObject({ state: 'waiting' })
  expect(await dueBodies(pool)).not.toContain(bodyId)

  /** As lib/records/projection.ts writes it. */
  const publish = (skills: readonly string[]) =>
    pool.query(
      `update switchboard.settings set updated_at = clock_timestamp(),
         document = jsonb_set(document, '{operators,1,skills}', $2) where body_id = $1`,
      [bodyId, JSON.stringify(skills)],
    )
  return { trial, call, other, publish }
}

it('[SW-210] rings whom a publish has made able to answer, though nothing else happens', async () => {
  const { trial, call, other, publish } = await stranded()
  const tick = startTick({
    pool,
    run: trial.run,
    orders: { dispatch: () => {}, carryOutDue: async () => {} },
  })
  await publish(['tributi'])
  await expect.poll(call, { timeout: 5_000 }).toMatchObject({ state: 'offered' })
  tick.stop()
  expect((await trial.board()).operators.get(other)?.work).toMatchObject({ kind: 'engaged' })
})

it('[SW-210] is done once: a board that has been moved on under its settings is not due', async () => {
  const { trial, publish } = await stranded()
  await publish(['cimiteri'])
  expect(await dueBodies(pool)).toContain(trial.bodyId)
  const { revision } = await trial.boards.load(pool, trial.bodyId)
  await trial.tick()
  expect(await dueBodies(pool)).not.toContain(trial.bodyId)
  // Nothing was decided, so no page need look again.
  expect((await trial.boards.load(pool, trial.bodyId)).revision).toBe(revision)
})

it('[SW-210] does not lose a publish that commits while a command is being decided', async () => {
  const { trial, publish } = await stranded()
  const reader = createBoardReader(createSettingsCache())
  const run = createCommandRunner({
    pool,
    boards: {
      ...reader,
      load: async (client, bodyId, command) => {
        const loaded = await reader.load(client, bodyId, command)
        await publish(['tributi'])
        return loaded
      },
    },
    onCommitted: () => {},
  })
  await run({ bodyId: trial.bodyId, event: { type: 'clockTicked' }, repeatable: null })
  expect(await dueBodies(pool)).toContain(trial.bodyId)
})

it('[SW-210] asks of hundreds of idle bodies one query, which names none of them', async () => {
  const trials = []
  for (let index = 0; index < 40; index += 1) trials.push(await createTrial({ pool, operators: 1 }))
  for (const trial of trials) {
    const [operator] = trial.operators
    if (operator) await trial.onDuty(operator)
  }
  const due = new Set(await dueBodies(pool))
  expect(trials.filter(({ bodyId }) => due.has(bodyId))).toEqual([])
})
