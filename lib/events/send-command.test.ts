import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sendCommand } from './send-command.ts'

const answers: (() => Response | Promise<Response>)[] = []
const sentKeys: (string | null)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  answers.length = 0
  sentKeys.length = 0
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    sentKeys.push(new Headers(init.headers).get('idempotency-key'))
    const next = answers.shift()
    if (!next) throw new TypeError('Failed to fetch')
    return next()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const send = async () => {
  const answer = sendCommand('/api/calls', { epoch: 1 }, { key: 'k' })
  await vi.runAllTimersAsync()
  return answer
}

it('gives the value of a success', async () => {
  answers.push(() => Response.json({ callId: 'c' }, { status: 201 }))
  expect(await send()).toEqual({ ok: true, value: { callId: 'c' } })
})

it('takes an empty success', async () => {
  answers.push(() => new Response(null, { status: 204 }))
  expect(await send()).toEqual({ ok: true, value: null })
})

it('gives the refusal with what the screen needs beside it', async () => {
  answers.push(() => Response.json({ refusal: 'totem-closed', phone: '059 20311' }, { status: 409 }))
  expect(await send()).toEqual({
    ok: false,
    refusal: 'totem-closed',
    detail: { refusal: 'totem-closed', phone: '059 20311' },
  })
})

it('tries again with the same key when the server is away', async () => {
  answers.push(
    () => Response.json({ error: 'unavailable' }, { status: 503 }),
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => new Response('<html>Bad gateway</html>', { status: 502 }),
    () => Response.json({ epoch: 2 }),
  )
  expect(await send()).toEqual({ ok: true, value: { epoch: 2 } })
  expect(sentKeys).toEqual(['k', 'k', 'k', 'k'])
})

it('gives up after a bounded number of tries', async () => {
  expect(await send()).toMatchObject({ ok: false, refusal: 'unreachable' })
  expect(sentKeys).toHaveLength(7)
})

it.each([
  [401, 'not-signed-in'],
  [403, 'not-allowed'],
  [500, 'fault'],
])('does not repeat a %i', async (status, code) => {
  answers.push(() => Response.json({ error: code }, { status }))
  expect(await send()).toMatchObject({ ok: false, refusal: code })
  expect(sentKeys).toHaveLength(1)
})
