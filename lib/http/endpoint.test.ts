import { expect, it, vi } from 'vitest'
import * as z from 'zod'
import { log } from '../config/log.ts'
import { endpoint } from './endpoint.ts'
import { readIdempotencyKey } from './idempotency-key.ts'
import { MAX_BODY_BYTES, parseBody, parseQuery } from './parse-input.ts'
import { Malformed, NotAllowed, NotSignedIn, TooOften, Unavailable } from './refusals.ts'

log().level = 'silent'

const noParams = { params: Promise.resolve({}) }
const address = 'http://127.0.0.1:3000/api/calls'
const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request(address, { method: 'POST', body, headers: { host: '127.0.0.1:3000', ...headers } })

const echo = endpoint(async (request) =>
  Response.json(await parseBody(request, z.object({ epoch: z.number() }))),
)
const throwing = (error: unknown) =>
  endpoint(async () => {
    throw error
  })(post('{}'), noParams)

it('passes a good request through', async () => {
  const answer = await echo(post('{"epoch":1}', { 'sec-fetch-site': 'same-origin' }), noParams)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ epoch: 1 })
})

it('has its answers kept by nobody, unless the route says otherwise', async () => {
  expect((await echo(post('{"epoch":1}'), noParams)).headers.get('cache-control')).toBe('no-store')
  expect((await echo(post('{'), noParams)).headers.get('cache-control')).toBe('no-store')
  const headers = { 'cache-control': 'public, max-age=1' }
  const forEverybody = endpoint(async () => new Response(null, { headers }))
  expect((await forEverybody(post('{}'), noParams)).headers.get('cache-control')).toBe('public, max-age=1')
})

it.each(['{', '{"epoch":"1"}', '[]', 'null', '', '\u0000'])('answers 400 to the body %j', async (body) => {
  const answer = await echo(post(body), noParams)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ error: 'malformed' })
})

it.each(['{"epoch":1,"note":"\\u0000"}', '{"epoch":1,"note":"\\ud800"}', '{"epoch":1,"\\u0000":1}'])(
  'answers 400 to what PostgreSQL could not store: %s',
  async (body) => {
    expect((await echo(post(body), noParams)).status).toBe(400)
  },
)

it.each(['epoch=1&note=%00', 'epoch=1&%00=', 'epoch='])('answers 400 to the query %s', async (query) => {
  const asked = endpoint(async (request) =>
    Response.json(parseQuery(request, z.looseObject({ epoch: z.string().min(1) }))),
  )
  expect((await asked(new Request(`${address}?${query}`), noParams)).status).toBe(400)
  expect((await asked(new Request(`${address}?epoch=0&epoch=1&__proto__=2`), noParams)).status).toBe(200)
})

it('answers 400 to nesting without end', async () => {
  expect((await echo(post('['.repeat(60_000)), noParams)).status).toBe(400)
  expect((await echo(post('['.repeat(30_000) + ']'.repeat(30_000)), noParams)).status).toBe(400)
})

it('knows an error that another copy of its module has thrown', async () => {
  vi.resetModules()
  const another: typeof import('./refusals.ts') = await import('./refusals.ts')
  expect(new another.NotAllowed()).not.toBeInstanceOf(NotAllowed)
  expect((await throwing(new another.NotAllowed())).status).toBe(403)
})

it('answers 400 to bytes that are not text', async () => {
  expect((await echo(post(new Uint8Array([0xff, 0xfe, 0x7b])), noParams)).status).toBe(400)
})

it('answers 413 to a declared size over the limit without reading it', async () => {
  const answer = await echo(post('{}', { 'content-length': String(MAX_BODY_BYTES + 1) }), noParams)
  expect(answer.status).toBe(413)
})

it('answers 413 to a body that grows over the limit while it is read', async () => {
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(16 * 1024).fill(0x20)),
  })
  const request = new Request(address, { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
  expect((await echo(request, noParams)).status).toBe(413)
})

it.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['another port of this host', { 'sec-fetch-site': 'same-site' }],
  ['an origin that is not ours', { origin: 'https://example.org' }],
  ['an opaque origin', { origin: 'null' }],
])('refuses a post from %s', async (_from, headers) => {
  expect((await echo(post('{"epoch":1}', headers), noParams)).status).toBe(403)
})

it('lets a route opt out of the origin check', async () => {
  const webhook = endpoint(async () => new Response(null, { status: 200 }), { origin: 'any' })
  expect((await webhook(post('{}', { 'sec-fetch-site': 'cross-site' }), noParams)).status).toBe(200)
})

it.each([
  [new NotSignedIn(), 401, { error: 'not-signed-in' }, null],
  [new NotAllowed(), 403, { error: 'not-allowed' }, null],
  [new TooOften('slow down', 7), 429, { error: 'too-often' }, '7'],
  [new Unavailable(), 503, { error: 'unavailable' }, '1'],
  [Object.assign(new Error('gone'), { code: '57P01' }), 503, { error: 'unavailable' }, '1'],
  [
    new Error('Failed query', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
    503,
    { error: 'unavailable' },
    '1',
  ],
])('turns %s into its status', async (error, status, body, retryAfter) => {
  const answer = await throwing(error)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toEqual(body)
  expect(answer.headers.get('retry-after')).toBe(retryAfter)
})

it('gives a fault a reference and keeps what happened in the log', async () => {
  const logged = vi.spyOn(log(), 'error').mockImplementation(() => {})
  const answer = await throwing(new Error('secret detail'))
  const { reference, ...rest } = z
    .object({ reference: z.uuid() })
    .loose()
    .parse(await answer.json())
  expect(answer.status).toBe(500)
  expect(rest).toEqual({ error: 'fault' })
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ reference }), 'fault')
  logged.mockRestore()
})

it('takes an idempotency key only if it is a UUID', () => {
  const key = '8F14E45F-CEEA-467F-A1B2-0123456789AB'
  expect(readIdempotencyKey(post('', { 'idempotency-key': key }))).toBe(key.toLowerCase())
  expect(() => readIdempotencyKey(post(''))).toThrow(Malformed)
  expect(() => readIdempotencyKey(post('', { 'idempotency-key': 'x'.repeat(300) }))).toThrow(Malformed)
})
