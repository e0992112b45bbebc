import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { callerOf } from './http-caller.ts'

const NO_CALL = randomUUID()
const NO_OFFER = `${NO_CALL}.1`

const TOTEM_COMMANDS = [
  '/api/totem/pages',
  '/api/totem/beat',
  '/api/calls',
  ...['join', 'joined', 'receives', 'channels', 'leave', 'farewell'].map(
    (verb) => `/api/calls/${NO_CALL}/${verb}`,
  ),
].map((path) => `${path}?totem=padova-149`)

const DESK_COMMANDS = [
  ...['sessions', 'beat', 'leave', 'devices', 'intent', 'back'].map((noun) => `/api/desk/${noun}`),
  ...['answer', 'decline', 'hang-up', 'join', 'joined', 'receives', 'channels'].map(
    (verb) => `/api/offers/${NO_OFFER}/${verb}`,
  ),
  `/api/wrap-ups/${NO_CALL}/save`,
  `/api/wrap-ups/${NO_CALL}/extend`,
]

const NOT_JSON = ['{', '[1', 'null', '"text"', '\u0000', '{"epoch":1}{']
const WRONG_SHAPES = [
  '[]',
  '{"epoch":"1"}',
  '{"epoch":-1}',
  '{"epoch":1.5}',
  '{"epoch":1e999}',
  '{"epoch":99999999999999999999}',
  '{"epoch":{"$gt":0}}',
  '{"__proto__":{"epoch":1}}',
]
const ALL_CHANNELS = { sound: true, picture: true, text: true }

test('what is not signed in gets 401 from every command', async ({ playwright, stack }) => {
  const nobody = await callerOf(playwright, stack)
  for (const path of [...TOTEM_COMMANDS, ...DESK_COMMANDS]) {
    await expectAnswer(await post(nobody, path, '{"epoch":1}'), [401], path)
  }
  for (const stream of ['/api/totem/stream?totem=padova-149&epoch=1', '/api/desk/stream?epoch=1']) {
    await expectAnswer(await nobody.get(stream), [401], stream)
  }
})

test('what belongs to another audience is refused', async ({ playwright, stack }) => {
  const totem = await callerOf(playwright, stack, { totem: 'padova-149' })
  const anna = await callerOf(playwright, stack, { email: 'anna@esempio.it' })
  const sofia = await callerOf(playwright, stack, { email: 'sofia@esempio.it' })
  for (const path of DESK_COMMANDS) {
    await expectAnswer(await post(totem, path, '{"epoch":1}'), [401, 403], `totem ${path}`)
    await expectAnswer(await post(sofia, path, '{"epoch":1}'), [403], `supervisor ${path}`)
  }
  for (const path of TOTEM_COMMANDS) {
    await expectAnswer(await post(anna, path, '{"epoch":1}'), [401, 403], `operator ${path}`)
    const other = path.replace('padova-149', 'villanova')
    await expectAnswer(await post(totem, other, '{"epoch":1}'), [401, 403], `another totem's ${other}`)
  }
})

test('malformed bodies get 400 or a plain refusal, oversized ones 413', async ({ playwright, stack }) => {
  const totem = await callerOf(playwright, stack, { totem: 'padova-149' })
  const anna = await callerOf(playwright, stack, { email: 'anna@esempio.it' })
  const commands = [
    ...TOTEM_COMMANDS.map((path) => ({ caller: totem, path })),
    ...DESK_COMMANDS.map((path) => ({ caller: anna, path })),
  ]
  for (const { caller, path } of commands) {
    for (const body of NOT_JSON) await expectAnswer(await post(caller, path, body), [400], `${path} ${body}`)
    // A new page has nothing to say yet: it may send nothing, and what it says of an epoch is not read.
    const mayIgnore = path.startsWith('/api/totem/pages')
    await expectAnswer(await post(caller, path, ''), mayIgnore ? [200, 201, 400] : [400], `${path}, no body`)
    for (const body of WRONG_SHAPES) {
      const allowed = mayIgnore ? [200, 201, 400] : [400]
      await expectAnswer(await post(caller, path, body), allowed, `${path} ${body}`)
    }
    const huge = JSON.stringify({ epoch: 1, note: 'x'.repeat(64 * 1024) })
    await expectAnswer(await post(caller, path, huge), [413], `${path}, 64 KB`)
  }
})

