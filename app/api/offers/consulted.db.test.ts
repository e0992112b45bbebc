import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as z from 'zod'
import type { Handler } from '@/lib/http/endpoint.ts'
import { enrolmentCodeHash } from '@/lib/identity/secrets.ts'
import { signIn } from '@/lib/identity/sign-in.ts'
import { createEnrolmentCode, redeemCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown, PASSWORD } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { bodyId } from '@/lib/switchboard/ids.ts'
import { startSwitchboard } from '@/lib/switchboard/shell/switchboard.ts'
import { ALL_CHANNELS, EMPTY_ROOMS } from '@/lib/switchboard/shell/trial.ts'
import { POST as totemReceives } from '../calls/[callId]/receives/route.ts'
import { POST as call } from '../calls/route.ts'
import { POST as devices } from '../desk/devices/route.ts'
import { POST as intent } from '../desk/intent/route.ts'
import { POST as open } from '../desk/sessions/route.ts'
import { POST as openTotem } from '../totem/pages/route.ts'
import { POST as answer } from './[offerId]/answer/route.ts'
import { POST as consult } from './[offerId]/consult/route.ts'
import { POST as invite } from './[offerId]/guests/route.ts'
import { POST as join } from './[offerId]/join/route.ts'
import { POST as joinConsult } from './[offerId]/join-consult/route.ts'
import { POST as merge } from './[offerId]/merge/route.ts'
import { POST as receives } from './[offerId]/receives/route.ts'
import { POST as giveUp } from './[offerId]/return/route.ts'
import { POST as show } from './[offerId]/stage/route.ts'

const switchboard = startSwitchboard({ pool: pool(), media: EMPTY_ROOMS })
vi.mock('@/lib/server.ts', () => ({
  switchboard: () => switchboard,
  server: () => ({
    switchboard,
    ticketFor: async (end: string, room: string, identity: string) => ({ end, room, identity }),
  }),
}))

const epoch = 1
const channels = ALL_CHANNELS
const cookies = { totem: '', anna: '', bruno: '' }
let town: string
let callId: string
/** Whose call it is, and the offer by which the other is asked. */
const offers = { anna: '', bruno: '' }

async function ask(as: keyof typeof cookies, handler: Handler, params: object = {}, body: object = {}) {
  const request = new Request('http://127.0.0.1:3000/api?totem=modena-1', {
    method: 'POST',
    headers: { cookie: cookies[as], 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  const answered = await handler(request, { params: Promise.resolve(params) })
  return { status: answered.status, value: Value.parse(await answered.json()) }
}
const Value = z.record(z.string(), z.unknown())
const board = async () => (await switchboard.readBoard(bodyId(town))).board

beforeAll(async () => {
  const { bodyId: id, payload, totemId, emailOf } = await makeTown('modena')
  town = id
  const second = await payload.create({
    collection: 'operators',
    data: {
      body: id,
      email: 'bruno@modena.example',
      password: PASSWORD,
      displayName: 'Bruno',
      role: 'operator',
      isActive: true,
      languages: ['it'],
    },
  })
  const slow = { ringMs: LONG_MS, deskLeaseMs: LONG_MS, totemLeaseMs: LONG_MS, closedStreamLeaseMs: LONG_MS }
  await pool().query(
    `update switchboard.settings set document = jsonb_set(document, '{rules}', document -> 'rules' || $1)`,
    [{ ...slow, callBeatMs: LONG_MS, readyGuardMs: 0 }],
  )
  const code = await createEnrolmentCode(pool(), totemId, { validMinutes: 5, key: 'key' })
  const credential = (await redeemCode(pool(), enrolmentCodeHash(code, 'key')))?.credential
  cookies.totem = `pronto-totem-modena-1=${credential}`
  for (const [name, email] of [
    ['anna', emailOf('operator')],
    ['bruno', second.email],
  ] as const) {
    cookies[name] = (await signIn({ email, password: PASSWORD }, email))?.cookie.split(';')[0] ?? ''
  }

  // Anna talks to a visitor; Bruno comes on duty and is asked.
  await ask('anna', open, {}, { previousEpoch: null, takeOver: false })
  await ask('anna', devices, {}, { epoch, channels })
  await ask('anna', intent, {}, { epoch, intent: 'available' })
  await ask('totem', openTotem)
  const needs = { skills: [], language: null, mode: 'spoken' }
  callId = String((await ask('totem', call, {}, { epoch, service: 'urp', needs, channels })).value.callId)
  offers.anna = `${callId}.1`
  offers.bruno = `${callId}.2`
  await ask('anna', answer, { offerId: offers.anna }, { epoch })
  await ask('totem', totemReceives, { callId }, { epoch, channels })
  await ask('anna', receives, { offerId: offers.anna }, { epoch, channels })
  await ask('bruno', open, {}, { previousEpoch: null, takeOver: false })
  await ask('bruno', devices, {}, { epoch, channels })
  await ask('bruno', intent, {}, { epoch, intent: 'available' })
  const asked = await ask(
    'anna',
    consult,
    { offerId: offers.anna },
    { epoch, to: second.id, note: 'Un parere' },
  )
  expect(asked).toMatchObject({ status: 200 })
  await vi.waitFor(
    async () => {
      const live = [...(await board()).calls.values()][0]
      expect(live).toMatchObject({ media: { kind: 'open' }, second: { room: { kind: 'open' } } })
    },
    { timeout: 10_000 },
  )
}, 60_000)

afterAll(async () => {
  switchboard.stop()
  await pool().end()
})

const LONG_MS = 3_600_000

/** Every way into the visitor's room that Bruno's page knows the words for. */
async function isKeptOut() {
  for (const offerId of Object.values(offers)) {
    expect(await ask('bruno', join, { offerId }, { epoch })).toEqual({
      status: 409,
      value: { refusal: 'offer-over' },
    })
  }
  expect(await ask('bruno', joinConsult, { offerId: offers.anna }, { epoch })).toMatchObject({ status: 409 })
  const commands = [
    [show, { epoch, showing: null }],
    [invite, { epoch, as: 'colleague', name: 'Dario' }],
  ] as const
  for (const [handler, body] of commands) {
    expect(await ask('bruno', handler, { offerId: offers.bruno }, body)).toMatchObject({ status: 409 })
  }
}

it('[SW-395] whoever is only asked gets no ticket to the visitor’s room until they are brought in', async () => {
  const consultTicket = { end: 'desk', room: `consult-${offers.bruno}`, identity: `o-${offers.bruno}` }
  await isKeptOut()
  expect(await ask('bruno', joinConsult, { offerId: offers.bruno }, { epoch })).toMatchObject({
    value: consultTicket,
  })

  await ask('bruno', answer, { offerId: offers.bruno }, { epoch })
  await isKeptOut()

  expect(await ask('anna', merge, { offerId: offers.anna }, { epoch })).toMatchObject({ status: 200 })
  expect(await ask('bruno', join, { offerId: offers.bruno }, { epoch })).toEqual({
    status: 200,
    value: { end: 'desk', room: `call-${callId}`, identity: `o-${offers.bruno}` },
  })
  expect(await ask('anna', giveUp, { offerId: offers.anna }, { epoch })).toMatchObject({ status: 200 })
  await isKeptOut()
  expect(await ask('bruno', joinConsult, { offerId: offers.bruno }, { epoch })).toMatchObject({ status: 409 })
})
