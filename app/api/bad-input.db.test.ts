import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { createOpenStreams } from '@/lib/events/event-stream.ts'
import type { Handler } from '@/lib/http/endpoint.ts'
import { MAX_BODY_BYTES } from '@/lib/http/parse-input.ts'
import { enrolmentCodeHash } from '@/lib/identity/secrets.ts'
import { signIn } from '@/lib/identity/sign-in.ts'
import { createEnrolmentCode, redeemCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { bodyId } from '@/lib/switchboard/ids.ts'
import { startSwitchboard } from '@/lib/switchboard/shell/switchboard.ts'
import { ALL_CHANNELS, EMPTY_ROOMS } from '@/lib/switchboard/shell/trial.ts'

/*
 * Every command of every page, sent by the wrong people, malformed, too large, about what is not there, at the
 * wrong moment and twice. A route that is not listed here, or below with the test that it has, fails the first test.
 */

const switchboard = startSwitchboard({ pool: pool(), media: EMPTY_ROOMS })
const streams = createOpenStreams()
vi.mock('@/lib/server.ts', () => ({
  switchboard: () => switchboard,
  server: () => ({
    switchboard,
    streams,
    ticketFor: async () => ({ token: 'for-the-test' }),
    trialTicket: async () => ({ token: 'for-the-test' }),
  }),
}))

interface Route {
  /** Below `app/api`. */
  route: string
  of: 'totem' | 'operator' | 'supervisor'
  body?: Readonly<Record<string, unknown>>
  /** How it is refused while a call rings at the operator; null: it is no harm then. */
  whileRinging: string | null
  /** The same about a call or an offer that nobody has ever heard of. */
  unknown?: string | null
  /** False: renewed, asked or opened rather than commanded, so that it has no key. */
  isKeyed?: false
}

const epoch = 1
const channels = ALL_CHANNELS
const needs = { skills: [], language: null, mode: 'spoken' }
const number = { epoch, phone: '338 555 0123', reason: 'Carta', window: null }
const written = { outcome: 'solved', category: null, note: '' }
const to = randomUUID()

const ROUTES: readonly Route[] = [
  {
    route: 'calls',
    of: 'totem',
    body: { epoch, service: 'urp', needs, channels },
    whileRinging: 'call-exists',
  },
  {
    route: 'calls/[callId]/channels',
    of: 'totem',
    body: { epoch, channels },
    whileRinging: null,
    unknown: 'call-unknown',
  },
  {
    route: 'calls/[callId]/receives',
    of: 'totem',
    body: { epoch, channels },
    whileRinging: null,
    unknown: 'call-unknown',
  },
  {
    route: 'calls/[callId]/receives/[offerId]',
    of: 'totem',
    body: { epoch, channels },
    whileRinging: null,
    unknown: 'call-unknown',
  },
  {
    route: 'calls/[callId]/still-here',
    of: 'totem',
    body: { epoch },
    whileRinging: null,
    unknown: 'call-unknown',
  },
  {
    route: 'calls/[callId]/joined',
    of: 'totem',
    body: { epoch },
    whileRinging: null,
    unknown: 'call-unknown',
  },
  {
    route: 'calls/[callId]/join',
    of: 'totem',
    body: { epoch },
    whileRinging: null,
    unknown: 'call-unknown',
    isKeyed: false,
  },
  {
    route: 'calls/[callId]/farewell',
    of: 'totem',
    body: { epoch },
    whileRinging: null,
    unknown: 'call-unknown',
  },
  {
    route: 'callbacks',
    of: 'totem',
    body: { ...number, service: 'urp', needs },
    whileRinging: 'call-exists',
  },
  { route: 'totem/beat', of: 'totem', body: { epoch }, whileRinging: null, isKeyed: false },
  {
    route: 'offers/[offerId]/channels',
    of: 'operator',
    body: { epoch, channels },
    whileRinging: null,
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/receives',
    of: 'operator',
    body: { epoch, channels },
    whileRinging: null,
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/joined',
    of: 'operator',
    body: { epoch },
    whileRinging: null,
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/join',
    of: 'operator',
    body: { epoch },
    whileRinging: null,
    unknown: 'offer-over',
    isKeyed: false,
  },
  {
    route: 'offers/[offerId]/join-consult',
    of: 'operator',
    body: { epoch },
    whileRinging: 'no-consult',
    unknown: 'no-consult',
    isKeyed: false,
  },
  {
    route: 'offers/[offerId]/dialled',
    of: 'operator',
    body: { epoch, outcome: 'reached' },
    whileRinging: 'not-a-callback',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/hang-up',
    of: 'operator',
    body: { epoch },
    whileRinging: 'offer-over',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/hold',
    of: 'operator',
    body: { epoch },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/resume',
    of: 'operator',
    body: { epoch },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/transfer',
    of: 'operator',
    body: { epoch, to: { kind: 'operator', operatorId: to }, note: '' },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/consult',
    of: 'operator',
    body: { epoch, to, note: '' },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/complete',
    of: 'operator',
    body: { epoch },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/merge',
    of: 'operator',
    body: { epoch },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/return',
    of: 'operator',
    body: { epoch },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/stage',
    of: 'operator',
    body: { epoch, showing: { kind: 'office', slug: 'urp' } },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/guests',
    of: 'operator',
    body: { epoch, as: 'signer', name: 'Maria' },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/guests/[guestId]/admit',
    of: 'operator',
    body: { epoch },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/guests/[guestId]/dismiss',
    of: 'operator',
    body: { epoch },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/ticks',
    of: 'operator',
    body: { epoch, slug: 'urp', item: 0, isTicked: true },
    whileRinging: 'not-in-call',
    unknown: 'offer-over',
  },
  {
    route: 'calls/[callId]/ticks',
    of: 'totem',
    body: { epoch, slug: 'urp', item: 0, isTicked: true },
    whileRinging: 'not-on-stage',
    unknown: 'call-unknown',
  },
  {
    route: 'calls/[callId]/handouts',
    of: 'totem',
    body: { epoch, page: { kind: 'office', slug: 'urp' }, locale: 'it' },
    whileRinging: 'not-in-call',
    unknown: 'call-unknown',
    isKeyed: false,
  },
  {
    route: 'wrap-ups/[callId]/extend',
    of: 'operator',
    body: { epoch },
    whileRinging: 'wrap-up-over',
    unknown: 'wrap-up-over',
  },
  {
    route: 'wrap-ups/[callId]/save',
    of: 'operator',
    body: { epoch, ...written },
    whileRinging: 'wrap-up-over',
    unknown: 'wrap-up-over',
  },
  { route: 'desk/back', of: 'operator', body: { epoch }, whileRinging: null },
  { route: 'desk/beat', of: 'operator', body: { epoch }, whileRinging: null, isKeyed: false },
  { route: 'desk/devices', of: 'operator', body: { epoch, channels }, whileRinging: null },
  { route: 'desk/network', of: 'operator', whileRinging: null, isKeyed: false },
  { route: 'desk/intent', of: 'operator', body: { epoch, intent: 'available' }, whileRinging: null },
  {
    route: 'supervisor/calls/[callId]/listen',
    of: 'supervisor',
    whileRinging: 'not-in-call',
    unknown: 'call-unknown',
  },
  {
    route: 'supervisor/calls/[callId]/enter',
    of: 'supervisor',
    whileRinging: 'not-in-call',
    unknown: 'call-unknown',
  },
  {
    route: 'supervisor/calls/[callId]/stay',
    of: 'supervisor',
    whileRinging: 'not-in-call',
    unknown: 'call-unknown',
  },
  { route: 'supervisor/calls/[callId]/leave', of: 'supervisor', whileRinging: null, unknown: 'call-unknown' },
  {
    route: 'supervisor/calls/[callId]/join',
    of: 'supervisor',
    whileRinging: 'not-supervising',
    unknown: 'not-supervising',
    isKeyed: false,
  },
  // These change what rings, and so come last.
  {
    route: 'calls/[callId]/callback',
    of: 'totem',
    body: { ...number, phone: '113' },
    whileRinging: 'phone-invalid',
    unknown: 'call-unknown',
  },
  { route: 'desk/leave', of: 'operator', body: { epoch }, whileRinging: null, isKeyed: false },
  {
    route: 'offers/[offerId]/decline',
    of: 'operator',
    body: { epoch },
    whileRinging: null,
    unknown: 'offer-over',
  },
  {
    route: 'offers/[offerId]/answer',
    of: 'operator',
    body: { epoch },
    whileRinging: 'offer-over',
    unknown: 'offer-over',
  },
  {
    route: 'calls/[callId]/leave',
    of: 'totem',
    body: { epoch },
    whileRinging: null,
    unknown: 'call-unknown',
  },
]

/** What is no command of a page that is already open, and the test that it has instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'desk/sessions': 'below',
  'totem/pages': 'below',
  'callbacks/windows': 'callbacks/route.db.test.ts',
  'desk/stage': 'totem/stage/route.db.test.ts',
  'desk/stream': 'desk/stream/route.db.test.ts',
  'guests/arrivals': 'guests/guests.db.test.ts',
  'guests/join': 'guests/guests.db.test.ts',
  'guests/leave': 'guests/guests.db.test.ts',
  'guests/stay': 'guests/guests.db.test.ts',
  'guests/stream': 'guests/guests.db.test.ts',
  'health/live': 'scripts/start.launcher.test.ts',
  'health/ready': 'scripts/start.launcher.test.ts',
  'livekit/webhook': 'lib/livekit/webhook.test.ts',
  metrics: 'metrics/route.db.test.ts',
  'staff/skill-gaps': 'staff/skill-gaps/route.db.test.ts',
  'staff/sign-in': 'lib/identity/sign-in.db.test.ts',
  'staff/sign-out': 'lib/identity/sign-in.db.test.ts',
  'supervisor/calls/[callId]/stream': 'below',
  'supervisor/stream': 'below',
  'supervisor/measures': 'supervisor/measures/route.db.test.ts',
  'supervisor/operators/[operatorId]/intent': 'supervisor/operators/[operatorId]/intent/route.db.test.ts',
  'calls/[callId]/rating': 'totem/reading.db.test.ts',
  'totem/attendance': 'totem/attendance/attendance.db.test.ts',
  'totem/attendance/leave': 'totem/attendance/attendance.db.test.ts',
  'totem/attendance/network': 'totem/attendance/attendance.db.test.ts',
  'totem/attendance/stay': 'totem/attendance/attendance.db.test.ts',
  'totem/content': 'totem/reading.db.test.ts',
  'totem/page-ratings': 'totem/reading.db.test.ts',
  'totem/search-index': 'totem/reading.db.test.ts',
  'totem/enrolments': 'totem/enrolments/route.db.test.ts',
  'totem/speech/[part]': 'totem/speech/speech.test.ts',
  'totem/stage': 'totem/stage/route.db.test.ts',
  'totem/stream': 'totem/stream/route.db.test.ts',
}

type Sender = Route['of'] | 'nobody' | 'editor' | 'colleague'

let town: Town
const cookies = new Map<Sender, string>()
/** Of nobody who was ever invited. */
const guestId = 'x'.repeat(22)
const known = { callId: '', offerId: '', guestId }
const nowhere = { callId: randomUUID(), offerId: `${randomUUID()}.1`, guestId }

interface Sent {
  as: Sender
  body?: string
  params?: object
  key?: string | null
  headers?: Record<string, string>
}

async function send(route: string, { as, body, params = known, key = randomUUID(), headers = {} }: Sent) {
  const { POST } = Handlers.parse(await import(path.join(import.meta.dirname, route, 'route.ts')))
  const request = new Request(`http://127.0.0.1:3000/api/${route}?totem=modena-1`, {
    method: 'POST',
    headers: {
      cookie: cookies.get(as) ?? '',
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const answer = await POST(request, { params: Promise.resolve(params) })
  const text = await answer.text()
  return { status: answer.status, value: text === '' ? null : Value.parse(JSON.parse(text)) }
}

const Handlers = z.object({ POST: z.custom<Handler>((value) => typeof value === 'function') })
const Value = z.record(z.string(), z.unknown())

/** What the route is sent when all is well. */
const good = ({ of, body }: Route): Sent => ({ as: of, ...(body && { body: JSON.stringify(body) }) })

const ok = (status: number) => status >= 200 && status < 300

async function accepted(route: string, as: Sender, body: object): Promise<Record<string, unknown>> {
  const { status, value } = await send(route, { as, body: JSON.stringify(body) })
  expect([route, ok(status), value]).toEqual([route, true, value])
  return value ?? {}
}

async function cookieOf(email: string): Promise<string> {
  return (await signIn({ email, password: PASSWORD }, email))?.cookie.split(';')[0] ?? ''
}

beforeAll(async () => {
  town = await makeTown('modena')
  const colleague = 'carla@modena.example'
  await town.payload.create({
    collection: 'operators',
    data: {
      body: town.bodyId,
      email: colleague,
      password: PASSWORD,
      displayName: 'Carla',
      role: 'operator',
      isActive: true,
      languages: ['it'],
    },
  })
  // Nothing ends by itself meanwhile.
  const slow = { ringMs: LONG_MS, deskLeaseMs: LONG_MS, totemLeaseMs: LONG_MS, closedStreamLeaseMs: LONG_MS }
  await pool().query(
    `update switchboard.settings set document = jsonb_set(document, '{rules}', document -> 'rules' || $1)`,
    [{ ...slow, readyGuardMs: 0 }],
  )
  const code = await createEnrolmentCode(pool(), town.totemId, { validMinutes: 5, key: 'key' })
  const credential = (await redeemCode(pool(), enrolmentCodeHash(code, 'key')))?.credential
  cookies.set('totem', `pronto-totem-modena-1=${credential}`)
  for (const role of ['operator', 'supervisor', 'editor'] as const) {
    cookies.set(role, await cookieOf(town.emailOf(role)))
  }
  cookies.set('colleague', await cookieOf(colleague))

  // The walk of a call up to its ring, by the very routes.
  await accepted('desk/sessions', 'operator', { previousEpoch: null, takeOver: false })
  await accepted('desk/sessions', 'colleague', { previousEpoch: null, takeOver: false })
  await accepted('desk/devices', 'operator', { epoch, channels })
  await accepted('desk/intent', 'operator', { epoch, intent: 'available' })
  await accepted('totem/pages', 'totem', {})
  known.callId = String((await accepted('calls', 'totem', { epoch, service: 'urp', needs, channels })).callId)
  await vi.waitFor(
    async () => {
      const { board } = await switchboard.readBoard(bodyId(town.bodyId))
      const [offer] = board.offers.values()
      known.offerId = offer?.id ?? ''
      expect([offer?.state, [...board.calls.values()][0]?.media.kind]).toEqual(['ringing', 'open'])
    },
    { timeout: 10_000 },
  )
}, 60_000)

afterAll(async () => {
  switchboard.stop()
  streams.closeAll()
  await pool().end()
})

const LONG_MS = 3_600_000

it('every route is listed, here or with its own test', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  const routes = files
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => path.dirname(file).replaceAll(path.sep, '/'))
  const listed = [...ROUTES.map(({ route }) => route), ...Object.keys(ELSEWHERE)]
  expect(listed.toSorted()).toEqual(routes.toSorted())
})

describe.each(ROUTES)('$route', (one) => {
  const { route, of, body, whileRinging, unknown, isKeyed = true } = one

  it('is for one audience only', async () => {
    const strangers: Sender[] = ['nobody', 'editor', ...(['totem', 'operator', 'supervisor'] as const)]
    for (const stranger of strangers.filter((other) => other !== of)) {
      const isSignedIn = of !== 'totem' && stranger !== 'nobody' && stranger !== 'totem'
      const { status } = await send(route, { ...good(one), as: stranger })
      expect([stranger, status]).toEqual([stranger, isSignedIn ? 403 : 401])
    }
  })

  it('refuses a post from elsewhere and one that is too large', async () => {
    const elsewhere = await send(route, { ...good(one), headers: { origin: 'https://example.org' } })
    expect(elsewhere.status).toBe(403)
    const declared = await send(route, {
      ...good(one),
      headers: { 'content-length': String(MAX_BODY_BYTES + 1) },
    })
    expect(declared.status).toBe(413)
    if (!body) return
    const padded = JSON.stringify({ ...body, padding: 'x'.repeat(MAX_BODY_BYTES) })
    expect((await send(route, { ...good(one), body: padded })).status).toBe(413)
  })

  it('answers 400 to what is malformed', async () => {
    const bodies = !body
      ? []
      : [
          '{',
          '[]',
          'null',
          ...Object.keys(body).flatMap((name) => [
            JSON.stringify({ ...body, [name]: undefined }),
            JSON.stringify({ ...body, [name]: {} }),
          ]),
          ...[-1, 1.5, '1', null].map((wrong) => JSON.stringify({ ...body, epoch: wrong })),
        ]
    for (const wrong of bodies) {
      expect([wrong, (await send(route, { ...good(one), body: wrong })).status]).toEqual([wrong, 400])
    }
    for (const key of isKeyed ? [null, '', 'none'] : []) {
      expect([key, (await send(route, { ...good(one), key })).status]).toEqual([key, 400])
    }
    for (const params of route.includes('[') ? [{}, { callId: 'none', offerId: 'none' }] : []) {
      expect([params, (await send(route, { ...good(one), params })).status]).toEqual([params, 400])
    }
  })

  it('refuses a page that was replaced', async () => {
    if (!body) return
    const stale = await send(route, { ...good(one), body: JSON.stringify({ ...body, epoch: 7 }) })
    expect(stale).toMatchObject({
      status: 409,
      value: { refusal: of === 'totem' ? 'page-replaced' : 'desk-replaced' },
    })
  })

  it('refuses what is not there, and what is somebody else’s', async () => {
    for (const params of unknown === undefined ? [] : [nowhere]) {
      const answer = await send(route, { ...good(one), params })
      expect(answer).toMatchObject({ status: 409, value: { refusal: unknown } })
    }
    if (!route.startsWith('offers/')) return
    const answer = await send(route, { ...good(one), as: 'colleague' })
    const isSeat = route.endsWith('/join') || route.endsWith('/join-consult')
    expect(answer).toMatchObject({
      status: 409,
      value: { refusal: isSeat ? unknown : 'offer-not-yours' },
    })
  })

  it('answers what may be done while it rings, once under one key', async () => {
    const key = randomUUID()
    const first = await send(route, { ...good(one), key })
    expect([ok(first.status), first.value?.refusal ?? null]).toEqual([whileRinging === null, whileRinging])
    if (!isKeyed) return
    expect(await send(route, { ...good(one), key })).toEqual(first)
    const other = body
      ? { ...good(one), key, body: JSON.stringify({ ...body, epoch: 2 }) }
      : { ...good(one), key, params: nowhere }
    expect((await send(route, other)).status).toBe(400)
  })
})

it.each([
  ['desk/sessions', 'operator', { previousEpoch: null, takeOver: false }],
  ['totem/pages', 'totem', {}],
] as const)('%s opens a page for its own audience only, with a key', async (route, as, body) => {
  for (const stranger of ['nobody', 'editor', 'supervisor'] as const) {
    const { status } = await send(route, { as: stranger, body: JSON.stringify(body) })
    expect(status).toBe(as === 'totem' || stranger === 'nobody' ? 401 : 403)
  }
  for (const wrong of ['{', '[]', 'null', ...(as === 'operator' ? ['{}', '{"previousEpoch":-1}'] : [])]) {
    expect([wrong, (await send(route, { as, body: wrong })).status]).toEqual([wrong, 400])
  }
  expect((await send(route, { as, body: JSON.stringify(body), key: null })).status).toBe(400)
  const key = randomUUID()
  const first = await send(route, { as, body: JSON.stringify(body), key })
  expect(first.value).toMatchObject({ epoch: 2 })
  expect(await send(route, { as, body: JSON.stringify(body), key })).toEqual(first)
})

it('a supervisor’s stream of a call is for supervisors only, and about a call', async () => {
  const address = './supervisor/calls/[callId]/stream/route.ts'
  const { GET } = Readers.parse(await import(path.join(import.meta.dirname, address)))
  const status = async (as: Sender, callId: string) => {
    const request = new Request('http://127.0.0.1:3000/api', { headers: { cookie: cookies.get(as) ?? '' } })
    return (await GET(request, { params: Promise.resolve({ callId }) })).status
  }
  expect(await status('nobody', known.callId)).toBe(401)
  expect(await status('totem', known.callId)).toBe(401)
  expect(await status('operator', known.callId)).toBe(403)
  expect(await status('supervisor', 'none')).toBe(400)
})

it('the wallboard’s stream is for supervisors only', async () => {
  const { GET } = Readers.parse(await import(path.join(import.meta.dirname, './supervisor/stream/route.ts')))
  for (const [as, status] of [
    ['nobody', 401],
    ['totem', 401],
    ['operator', 403],
    ['editor', 403],
  ] as const) {
    const request = new Request('http://127.0.0.1:3000/api', { headers: { cookie: cookies.get(as) ?? '' } })
    expect([as, (await GET(request, { params: Promise.resolve({}) })).status]).toEqual([as, status])
  }
})

const Readers = z.object({ GET: z.custom<Handler>((value) => typeof value === 'function') })
