import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Handler } from '@/lib/http/endpoint.ts'
import { TooOften } from '@/lib/http/refusals.ts'
import { pageRatingLimit } from '@/lib/identity/page-rating-limit.ts'
import { enrolmentCodeHash } from '@/lib/identity/secrets.ts'
import { createEnrolmentCode, redeemCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown, type Town } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { POST as rateCall } from '../calls/[callId]/rating/route.ts'
import { GET as readContent } from './content/route.ts'
import { POST as ratePage } from './page-ratings/route.ts'
import { GET as readIndex } from './search-index/route.ts'

/** What a totem reads and keeps outside a command: pages, their index, and what people thought of them. */
const ROUTES: [string, Handler, { query?: string; body?: object }][] = [
  ['content', readContent, {}],
  ['search-index', readIndex, { query: 'locale=it' }],
  ['page-ratings', ratePage, { body: { id: randomUUID(), service: 'carta', stars: 4, aspect: null } }],
  ['rating', rateCall, { body: { face: 'good', reason: null } }],
]

let cookie: string
let town: Town

beforeAll(async () => {
  town = await makeTown('modena')
  const code = await createEnrolmentCode(pool(), town.totemId, { validMinutes: 5, key: 'key' })
  cookie = `pronto-totem-modena-1=${(await redeemCode(pool(), enrolmentCodeHash(code, 'key')))?.credential}`
})

const ask = (handler: Handler, as: string, { query = '', body }: { query?: string; body?: unknown }) =>
  handler(
    new Request(`http://127.0.0.1:3000/api?totem=modena-1&${query}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie: as },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
    { params: Promise.resolve({ callId: randomUUID() }) },
  )

describe.each(ROUTES)('%s', (name, handler, asked) => {
  it('is for totems', async () => {
    expect((await ask(handler, '', asked)).status).toBe(401)
    expect((await ask(handler, 'pronto-totem-modena-1=made-up', asked)).status).toBe(401)
  })

  it('answers a totem', async () => {
    const { status } = await ask(handler, cookie, asked)
    expect(status).toBe({ content: 200, 'search-index': 200, 'page-ratings': 204, rating: 404 }[name])
  })

  it('refuses what is malformed', async () => {
    for (const body of asked.body ? ['{', {}, { ...asked.body, stars: 6, face: 'angry' }] : [])
      expect((await ask(handler, cookie, { body })).status).toBe(400)
    for (const query of asked.query ? ['locale=xx', ''] : [])
      expect((await ask(handler, cookie, { query })).status).toBe(400)
  })
})

it('keeps no more ratings of a totem than anybody can touch, and says when it does again', async () => {
  const rate = () =>
    ask(ratePage, cookie, { body: { id: randomUUID(), service: 'carta', stars: 4, aspect: null } })
  const kept = async () => (await pool().query('select from switchboard.page_ratings')).rowCount
  expect((await rate()).status).toBe(204)
  const before = await kept()
  const touches = async () => {
    for (let touch = 0; touch < 300; touch++) await pageRatingLimit().take(town.totemId)
  }
  await expect(touches()).rejects.toThrow(TooOften)
  const refused = await rate()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
  expect(await kept()).toBe(before)
  await pageRatingLimit().take('another-totem')
})
