import { beforeAll, expect, it, vi } from 'vitest'
import { createOpenStreams } from '@/lib/events/event-stream.ts'
import { signIn, signOut } from '@/lib/identity/sign-in.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { GET } from './route.ts'

const streams = createOpenStreams({ recheckMs: 20 })
vi.mock('@/lib/server.ts', () => ({
  server: () => ({ streams, switchboard: { watchDesk: () => () => {} } }),
}))

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})

async function cookieOf(email: string): Promise<string> {
  const signedIn = await signIn({ email, password: PASSWORD }, 'somewhere')
  return signedIn?.cookie.split(';')[0] ?? ''
}

const open = (cookie: string) =>
  GET(new Request('http://127.0.0.1:3000/api/desk/stream?epoch=1', { headers: { cookie } }), {
    params: Promise.resolve({}),
  })

const change = (data: { isActive?: boolean; role?: 'operator' | 'editor' }) =>
  town.payload.update({
    collection: 'operators',
    where: { email: { equals: town.emailOf('operator') } },
    data,
  })

it.each([
  ['the operator signs out', (cookie: string) => signOut(new Headers({ cookie })), 401],
  ['the account is closed', () => change({ isActive: false }), 401],
  ['the account gets another role', () => change({ role: 'editor' }), 403],
])('an open stream ends when %s, and does not open again', async (_what, happens, status) => {
  await change({ isActive: true, role: 'operator' })
  const cookie = await cookieOf(town.emailOf('operator'))
  const lookups = vi.spyOn(town.payload.db, 'findOne')
  const answer = await open(cookie)
  expect(answer.status).toBe(200)
  const asked = lookups.mock.calls.length
  await vi.waitFor(() => expect(lookups.mock.calls.length).toBeGreaterThan(asked + 2), 5_000)
  expect(streams.count()).toBe(1)
  await happens(cookie)
  expect(await answer.text()).toBe(': open\n\n')
  expect(streams.count()).toBe(0)
  expect((await open(cookie)).status).toBe(status)
})
