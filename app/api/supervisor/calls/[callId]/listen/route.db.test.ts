import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from '@/lib/identity/sign-in.ts'
import type { Role } from '@/lib/records/roles.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { server } from '@/lib/server.ts'
import { pool } from '@/lib/storage/pool.ts'
import { POST } from './route.ts'

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})
afterAll(async () => {
  server().stop()
  await pool().end()
})

async function listen(
  role: Role | null,
  { key = randomUUID(), callId = randomUUID() }: { key?: string; callId?: string } = {},
): Promise<Response> {
  const signedIn = role && (await signIn({ email: town.emailOf(role), password: PASSWORD }, 'somewhere'))
  const headers = { cookie: signedIn?.cookie.split(';')[0] ?? '', 'idempotency-key': key }
  const request = new Request(`http://localhost:3000/api/supervisor/calls/${callId}/listen`, {
    method: 'POST',
    headers,
  })
  return POST(request, { params: Promise.resolve({ callId }) })
}

it('[SW-160] is for supervisors only', async () => {
  expect((await listen(null)).status).toBe(401)
  expect((await listen('operator')).status).toBe(403)
  expect((await listen('administrator')).status).toBe(403)
})

it('refuses a call that is on no board of the supervisor’s own body', async () => {
  const answer = await listen('supervisor')
  expect(answer.status).toBe(409)
  expect(await answer.json()).toEqual({ refusal: 'call-unknown' })
})

it('wants a key and a call', async () => {
  expect((await listen('supervisor', { key: 'none', callId: randomUUID() })).status).toBe(400)
  expect((await listen('supervisor', { key: randomUUID(), callId: 'none' })).status).toBe(400)
})
