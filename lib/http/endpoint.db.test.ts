import { afterAll, expect, it } from 'vitest'
import { pool } from '../storage/pool.ts'
import { severableDatabase } from '../storage/severable-database.ts'
import { endpoint } from './endpoint.ts'
import { NotSignedIn } from './refusals.ts'

// Before anything reads the environment.
const wire = await severableDatabase(process.env.DATABASE_URL ?? '')
process.env.DATABASE_URL = wire.url
afterAll(async () => {
  await pool().end()
  await wire.close()
})

it('signs nobody out because the database is away', async () => {
  const signedOut = endpoint(async () => {
    throw new NotSignedIn('nobody')
  })
  const ask = () => signedOut(new Request('http://page/'), { params: Promise.resolve({}) })
  expect((await ask()).status).toBe(401)
  await wire.sever()
  const away = await ask()
  expect(away.status).toBe(503)
  expect(away.headers.get('retry-after')).toBe('1')
  await wire.mend()
  expect((await ask()).status).toBe(401)
})