test('unknown and impossible ids are refused, not faults', async ({ playwright, stack }) => {
  const totem = await callerOf(playwright, stack, { totem: 'padova-149' })
  const anna = await callerOf(playwright, stack, { email: 'anna@esempio.it' })
  const totemEpoch = await epochFrom(totem, '/api/totem/pages?totem=padova-149', {})
  const deskEpoch = await epochFrom(anna, '/api/desk/sessions', { previousEpoch: null, takeOver: false })
  const impossible = [
    'x',
    '%00',
    '..%2f..%2fetc',
    '9'.repeat(400),
    "'; drop table calls; --",
    NO_CALL.toUpperCase(),
  ]
  const refused = [400, 404, 409]
  for (const id of [NO_CALL, ...impossible.map(encodeOnce)]) {
    for (const verb of ['join', 'joined', 'receives', 'channels', 'leave', 'farewell']) {
      const path = `/api/calls/${id}/${verb}?totem=padova-149`
      const body = JSON.stringify({ epoch: totemEpoch, channels: ALL_CHANNELS })
      await expectAnswer(await post(totem, path, body), refused, path)
    }
    for (const verb of ['answer', 'decline', 'hang-up', 'join', 'joined', 'receives', 'channels']) {
      const path = `/api/offers/${id}/${verb}`
      const body = JSON.stringify({ epoch: deskEpoch, channels: ALL_CHANNELS })
      await expectAnswer(await post(anna, path, body), refused, path)
    }
    const save = JSON.stringify({ epoch: deskEpoch, outcome: 'solved', category: null, note: '' })
    await expectAnswer(await post(anna, `/api/wrap-ups/${id}/save`, save), refused, `save ${id}`)
  }
  const unknownService = { epoch: totemEpoch, service: 'no-such-service', ...someNeeds() }
  await expectAnswer(
    await post(totem, '/api/calls?totem=padova-149', JSON.stringify(unknownService)),
    [409],
    'service',
  )
  const nobodyOnDuty = { epoch: totemEpoch, service: 'urp', ...someNeeds() }
  await expectAnswer(
    await post(totem, '/api/calls?totem=padova-149', JSON.stringify(nobodyOnDuty)),
    [409],
    'nobody',
  )
  const oldEpoch = { epoch: totemEpoch - 1, service: 'urp', ...someNeeds() }
  await expectAnswer(
    await post(totem, '/api/calls?totem=padova-149', JSON.stringify(oldEpoch)),
    [409],
    'old page',
  )
})

test('posts from another site are refused, and a command without its key is malformed', async ({
  playwright,
  stack,
}) => {
  const anna = await callerOf(playwright, stack, { email: 'anna@esempio.it' })
  const body = JSON.stringify({ previousEpoch: null, takeOver: false })
  for (const headers of [
    { origin: 'https://example.org' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    await expectAnswer(await post(anna, '/api/desk/sessions', body, headers), [403], JSON.stringify(headers))
  }
  const without = await anna.post('/api/desk/sessions', {
    data: body,
    headers: { 'content-type': 'application/json' },
  })
  await expectAnswer(without, [400], 'no idempotency key')
  const unsigned = await anna.post('/api/livekit/webhook', { data: '{"event":"room_finished"}' })
  await expectAnswer(unsigned, [401, 403], 'unsigned webhook')
})

test('signing in takes nothing but an e-mail and a password', async ({ playwright, stack }) => {
  const nobody = await callerOf(playwright, stack)
  for (const body of [...NOT_JSON, ...WRONG_SHAPES, '{"email":{"$ne":null},"password":{"$ne":null}}']) {
    await expectAnswer(await post(nobody, '/api/staff/sign-in', body), [400, 401], body)
  }
  const wrong = JSON.stringify({ email: 'bruno@esempio.it', password: 'wrong' })
  await expectAnswer(await post(nobody, '/api/staff/sign-in', wrong), [401], 'wrong password')
  const unknown = JSON.stringify({ email: 'nobody@esempio.it', password: 'wrong' })
  await expectAnswer(await post(nobody, '/api/staff/sign-in', unknown), [401], 'unknown account')
})

test('a command sent again with its key gets its first answer again', async ({
  playwright,
  stack,
  operator,
}) => {
  const desk = await operator('anna')
  const totem = await callerOf(playwright, stack, { totem: 'padova-149' })
  const epoch = await epochFrom(totem, '/api/totem/pages?totem=padova-149', {})
  const body = JSON.stringify({ epoch, service: 'urp', ...someNeeds() })
  const key = randomUUID()
  const place = (text: string) => post(totem, '/api/calls?totem=padova-149', text, { 'idempotency-key': key })
  const answers = await Promise.all([place(body), place(body), place(body)])
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).callId))
  expect(answers.map((answer) => answer.status())).toEqual([201, 201, 201])
  expect(new Set(ids).size).toBe(1)
  await expect(desk.ring).toBeVisible()
  // The same key cannot ask for something else, and another key finds the call already there.
  const other = body.replace('"urp"', '"carta-identita"')
  await expectAnswer(await place(other), [400, 409, 422], 'same key, other question')
  await expectAnswer(await post(totem, '/api/calls?totem=padova-149', body), [409], 'another key')
  // Also after the call is over the first answer stands.
  await expectAnswer(
    await post(totem, `/api/calls/${ids[0]}/leave?totem=padova-149`, JSON.stringify({ epoch })),
    [200],
    'leave',
  )
  const again = await place(body)
  expect([again.status(), (await again.json()).callId]).toEqual([201, ids[0]])
})

const someNeeds = () => ({ needs: { skills: [], language: null, mode: 'spoken' }, channels: ALL_CHANNELS })

const encodeOnce = (id: string): string =>
  id.startsWith('%') || id.includes('%2f') ? id : encodeURIComponent(id)

function post(caller: APIRequestContext, path: string, body: string, headers: Record<string, string> = {}) {
  return caller.post(path, {
    data: Buffer.from(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
  })
}

async function epochFrom(caller: APIRequestContext, path: string, body: object): Promise<number> {
  const answer = await post(caller, path, JSON.stringify(body))
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()).epoch
}

/** One of these codes, as JSON, and not a word about the inside. */
async function expectAnswer(answer: APIResponse, codes: readonly number[], what: string): Promise<void> {
  const text = await answer.text()
  expect.soft(codes, `${what}: ${answer.status()} ${text.slice(0, 200)}`).toContain(answer.status())
  expect.soft(text, what).not.toMatch(/node_modules|\bat \w+.*:\d+|Error:|select |postgres/i)
}
