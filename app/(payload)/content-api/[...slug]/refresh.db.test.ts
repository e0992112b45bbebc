import { afterEach, expect, it, vi } from 'vitest'
import { signIn } from '@/lib/identity/sign-in.ts'
import { staffFromHeaders } from '@/lib/identity/staff.ts'
import { makeTown, PASSWORD } from '@/lib/records/testing/town.ts'
import { POST } from './route.ts'

const HOUR_MS = 3_600_000

afterEach(() => void vi.useRealTimers())

it('a session that is refreshed again and again ends within a day of its sign-in', async () => {
  const town = await makeTown('modena')
  const begunAt = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: begunAt })
  const signedIn = await signIn({ email: town.emailOf('editor'), password: PASSWORD }, 'somewhere')
  let cookie = signedIn?.cookie.split(';')[0] ?? ''
  const isSignedIn = async () => (await staffFromHeaders(new Headers({ cookie }))) !== null
  for (const hours of [11, 22, 23.9]) {
    vi.setSystemTime(begunAt + hours * HOUR_MS)
    const answer = await POST(
      new Request('http://127.0.0.1:3000/content-api/operators/refresh-token', {
        method: 'POST',
        headers: { cookie },
      }),
      { params: Promise.resolve({ slug: ['operators', 'refresh-token'] }) },
    )
    expect(answer.status).toBe(200)
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await isSignedIn()).toBe(true)
  }
  vi.setSystemTime(begunAt + 24 * HOUR_MS)
  expect(await isSignedIn()).toBe(false)
})
