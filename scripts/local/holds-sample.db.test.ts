import { expect, it } from 'vitest'
import { env } from '../../lib/config/env.ts'
import { makeTown } from '../../lib/records/testing/town.ts'
import { pool } from '../../lib/storage/pool.ts'
import { holdsSample, SAMPLE_INSIDE } from './holds-sample.ts'

it('knows a database that the sample was tried in from a town’s own', async () => {
  const { bodyId } = await makeTown('modena')
  expect(await holdsSample(env().databaseUrl)).toBe(false)
  await pool().query('update payload.bodies set is_sample = true where id = $1', [bodyId])
  expect(await holdsSample(env().databaseUrl)).toBe(true)
})

it('says so in one line', () => expect(SAMPLE_INSIDE).not.toContain('\n'))
