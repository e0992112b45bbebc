import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { enrolmentCodeHash } from '@/lib/identity/secrets.ts'
import { createEnrolmentCode, redeemCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown, type Town } from '@/lib/records/testing/town.ts'
import { createBoardReader } from '@/lib/storage/board-reader.ts'
import { pool } from '@/lib/storage/pool.ts'
import { bodyId, totemId } from '@/lib/switchboard/ids.ts'
import { createCommandRunner } from '@/lib/switchboard/shell/run-command.ts'
import { createSettingsCache } from '@/lib/switchboard/shell/settings-reader.ts'
import { POST as callMeBack } from '../calls/[callId]/callback/route.ts'
import { POST } from './route.ts'
import { GET } from './windows/route.ts'

const boards = createBoardReader(createSettingsCache())
const run = createCommandRunner({ pool: pool(), boards, onCommitted: () => {} })
vi.mock('@/lib/server.ts', () => ({
  switchboard: () => ({ run, readBoard: (id: Town['bodyId']) => boards.load(pool(), bodyId(id)) }),
}))

let town: Town
let cookie: string
beforeAll(async () => {
  town = await makeTown('modena')
  const code = await createEnrolmentCode(pool(), town.totemId, { validMinutes: 5, key: 'key' })
  cookie = `pronto-totem-modena-1=${(await redeemCode(pool(), enrolmentCodeHash(code, 'key')))?.credential}`
  await run({
    bodyId: bodyId(town.bodyId),
    event: { type: 'totemPageOpened', totemId: totemId(town.totemId) },
    repeatable: null,
  })
})

const address = 'http://127.0.0.1:3000/api/callbacks'
const asked = { epoch: 1, phone: '338 555 0123', reason: 'Carta', window: null }
const post = (body: object, key: string = randomUUID(), headers: Record<string, string> = { cookie }) =>
  new Request(`${address}?totem=modena-1`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': key },
    body: JSON.stringify(body),
  })
const needs = { skills: [], language: null, mode: 'spoken' }
const ask = (body: object, key?: string) =>
  POST(post({ ...asked, service: 'urp', needs, ...body }, key), { params: Promise.resolve({}) })

it('takes a number where no call was admitted, once under one key', async () => {
  const key = randomUUID()
  const first = await ask({}, key)
  expect(first.status).toBe(201)
  const value = await first.json()
  const again = await ask({}, key)
  expect([again.status, await again.json()]).toEqual([201, value])
})

it('tells what is wrong with a number, and which number one may call oneself', async () => {
  const answer = await ask({ phone: '899 123456' })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ refusal: 'phone-invalid', phone: '059 20312' })
})

it.each([{ phone: 5 }, { window: { from: 'domani' } }, { reason: 'x'.repeat(5_000) }, { epoch: -1 }])(
  'answers 400 to %j',
  async (wrong) => {
    expect((await ask(wrong)).status).toBe(400)
  },
)

it('answers 401 to a browser that is no totem', async () => {
  const stranger = post({ ...asked, service: 'urp', needs }, randomUUID(), {})
  expect((await POST(stranger, { params: Promise.resolve({}) })).status).toBe(401)
})

it("refuses somebody else's call, and an address that is none", async () => {
  const params = (callId: string) => ({ params: Promise.resolve({ callId }) })
  const unknown = await callMeBack(post(asked), params(randomUUID()))
  expect([unknown.status, await unknown.json()]).toMatchObject([409, { refusal: 'call-unknown' }])
  expect((await callMeBack(post(asked), params('urp'))).status).toBe(400)
})

it('lists windows, of a service without hours none', async () => {
  const answer = await GET(
    new Request(`${address}/windows?totem=modena-1&service=urp`, { headers: { cookie } }),
    {
      params: Promise.resolve({}),
    },
  )
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ windows: [] })
})
