import { afterAll, expect, it } from 'vitest'
import { severableDatabase } from '../storage/severable-database.ts'

// Payload's configuration reads the environment as soon as it is imported.
const wire = await severableDatabase(process.env.DATABASE_URL ?? '')
process.env.DATABASE_URL = wire.url
const { makeTown, PASSWORD } = await import('../records/testing/town.ts')
const { pool } = await import('../storage/pool.ts')
const { signIn } = await import('./sign-in.ts')
const { isStillOperator, staffFromHeaders } = await import('./staff.ts')

afterAll(async () => {
  await pool().end()
  await wire.close()
})

it('turns no operator out because the database is away', async () => {
  const town = await makeTown('modena')
  const signedIn = await signIn({ email: town.emailOf('operator'), password: PASSWORD }, 'somewhere')
  const headers = new Headers({ cookie: signedIn?.cookie.split(';')[0] ?? '' })
  expect(await isStillOperator(headers)).toBe(true)
  expect(await isStillOperator(new Headers())).toBe(false)
  await wire.sever()
  expect(await staffFromHeaders(headers).catch(() => null)).toBeNull()
  expect(await isStillOperator(headers)).toBe(true)
  await wire.mend()
  expect(await isStillOperator(new Headers())).toBe(false)
})
