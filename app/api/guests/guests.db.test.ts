import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { createOpenStreams } from '@/lib/events/event-stream.ts'
import type { Handler } from '@/lib/http/endpoint.ts'
import { guestHash, guestIdOf } from '@/lib/identity/guest-secrets.ts'
import { pool } from '@/lib/storage/pool.ts'
import { startSwitchboard } from '@/lib/switchboard/shell/switchboard.ts'
import { createTrial, EMPTY_ROOMS } from '@/lib/switchboard/shell/trial.ts'
import { POST as arrive } from './arrivals/route.ts'
import { POST as join } from './join/route.ts'
import { POST as leave } from './leave/route.ts'
import { POST as stay } from './stay/route.ts'
import { GET as stream } from './stream/route.ts'

const switchboard = startSwitchboard({ pool: pool(), media: EMPTY_ROOMS })
vi.mock('@/lib/server.ts', () => ({
  switchboard: () => switchboard,
  server: () => ({
    switchboard,
    streams: createOpenStreams(),
    ticketFor: async (end: string, room: string, identity: string) => ({ end, room, identity }),
  }),
}))
/** What a browser would have been given. */
let given = ''
vi.mock('next/headers', () => ({
  cookies: async () => ({
    set: ({ name, value, httpOnly }: { name: string; value: string; httpOnly: boolean }) => {
      expect(httpOnly).toBe(true)
      given = `${name}=${value}`
    },
  }),
}))

interface Sent {
  body?: object
  cookie?: string
  key?: string | null
  origin?: string
  /** Whom the address names. */
  guest?: string
}

