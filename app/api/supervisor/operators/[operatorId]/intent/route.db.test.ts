import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { signIn } from '@/lib/identity/sign-in.ts'
import type { Role } from '@/lib/records/roles.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import type { Command } from '@/lib/switchboard/shell/run-command.ts'
import { POST } from './route.ts'

/** What reached the switchboard. */
const commands: Command[] = []
vi.mock('@/lib/server.ts', () => ({
  switchboard: () => ({
    run: async (command: Command) => {
      commands.push(command)
      return { ok: true, value: {} }
    },
  }),
}))

let modena: Town
let carpi: Town
beforeAll(async () => {
  modena = await makeTown('modena')
  carpi = await makeTown('carpi')
})
beforeEach(() => {
  commands.length = 0
})

const accountOf = async (town: Town, role: Role) => {
  const { docs } = await town.payload.find({
    collection: 'operators',
    where: { email: { equals: town.emailOf(role) } },
  })
  return docs[0]?.id ?? ''
}

async function ask(by: { town: Town; role: Role } | null, operatorId: string, body: object) {
  const email = by?.town.emailOf(by.role) ?? ''
  const signedIn = by && (await signIn({ email, password: PASSWORD }, email))
  const request = new Request('http://127.0.0.1:3000/api/supervisor', {
    method: 'POST',
    headers: { cookie: signedIn?.cookie.split(';')[0] ?? '', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  return (await POST(request, { params: Promise.resolve({ operatorId }) })).status
}

const onBreak = { expected: 'available', intent: 'on_break', reason: 'training' }

it('[SW-95] a supervisor sets the intent of an operator of their body, in their own name', async () => {
  const operatorId = await accountOf(modena, 'operator')
  expect(await ask({ town: modena, role: 'supervisor' }, operatorId, onBreak)).toBe(200)
  const by = await accountOf(modena, 'supervisor')
  expect(commands).toMatchObject([
    {
      bodyId: modena.bodyId,
      event: { type: 'intentOverruled', operatorId, by, ...onBreak },
      repeatable: { caller: `supervisor ${by}` },
    },
  ])
})

it('[SW-95] nobody else does: other bodies, other roles, nobody signed in', async () => {
  const operatorId = await accountOf(modena, 'operator')
  expect(await ask({ town: carpi, role: 'supervisor' }, operatorId, onBreak)).toBe(403)
  expect(await ask({ town: modena, role: 'supervisor' }, randomUUID(), onBreak)).toBe(403)
  for (const role of ['operator', 'editor', 'technician', 'administrator'] as const) {
    expect(await ask({ town: modena, role }, operatorId, onBreak)).toBe(403)
  }
  expect(await ask(null, operatorId, onBreak)).toBe(401)
  expect(commands).toEqual([])
})

it.each([
  { intent: 'on_break' },
  { expected: 'available', intent: 'asleep' },
  { expected: 'available', intent: 'on_break', reason: 'tired' },
  { expected: 'available', intent: 'off_duty', reason: 'pause' },
])('[SW-97] %j is malformed', async (body) => {
  const operatorId = await accountOf(modena, 'operator')
  expect(await ask({ town: modena, role: 'supervisor' }, operatorId, body)).toBe(400)
  expect(commands).toEqual([])
})
