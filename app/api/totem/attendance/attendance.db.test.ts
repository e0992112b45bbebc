import { beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/lib/config/env.ts'
import type { Handler } from '@/lib/http/endpoint.ts'
import { attendantFacts } from '@/lib/identity/attendant-facts.ts'
import { removeAttendantPin, setAttendantPin } from '@/lib/identity/attendant-pins.ts'
import { credentialHash, enrolmentCodeHash, newCredential } from '@/lib/identity/secrets.ts'
import { createEnrolmentCode, redeemCode } from '@/lib/identity/totem-credentials.ts'
import { makeTown } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { POST as leave } from './leave/route.ts'
import { POST as network } from './network/route.ts'
import { POST as enter } from './route.ts'
import { POST as stay } from './stay/route.ts'

const PIN = '240617'

/** A totem with a PIN, and the browser that speaks for it. */
async function makeTotem(name: string) {
  const { totemId, bodyId } = await makeTown(name)
  const code = await createEnrolmentCode(pool(), totemId, { validMinutes: 5, key: 'key' })
  const used = await redeemCode(pool(), enrolmentCodeHash(code, 'key'))
  const totem = { totemId, bodyId }
  const setPin = (pin: string) =>
    setAttendantPin(pool(), totem, pin, { key: env().appSecret, by: 'technician' })
  expect(await setPin(PIN)).toEqual({ ok: true, value: null })
  const ask = async (handler: Handler, body: unknown, cookie = used?.credential) => {
    const answer = await handler(
      new Request(`http://127.0.0.1:3000/api/totem/attendance?totem=${name}-1`, {
        method: 'POST',
        headers: { cookie: `pronto-totem-${name}-1=${cookie}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
      { params: Promise.resolve({}) },
    )
    return { status: answer.status, headers: answer.headers, body: await answer.json().catch(() => null) }
  }
  return {
    totem,
    setPin,
    ask,
    facts: async () => (await attendantFacts(pool(), totemId)).map(({ fact }) => fact),
  }
}

let here: Awaited<ReturnType<typeof makeTotem>>
let there: Awaited<ReturnType<typeof makeTotem>>
beforeAll(async () => {
  here = await makeTotem('modena')
  there = await makeTotem('carpi')
})

const comeIn = async (): Promise<string> => (await here.ask(enter, { pin: PIN })).body.token

it('lets in whoever knows the PIN, shows what only staff may see, and ends for good', async () => {
  const entered = await here.ask(enter, { pin: PIN })
  expect(entered.status).toBe(201)
  expect(entered.body.quietSeconds).toBe(300)
  const { token } = entered.body
  expect((await here.ask(stay, { token })).body).toEqual({ version: env().version, onDuty: [] })
  expect((await here.ask(leave, { token })).status).toBe(204)
  expect((await here.ask(leave, { token })).status).toBe(204)
  expect((await here.ask(stay, { token })).body).toEqual({ refusal: 'attendance-over' })
  expect(await here.facts()).toEqual(['left', 'entered', 'pin_set'])
})

it('names whoever is on duty, and nobody of another body', async () => {
  const { rows } = await pool().query(
    `insert into switchboard.operators (body_id, id, intent, epoch, presence, lease_ends_at, work, ready_at, idle_since)
      select body_id, o->>'id', 'available', 1, 'here', now() + interval '1 minute', 'idle', now(), now()
      from switchboard.settings, jsonb_array_elements(document->'operators') o
      where exists (select from switchboard.bodies b where b.id = body_id)
      returning body_id`,
  )
  const token = await comeIn()
  const { onDuty } = (await here.ask(stay, { token })).body
  const own = rows.filter(({ body_id }) => body_id === here.totem.bodyId)
  expect(onDuty).toHaveLength(own.length)
})

describe('is shut for', () => {
  it.each([
    ['entry', enter, { pin: PIN }],
    ['stay', stay, { token: 'x' }],
    ['leave', leave, { token: 'x' }],
    ['network', network, { token: 'x' }],
  ] as const)('a browser that is no totem: %s', async (_, handler, body) => {
    expect((await here.ask(handler, body, 'made-up')).status).toBe(401)
  })

  it.each(['{', {}, { pin: '' }, { pin: 1 }, { pin: 'x'.repeat(13) }, { pin: PIN, more: 1 }])(
    'what is malformed: %j',
    async (body) => expect((await here.ask(enter, body)).status).toBe(400),
  )

  it('a token that was made up, of another totem, or older than five minutes', async () => {
    const token = await comeIn()
    expect((await here.ask(stay, { token: 'made-up' })).status).toBe(409)
    expect((await there.ask(stay, { token })).status).toBe(409)
    expect((await there.ask(network, { token })).status).toBe(409)
    expect((await here.ask(stay, { token })).status).toBe(200)
    await pool().query(`update switchboard.attendances set good_until = good_until - interval '301 seconds'`)
    expect((await here.ask(stay, { token })).body).toEqual({ refusal: 'attendance-over' })
  })

  it('whoever came in with the PIN before', async () => {
    const token = await comeIn()
    await here.setPin(PIN)
    expect((await here.ask(stay, { token })).status).toBe(409)
  })

  it('everybody once the PIN was removed', async () => {
    const token = await comeIn()
    await removeAttendantPin(pool(), here.totem, 'technician')
    expect((await here.ask(stay, { token })).status).toBe(409)
    expect((await here.ask(enter, { pin: PIN })).body).toEqual({ refusal: 'pin-unset' })
    await here.setPin(PIN)
  })
})

describe('a PIN that is changed while somebody comes in with the old one', () => {
  const waiting = async () =>
    (
      await pool().query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rowCount
  /** What happens meanwhile, before `work` may go on. */
  const heldUp = async <T>(hold: string, work: () => Promise<T>, meanwhile: string): Promise<T> => {
    const client = await pool().connect()
    try {
      await client.query('begin')
      await client.query(hold)
      const done = work()
      await expect.poll(waiting).toBe(1)
      await client.query(meanwhile)
      await client.query('commit')
      return await done
    } finally {
      client.release()
    }
  }

  it('lets nobody in whose PIN was right only when it was looked at', async () => {
    const { totemId } = here.totem
    const entered = await heldUp(
      'lock table switchboard.attendances in access exclusive mode',
      () => here.ask(enter, { pin: PIN }),
      `update switchboard.attendant_pins set hash = '\\x00' where totem_id = '${totemId}'`,
    )
    expect(entered).toMatchObject({ status: 409, body: { refusal: 'pin-wrong' } })
    await here.setPin(PIN)
  })

  it('ends the attendance that was begun at that moment', async () => {
    const token = newCredential()
    const { bodyId, totemId } = here.totem
    await heldUp(
      `select from switchboard.attendant_pins where totem_id = '${totemId}' for share`,
      () => here.setPin(PIN),
      `insert into switchboard.attendances (token_hash, body_id, totem_id, good_until)
        values ('\\x${credentialHash(token).toString('hex')}', '${bodyId}', '${totemId}', now() + interval '5 minutes')`,
    )
    expect((await here.ask(stay, { token })).status).toBe(409)
  })
})

it('gives up on whoever tries PINs, also many at once, and then on the right one too', async () => {
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, n) => there.ask(enter, { pin: String(700_100 + 7 * n) })),
  )
  const statuses = tries.map(({ status }) => status)
  expect(statuses.filter((status) => status === 409)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  const locked = await there.ask(enter, { pin: PIN })
  expect(locked.status).toBe(429)
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
  const facts = await there.facts()
  expect(facts.filter((fact) => fact === 'wrong_pin')).toHaveLength(5)
  expect(facts.filter((fact) => fact === 'refused')).toHaveLength(8)
  // Another totem is another door.
  expect((await here.ask(enter, { pin: PIN })).status).toBe(201)
})

it('keeps no PIN, and no token, that anybody could read', async () => {
  const token = await comeIn()
  const { rows } = await pool().query(
    `select encode(p.hash, 'escape') || encode(p.salt, 'escape') || encode(a.token_hash, 'escape') as kept
      from switchboard.attendant_pins p join switchboard.attendances a using (totem_id)`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { kept } of rows) {
    expect(kept).not.toContain(PIN)
    expect(kept).not.toContain(token)
  }
})

it.each([
  ['12345', 'pin-malformed'],
  ['123456789', 'pin-malformed'],
  ['12a456', 'pin-malformed'],
  ['', 'pin-malformed'],
  ['111111', 'pin-too-simple'],
  ['123456', 'pin-too-simple'],
  ['987654', 'pin-too-simple'],
])('takes no %s for a PIN, and keeps the one before', async (pin, refusal) => {
  expect(await here.setPin(pin)).toEqual({ ok: false, refusal })
  expect((await here.ask(enter, { pin: PIN })).status).toBe(201)
})
