import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { signIn, signOut } from '@/lib/identity/sign-in.ts'
import { staffFromHeaders } from '@/lib/identity/staff.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { POST } from './route.ts'

vi.mock('@/lib/server.ts', () => ({
  switchboard: () => ({ beats: { desk: async () => ({ ok: true, value: {} }) } }),
}))

const MINUTE_MS = 60_000
const SHIFT_MS = 12 * 60 * MINUTE_MS

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
  await pool().query('insert into switchboard.bodies (id, revision, changed_at) values ($1, 0, now())', [
    town.bodyId,
  ])
})
afterEach(() => void vi.useRealTimers())

const cookieIn = (setCookie: string | null | undefined) =>
  new Headers({ cookie: setCookie?.split(';')[0] ?? '' })
const signInNow = async () =>
  (await signIn({ email: town.emailOf('operator'), password: PASSWORD }, 'somewhere'))?.cookie

/** A desk that has signed in, and whose clock can be moved on. */
async function desk(work: 'idle' | 'engaged') {
  const signedInAt = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: signedInAt })
  const headers = cookieIn(await signInNow())
  const { id } = (await staffFromHeaders(headers)) ?? {}
  await pool().query(
    `insert into switchboard.operators
       (body_id, id, intent, epoch, presence, lease_ends_at, work, offer_id, ready_at, idle_since)
     values ($1, $2, 'available', 1, 'here', now(), $3, case $3 when 'engaged' then 'offer' end, now(), now())
     on conflict (body_id, id) do update set work = excluded.work, offer_id = excluded.offer_id`,
    [town.bodyId, id, work],
  )
  return { headers, at: (ms: number) => void vi.setSystemTime(signedInAt + ms) }
}

async function beat(headers: Headers) {
  const sent = new Headers({ ...Object.fromEntries(headers), host: '127.0.0.1:3000' })
  const request = new Request('http://127.0.0.1:3000/api/desk/beat', {
    method: 'POST',
    headers: sent,
    body: JSON.stringify({ epoch: 1 }),
  })
  const answer = await POST(request, { params: Promise.resolve({}) })
  return { status: answer.status, cookie: answer.headers.get('set-cookie') }
}

it('a desk in the middle of a call goes on past the end of its session, as long as the call does', async () => {
  const { headers, at } = await desk('engaged')
  at(SHIFT_MS - 16 * MINUTE_MS)
  expect(await beat(headers)).toEqual({ status: 204, cookie: null })
  at(SHIFT_MS - MINUTE_MS)
  const first = await beat(headers)
  expect(first).toMatchObject({ status: 204, cookie: expect.stringContaining('HttpOnly') })
  at(SHIFT_MS + MINUTE_MS)
  expect(await beat(headers)).toMatchObject({ status: 401 })
  // Whoever signs in with the same account elsewhere clears what is over, and not this.
  await signInNow()
  const longer = cookieIn(first.cookie)
  expect(await beat(longer)).toEqual({ status: 204, cookie: null })
  at(SHIFT_MS + 20 * MINUTE_MS)
  const second = await beat(longer)
  at(SHIFT_MS + 40 * MINUTE_MS)
  expect(await beat(cookieIn(second.cookie))).toMatchObject({ status: 204 })
})

it('a page that has not got its longer session is given one again', async () => {
  const { headers, at } = await desk('engaged')
  at(SHIFT_MS - 10 * MINUTE_MS)
  await beat(headers)
  at(SHIFT_MS - 9 * MINUTE_MS)
  expect(await beat(headers)).toMatchObject({ cookie: expect.any(String) })
})

it('a desk without a call is signed out at the end of its session', async () => {
  const { headers, at } = await desk('idle')
  at(SHIFT_MS - MINUTE_MS)
  expect(await beat(headers)).toEqual({ status: 204, cookie: null })
  at(SHIFT_MS + MINUTE_MS)
  expect(await beat(headers)).toMatchObject({ status: 401 })
})

it('who signs out in a call is signed out', async () => {
  const { headers, at } = await desk('engaged')
  at(SHIFT_MS - MINUTE_MS)
  const { cookie } = await beat(headers)
  await signOut(cookieIn(cookie))
  expect(await beat(cookieIn(cookie))).toMatchObject({ status: 401 })
})

it('no call keeps a session for more than two hours beyond its end', async () => {
  const { headers, at } = await desk('engaged')
  let held = headers
  for (const minutes of [-5, 15, 35, 55, 75, 95, 115]) {
    at(SHIFT_MS + minutes * MINUTE_MS)
    const { status, cookie } = await beat(held)
    expect(status).toBe(204)
    if (cookie) held = cookieIn(cookie)
  }
  at(SHIFT_MS + 120 * MINUTE_MS)
  expect(await beat(held)).toMatchObject({ status: 401 })
})
