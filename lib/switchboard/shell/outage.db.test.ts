import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createPool } from '../../storage/pool.ts'
import { createTrial } from './trial.ts'

const pool = createPool(env().databaseUrl, 10)
afterAll(() => pool.end())

it('[SW-195] [SW-271] a minute without anybody who looks costs no visitor their place or room, and no operator their ring', async () => {
  const trial = await createTrial({ pool, totems: 2 })
  const [operator, totem, other] = [trial.operators[0], trial.totems[0], trial.totems[1]]
  if (!operator || !totem || !other) throw new Error('empty trial')
  await trial.onDuty(operator)
  const [rung, waiting] = [await trial.call(totem), await trial.call(other)]
  await trial.outage(60_000)
  await trial.tick()
  const board = await trial.board()
  expect([rung, waiting].map((id) => board.calls.get(id)?.state)).toEqual(['offered', 'waiting'])
  expect(board.operators.get(operator)).toMatchObject({
    desk: { presence: 'here' },
    work: { kind: 'engaged' },
  })
  // Whoever does not come back is noticed as ever.
  await trial.wait(30_000)
  await trial.tick()
  const later = await trial.board()
  expect([rung, waiting].map((id) => later.calls.get(id)?.state)).toEqual(['over', 'over'])
})
