import { afterAll, expect, it } from 'vitest'
import { isDatabaseAway } from '../storage/is-database-away.ts'
import { severableDatabase } from '../storage/severable-database.ts'

// Payload's configuration reads the environment as soon as it is imported.
const wire = await severableDatabase(process.env.DATABASE_URL ?? '')
process.env.DATABASE_URL = wire.url
const { endpoint } = await import('../http/endpoint.ts')
const { makeTown, PASSWORD } = await import('../records/testing/town.ts')
const { pool } = await import('../storage/pool.ts')
const { signIn } = await import('./sign-in.ts')
const { isStillOperator, requireOperator, staffFromHeaders } = await import('./staff.ts')

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
  expect(await isStillOperator(headers)).toBe(true)
  await wire.mend()
  expect(await isStillOperator(new Headers())).toBe(false)
})

it('sends no page of the staff to the sign-in because the database is away', async () => {
  const town = await makeTown('soliera')
  const signedIn = await signIn({ email: town.emailOf('operator'), password: PASSWORD }, 'somewhere')
  const headers = new Headers({ cookie: signedIn?.cookie.split(';')[0] ?? '' })
  await wire.sever()
  const failure: unknown = await staffFromHeaders(headers).catch((error: unknown) => error)
  expect(isDatabaseAway(failure)).toBe(true)
  // Nobody's is told without a look.
  expect(await staffFromHeaders(new Headers())).toBeNull()
  await wire.mend()
  expect(await staffFromHeaders(headers)).toMatchObject({ bodyId: town.bodyId })
})

it('tells a session that could not be looked up from nobody’s', async () => {
  const town = await makeTown('carpi')
  const signedIn = await signIn({ email: town.emailOf('operator'), password: PASSWORD }, 'somewhere')
  const headers = new Headers({ cookie: signedIn?.cookie.split(';')[0] ?? '' })
  const requestOf = (of: Headers) => new Request('http://localhost/api/desk/stream', { headers: of })
  const request = requestOf(headers)
  await wire.sever()
  const ask = (asking: Request) =>
    endpoint(async () => Response.json(await requireOperator(asking)))(asking, {
      params: Promise.resolve({}),
    })
  const away = await ask(request)
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '1'])
  // Nobody's is told without a look.
  expect((await ask(requestOf(new Headers()))).status).toBe(401)
  await wire.mend()
  expect(await requireOperator(request)).toMatchObject({ bodyId: town.bodyId })
})
