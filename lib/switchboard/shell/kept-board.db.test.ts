import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { createPool } from '../../storage/pool.ts'
import { renewDeskLease } from '../../storage/renew-lease.ts'
import { DEFAULT_RULES } from '../settings.ts'
import { createCommandRunner } from './run-command.ts'
import { createSettingsCache } from './settings-reader.ts'
import { createTrial } from './trial.ts'

/* What an instance has kept of a board, and what it reads anew (SW-190). */

const pool = createPool(env().databaseUrl, 10)
afterAll(() => pool.end())

async function situation() {
  const trial = await createTrial({ pool, totems: 3 })
  const [operator, totem, other] = [trial.operators[0], trial.totems[0], trial.totems[1]]
  if (!operator || !totem || !other) throw new Error('empty trial')
  await trial.onDuty(operator)
  const boards = createBoardReader(createSettingsCache())
  const run = createCommandRunner({ pool, boards, onCommitted: () => {} })
  const kept = async () => (await boards.load(pool, trial.bodyId)).board
  await kept()
  return { trial, operator, totem, other, kept, run }
}

const priorityOf = (call: string, priority: number) =>
  `update switchboard.calls set priority = ${priority} where id = '${call}'`

it('reads what another instance has written, and keeps the rest', async () => {
  const { trial, totem, other, kept } = await situation()
  const first = await trial.call(totem)
  expect((await kept()).calls.get(first)?.priority).toBe(0)
  // Nobody says that this row was written, so nobody reads it.
  await pool.query(priorityOf(first, 3))
  const second = await trial.call(other)
  const board = await kept()
  expect(board.calls.get(second)?.state).toBe('waiting')
  expect(board.calls.get(first)?.priority).toBe(0)
})

it('forgets what another instance has taken off the board', async () => {
  const { trial, totem, kept } = await situation()
  const call = await trial.call(totem)
  expect((await kept()).calls.has(call)).toBe(true)
  await trial.leave(totem, call)
  await trial.wait(DEFAULT_RULES.farewellMs + 1_000)
  await trial.tick()
  expect((await kept()).calls.has(call)).toBe(false)
  expect(await kept()).toEqual(await trial.board())
})

it('reads everything after somebody wrote by hand, also when others have written since', async () => {
  const { trial, totem, other, kept, run } = await situation()
  const call = await trial.call(totem)
  await kept()
  await trial.changeByHand([priorityOf(call, 3)])
  // This one reads everything and writes on; whoever was away meanwhile must not take that for all.
  await trial.call(other)
  await trial.tick()
  expect((await kept()).calls.get(call)?.priority).toBe(3)
  await trial.changeByHand([priorityOf(call, 4)])
  await run({ bodyId: trial.bodyId, event: { type: 'clockTicked' }, repeatable: null })
  expect((await kept()).calls.get(call)?.priority).toBe(4)
})

/** A copy of a body's rows. @returns puts them back */
async function dump(bodyId: string): Promise<() => Promise<void>> {
  const tables = ['bodies', 'operators', 'totems', 'calls', 'offers']
  const whose = (table: string) => `${table === 'bodies' ? 'id' : 'body_id'} = $1`
  const copies = new Map<string, string>()
  for (const table of tables) {
    const { rows } = await pool.query(
      `select coalesce(jsonb_agg(t), '[]')::text as copy from switchboard.${table} t where ${whose(table)}`,
      [bodyId],
    )
    copies.set(table, rows[0].copy)
  }
  return async () => {
    for (const table of tables.toReversed())
      await pool.query(`delete from switchboard.${table} where ${whose(table)}`, [bodyId])
    for (const [table, copy] of copies)
      await pool.query(
        `insert into switchboard.${table} select * from jsonb_populate_recordset(null::switchboard.${table}, $1)`,
        [copy],
      )
  }
}

it('[SW-401] keeps nothing of a database that has gone back, as when a copy is put in its place', async () => {
  const { trial, totem, other, kept, run } = await situation()
  const putBack = await dump(trial.bodyId)
  await trial.call(totem)
  expect((await kept()).calls.size).toBe(1)
  await putBack()
  expect((await kept()).calls.size).toBe(0)
  const event = { type: 'totemPageOpened' as const, totemId: other }
  expect(await run({ bodyId: trial.bodyId, event, repeatable: null })).toMatchObject({ ok: true })
  expect(await kept()).toEqual(await trial.board())
})

it('[SW-401] keeps nothing on which a command could not be decided', async () => {
  const { trial, operator, run } = await situation()
  // Of the same revision and not the same: as after a standby has taken over and others have gone on.
  await pool.query('update switchboard.operators set epoch = epoch + 5 where body_id = $1', [trial.bodyId])
  const event = { type: 'deskOpened' as const, operatorId: operator, previousEpoch: null, takeOver: true }
  const open = () => run({ bodyId: trial.bodyId, event, repeatable: null })
  await expect(open()).rejects.toThrow('wrote 0 of 1 rows')
  expect(await open()).toEqual({ ok: true, value: { epoch: trial.epochOfDesk(operator) + 6 } })
})

it('does not end a lease that a beat has renewed since it was read', async () => {
  const { trial, operator, run } = await situation()
  // As if it had been read long ago: the kept board says a moment, the table twenty seconds.
  await trial.changeByHand([
    `update switchboard.operators set lease_ends_at = clock_timestamp() + interval '700 milliseconds'
     where body_id = '${trial.bodyId}'`,
  ])
  await run({ bodyId: trial.bodyId, event: { type: 'clockTicked' }, repeatable: null })
  const epoch = trial.epochOfDesk(operator)
  const rules = (await trial.board()).settings.rules
  expect(await renewDeskLease(pool, { bodyId: trial.bodyId, operatorId: operator, epoch }, rules)).toBe(
    'renewed',
  )
  await expect
    .poll(async () => {
      const { rows } = await pool.query(
        'select revision, next_due_at <= clock_timestamp() as is_due from switchboard.bodies where id = $1',
        [trial.bodyId],
      )
      return rows[0].is_due
    })
    .toBe(true)
  await run({ bodyId: trial.bodyId, event: { type: 'clockTicked' }, repeatable: null })
  expect((await trial.board()).operators.get(operator)?.desk.presence).toBe('here')
})
