import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { log } from '../../config/log.ts'
import { endpoint } from '../../http/endpoint.ts'
import { createPool } from '../../storage/pool.ts'
import { severableDatabase } from '../../storage/severable-database.ts'
import { createTrial } from './trial.ts'

log().level = 'silent'
const wire = await severableDatabase(env().databaseUrl)
const pool = createPool(wire.url, 5, 1_200)
afterAll(async () => {
  await wire.close()
  await pool.end()
})

it('[SW-404] commands to a database that says nothing are answered "later", one behind the other, and happen once', async () => {
  const trial = await createTrial({ pool })
  const [operator, totem] = [trial.operators[0], trial.totems[0]]
  if (!operator || !totem) throw new Error('empty trial')
  await trial.onDuty(operator)
  await trial.leave(totem, await trial.call(totem))
  const key = randomUUID()
  const place = endpoint(async () => Response.json(await trial.place(totem, key)))
  const ask = () => place(new Request('http://localhost/api/calls'), { params: Promise.resolve({}) })
  wire.hush()
  const answers = await Promise.all([ask(), ask()])
  expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
    [503, '1'],
    [503, '1'],
  ])
  wire.letThrough()
  const placed = await (await ask()).json()
  expect(placed).toMatchObject({ ok: true })
  expect(await (await ask()).json()).toEqual(placed)
  const live = [...(await trial.board()).calls.values()].filter(({ state }) => state !== 'over')
  expect(live).toHaveLength(1)
})
