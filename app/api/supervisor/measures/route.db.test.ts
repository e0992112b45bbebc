import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from '@/lib/identity/sign-in.ts'
import type { Role } from '@/lib/records/roles.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { server } from '@/lib/server.ts'
import { pool } from '@/lib/storage/pool.ts'
import { GET } from './route.ts'

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})
afterAll(async () => {
  server().stop()
  await pool().end()
})

async function ask(role: Role | null, query: string): Promise<Response> {
  const signedIn = role && (await signIn({ email: town.emailOf(role), password: PASSWORD }, 'somewhere'))
  const headers = { cookie: signedIn?.cookie.split(';')[0] ?? '' }
  const request = new Request(`http://localhost:3000/api/supervisor/measures?${query}`, { headers })
  return GET(request, { params: Promise.resolve({}) })
}

const today = 'from=2026-11-23T00:00:00%2B01:00&to=2026-11-24T00:00:00%2B01:00'

it('tells a supervisor, and nobody else, about their own body', async () => {
  expect((await ask(null, today)).status).toBe(401)
  expect((await ask('operator', today)).status).toBe(403)
  await pool().query(
    `insert into switchboard.call_events (body_id, at, type, call_id, fact)
     select body, '2026-11-23T10:00:00+01:00', 'callEnqueued', gen_random_uuid(),
       '{"service": "urp", "enqueuedAt": 0}'
     from unnest($1::text[]) body`,
    [[town.bodyId, town.bodyId, 'another body']],
  )
  const answer = await ask('supervisor', today)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    from: '2026-11-22T23:00:00.000Z',
    service: null,
    thresholds: { serviceLevelMs: 30_000, shortAbandonMs: 10_000 },
    counts: { offered: 2, answered: 0 },
    figures: {
      serviceLevel: {
        formula: 'answeredInTime / (answered + abandoned - shortAbandoned)',
        unit: 'share',
        value: null,
      },
    },
  })
  const elsewhere = await ask('supervisor', `${today}&service=tributi`)
  expect(await elsewhere.json()).toMatchObject({ service: 'tributi', counts: { offered: 0, busyMs: null } })
})

it('refuses a period that is none', async () => {
  for (const query of [
    '',
    'from=2026-11-23&to=2026-11-24',
    'from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z',
    'from=2020-01-01T00:00:00Z&to=2026-11-23T00:00:00Z',
    `${today}&service=%00`,
  ]) {
    expect([query, (await ask('supervisor', query)).status]).toEqual([query, 400])
  }
})

it('knows of nothing before the calendar, and of nothing at its end', async () => {
  for (const year of ['0000', '9999']) {
    const query = `from=${year}-01-01T00:00:00Z&to=${year}-01-02T00:00:00Z`
    expect([year, (await ask('supervisor', query)).status]).toEqual([year, 200])
  }
})

it('names no person', async () => {
  const text = await (await ask('supervisor', today)).text()
  expect(text).not.toMatch(/operatorId|displayName|email/)
})
