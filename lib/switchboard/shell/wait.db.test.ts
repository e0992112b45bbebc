import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createPool } from '../../storage/pool.ts'
import type { OperatorId, TotemId } from '../ids.ts'
import { createTrial, type Trial } from './trial.ts'

const pool = createPool(env().databaseUrl, 5)
afterAll(() => pool.end())

/** One call from ring to hang-up. */
async function serve(trial: Trial, operator: OperatorId, totem: TotemId): Promise<void> {
  const call = await trial.call(totem)
  const offer = [...(await trial.board()).offers.values()].find(({ callId }) => callId === call)
  if (!offer) throw new Error('nothing rings')
  await trial.answer(operator, offer.id)
  await trial.connect(totem, operator, call, offer.id)
  await trial.leave(totem, call)
}

it('[SW-171] [SW-173] what was learned and what was promised outlive every cache', async () => {
  const trial = await createTrial({ pool, totems: 12, rules: { wrapUpMs: 0 } })
  const [operator, ...totems] = [trial.operators[0], ...trial.totems]
  const [first, second] = totems.slice(-2)
  if (!operator || !first || !second) throw new Error('empty trial')
  await trial.onDuty(operator)
  for (const totem of totems.slice(0, 10)) await serve(trial, operator, totem)
  await trial.call(first)
  const waiting = await trial.call(second)

  const committed = trial.commits.at(-1)?.board
  const board = await trial.board()
  expect(board.experience).toEqual(committed?.experience)
  expect(board.experience.handleTimesMs).toHaveLength(10)
  expect(board.calls.get(waiting)).toEqual(committed?.calls.get(waiting))
  expect(board.calls.get(waiting)?.shown).toMatchObject({ longer: false, until: expect.any(Number) })
})

it('[SW-171] a wrap-up that began before the ring was kept with it counts from its beginning', async () => {
  const trial = await createTrial({ pool, rules: { wrapUpMs: 60_000 } })
  const [operator, totem] = [trial.operators[0], trial.totems[0]]
  if (!operator || !totem) throw new Error('empty trial')
  await trial.onDuty(operator)
  await serve(trial, operator, totem)
  await trial.changeByHand([
    `update switchboard.operators set wrap_up = wrap_up - 'offeredAt' where body_id = '${trial.bodyId}'`,
  ])
  const { work } = (await trial.board()).operators.get(operator) ?? {}
  if (work?.kind !== 'wrap_up') throw new Error('no wrap-up')
  expect(work.wrapUp.offeredAt).toBe(work.wrapUp.startedAt)
})