async function ask(
  handler: Handler,
  { body = {}, cookie = '', key = randomUUID(), origin, guest }: Sent = {},
) {
  const answer = await handler(
    new Request(`http://127.0.0.1:3000/api/guests${guest === undefined ? '' : `?guest=${guest}`}`, {
      method: 'POST',
      headers: {
        cookie,
        ...(key === null ? {} : { 'idempotency-key': key }),
        ...(origin === undefined ? {} : { origin }),
      },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  )
  const { status } = answer
  const value: unknown = await answer.json()
  return { status, value }
}

const guestOf = (secret: string) => guestIdOf(guestHash(secret))

let invite: string
let inviteAnother: () => Promise<string>
let decide: (type: 'guestAdmitted' | 'guestDismissed') => Promise<unknown>

/** A call in hand whose operator has invited somebody. */
beforeEach(async () => {
  given = ''
  const t = await createTrial({ pool: pool(), operators: 1 })
  const [anna, totem] = [t.operators[0], t.totems[0]]
  if (!anna || !totem) throw new Error('empty trial')
  await t.onDuty(anna)
  const callId = await t.call(totem)
  const work = (await t.board()).operators.get(anna)?.work
  if (work?.kind !== 'engaged') throw new Error('nobody rings')
  const { offerId } = work
  await t.answer(anna, offerId)
  await t.connect(totem, anna, callId, offerId)
  await t.run({ bodyId: t.bodyId, event: { type: 'roomOpened', callId }, repeatable: null })
  const desk = { offerId, operatorId: anna, epoch: t.epochOfDesk(anna) }
  inviteAnother = async () => {
    const secret = randomBytes(32).toString('base64url')
    const whom = { ...desk, inviteHash: guestHash(secret), guestId: guestOf(secret) }
    const event = { type: 'guestInvited' as const, ...whom, as: 'signer' as const, name: 'Maria' }
    await t.run({ bodyId: t.bodyId, event, repeatable: null })
    return secret
  }
  invite = await inviteAnother()
  const page = { ...desk, guestId: guestOf(invite) }
  decide = (type) => t.run({ bodyId: t.bodyId, event: { type, ...page }, repeatable: null })
})

it('[SW-252] signs a token for nobody before the operator has let them in', async () => {
  expect(await ask(join)).toMatchObject({ status: 401 })
  expect(await ask(arrive, { body: { invite } })).toMatchObject({ status: 201 })
  expect(await ask(join, { cookie: given })).toEqual({
    status: 409,
    value: { refusal: 'guest-not-admitted' },
  })
  await decide('guestAdmitted')
  expect(await ask(join, { cookie: given })).toMatchObject({
    status: 200,
    value: { end: 'guest', identity: expect.stringMatching(/^g-/) },
  })
  await decide('guestDismissed')
  expect(await ask(join, { cookie: given })).toEqual({ status: 409, value: { refusal: 'guest-removed' } })
})

it('[SW-251] gives an invite to one browser, and the same to a request that is repeated', async () => {
  const key = randomUUID()
  const answers = await Promise.all([
    ask(arrive, { body: { invite }, key }),
    ask(arrive, { body: { invite }, key }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  const first = given
  expect(await ask(arrive, { body: { invite } })).toEqual({ status: 409, value: { refusal: 'invite-used' } })
  expect(given).toBe(first)
  expect(await ask(stay, { cookie: first })).toMatchObject({ status: 200 })
})

it('[SW-251] of two browsers at the same moment exactly one is let to the door', async () => {
  const answers = await Promise.all([ask(arrive, { body: { invite } }), ask(arrive, { body: { invite } })])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
})

it('[SW-251] two invites used in one browser are two guests, each of which its own page speaks for', async () => {
  const other = await inviteAnother()
  const jar = new Map<string, string>()
  for (const used of [invite, other]) {
    expect(await ask(arrive, { body: { invite: used } })).toMatchObject({ status: 201 })
    const [name = '', value = ''] = given.split('=')
    jar.set(name, value)
  }
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const as = (secret: string) => ({ cookie, guest: guestOf(secret) })
  expect(await ask(leave, as(other))).toMatchObject({ status: 200 })
  expect(await ask(stay, as(invite))).toMatchObject({ status: 200 })
  expect(await ask(stay, as(other))).toEqual({ status: 409, value: { refusal: 'guest-left' } })
  // Which of them, nobody can tell.
  expect(await ask(stay, { cookie })).toMatchObject({ status: 401 })
  expect(await ask(stay, { cookie, guest: 'nobody' })).toMatchObject({ status: 401 })
  // What one was given proves nothing of the other.
  const renamed = `pronto-guest-${guestOf(other)}=${jar.get(`pronto-guest-${guestOf(invite)}`)}`
  expect(await ask(stay, { cookie: renamed, guest: guestOf(other) })).toMatchObject({ status: 401 })
})

it('a guest who asks without end is told so, and nobody else pays for it', async () => {
  const other = await inviteAnother()
  await ask(arrive, { body: { invite } })
  const flooding = given
  await ask(arrive, { body: { invite: other } })
  for (let at = 0; at < 700; at += 50) {
    await Promise.all(Array.from({ length: 50 }, () => ask(join, { cookie: flooding })))
  }
  for (const handler of [join, stay, leave]) {
    expect(await ask(handler, { cookie: flooding })).toMatchObject({ status: 429 })
  }
  expect(await ask(stay, { cookie: given })).toMatchObject({ status: 200 })
})

it('a link that is used again and again keeps the body busy no longer than a person would', async () => {
  const statuses = []
  for (let at = 0; at < 40; at++) statuses.push((await ask(arrive, { body: { invite } })).status)
  expect(statuses[0]).toBe(201)
  expect(statuses.at(-1)).toBe(429)
  // Whoever is inside already is not disturbed.
  const other = await inviteAnother()
  expect(await ask(arrive, { body: { invite: other } })).toMatchObject({ status: 201 })
})

it('a link that is used without end shuts its network out of no other', async () => {
  const other = await inviteAnother()
  for (let at = 0; at < 120; at++) await ask(arrive, { body: { invite } })
  expect(await ask(arrive, { body: { invite } })).toMatchObject({ status: 429 })
  expect(await ask(arrive, { body: { invite: other } })).toMatchObject({ status: 201 })
})

it('[SW-255] whoever has left is out, and says so to nobody else’s cost', async () => {
  await ask(arrive, { body: { invite } })
  expect(await ask(leave, { cookie: given })).toMatchObject({ status: 200 })
  expect(await ask(stay, { cookie: given })).toEqual({ status: 409, value: { refusal: 'guest-left' } })
  expect(await ask(arrive, { body: { invite } })).toEqual({ status: 409, value: { refusal: 'guest-left' } })
})

it('refuses what is malformed, keyless, foreign or of nobody', async () => {
  for (const wrong of [{}, { invite: 'short' }, { invite: `${invite}x` }, { invite: 7 }]) {
    expect(await ask(arrive, { body: wrong })).toMatchObject({ status: 400 })
  }
  expect(await ask(arrive, { body: { invite }, key: null })).toMatchObject({ status: 400 })
  expect(await ask(arrive, { body: { invite }, origin: 'https://elsewhere.example' })).toMatchObject({
    status: 403,
  })
  const unknown = randomBytes(32).toString('base64url')
  expect(await ask(arrive, { body: { invite: unknown } })).toEqual({
    status: 409,
    value: { refusal: 'invite-unknown' },
  })
  for (const handler of [join, stay, leave]) {
    expect(await ask(handler, { cookie: `pronto-guest-${guestOf(invite)}=${unknown}` })).toMatchObject({
      status: 401,
    })
  }
  const request = new Request('http://127.0.0.1:3000/api/guests/stream')
  expect((await stream(request, { params: Promise.resolve({}) })).status).toBe(401)
})
