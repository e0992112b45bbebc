import { beforeAll, expect, it, vi } from 'vitest'
import { createOpenStreams } from '@/lib/events/event-stream.ts'
import { enrolmentCodeHash } from '@/lib/identity/secrets.ts'
import { createEnrolmentCode, redeemCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown, type Town } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { GET } from './route.ts'

const streams = createOpenStreams({ recheckMs: 20 })
vi.mock('@/lib/server.ts', () => ({
  server: () => ({ streams, switchboard: { watchTotem: () => () => {} } }),
}))

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})

/** A browser that becomes the totem, in place of whatever was. */
async function enrolled(): Promise<string> {
  const code = await createEnrolmentCode(pool(), town.totemId, { validMinutes: 5, key: 'key' })
  return (await redeemCode(pool(), enrolmentCodeHash(code, 'key')))?.credential ?? ''
}

const open = (credential: string) =>
  GET(
    new Request('http://127.0.0.1:3000/api/totem/stream?totem=modena-1&epoch=1', {
      headers: { cookie: `pronto-totem-modena-1=${credential}` },
    }),
    { params: Promise.resolve({}) },
  )

it('ends when another device takes the place of this one, and does not open again', async () => {
  const credential = await enrolled()
  const queries = vi.spyOn(pool(), 'query')
  const answer = await open(credential)
  expect(answer.status).toBe(200)
  const asked = queries.mock.calls.length
  await vi.waitFor(() => expect(queries.mock.calls.length).toBeGreaterThan(asked + 2), 5_000)
  expect(streams.count()).toBe(1)
  await enrolled()
  expect(await answer.text()).toBe(': open\n\n')
  expect(streams.count()).toBe(0)
  expect((await open(credential)).status).toBe(401)
})
