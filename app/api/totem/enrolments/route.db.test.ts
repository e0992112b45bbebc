import { beforeAll, expect, it, vi } from 'vitest'
import { createEnrolmentCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown, type Town } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { POST } from './route.ts'

vi.mock('next/headers', () => ({ cookies: async () => ({ set: () => {} }) }))

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})

const enrol = (code: string, address: string) =>
  POST(
    new Request('http://127.0.0.1:3000/api/totem/enrolments', {
      method: 'POST',
      headers: { 'x-forwarded-for': address },
      body: JSON.stringify({ code }),
    }),
    { params: Promise.resolve({}) },
  )

const goodCode = () =>
  createEnrolmentCode(pool(), town.totemId, { validMinutes: 5, key: process.env.APP_SECRET ?? '' })

it('refuses every code of an address that has tried too many, and says for how long', async () => {
  const wrong = await Promise.all(Array.from({ length: 25 }, () => enrol('AAAAA-AAAAA', '192.0.2.1')))
  const statuses = wrong.map(({ status }) => status)
  expect(statuses.filter((status) => status === 409)).toHaveLength(20)
  expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  const locked = await enrol(await goodCode(), '192.0.2.1')
  expect(locked.status).toBe(429)
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
  expect((await enrol(await goodCode(), '192.0.2.2')).status).toBe(201)
})

it('does not count good codes', async () => {
  for (let totem = 1; totem <= 21; totem++)
    expect((await enrol(await goodCode(), '192.0.2.3')).status).toBe(201)
})
