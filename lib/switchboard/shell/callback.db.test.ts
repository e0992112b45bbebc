import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { auditBody } from '../../storage/audit/audit.ts'
import { forgetNumbers } from '../../storage/forget-numbers.ts'
import { liveCall, liveCalls } from '../../storage/live-calls.ts'
import { createPool } from '../../storage/pool.ts'
import { renewDeskLease, renewTotemLease } from '../../storage/renew-lease.ts'
import type { Call } from '../board.ts'
import type { CallbackOrigin, DialOutcome } from '../events.ts'
import { type CallId, callId, type OfferId, type OperatorId, serviceSlug, type TotemId } from '../ids.ts'
import { DEFAULT_RULES } from '../settings.ts'
import { createTrial, type Trial } from './trial.ts'

const pool = createPool(env().databaseUrl)
afterAll(() => pool.end())

const WRITTEN = { phone: '338 555 0199', reason: 'Devo rinnovare la carta' }

async function trial(rules: Parameters<typeof createTrial>[0] = {}) {
  const t = await createTrial({ pool, ...rules })
  const [operator, totem] = [t.operators[0], t.totems[0]]
  if (!operator || !totem) throw new Error('empty trial')
  return { t, operator, totem }
}

const leaveNumber = (
  t: Trial,
  totemId: TotemId,
  from: CallbackOrigin,
  { key = null, phone = WRITTEN.phone }: { key?: string | null; phone?: string } = {},
) =>
  t.run({
    bodyId: t.bodyId,
    event: {
      type: 'callbackRequested',
      callbackId: callId(randomUUID()),
      totemId,
      epoch: t.epochOfTotem(totemId),
      from,
      phone,
      reason: WRITTEN.reason,
      window: null,
    },
    repeatable: key === null ? null : { caller: `totem ${totemId}`, key },
  })

const dialled = (t: Trial, operatorId: OperatorId, offerId: OfferId, outcome: DialOutcome) =>
  t.run({
    bodyId: t.bodyId,
    event: { type: 'callbackDialled', offerId, operatorId, epoch: t.epochOfDesk(operatorId), outcome },
    repeatable: null,
  })

async function callbackOn(t: Trial): Promise<Call> {
  const found = [...(await t.board()).calls.values()].find(({ callback }) => callback !== null)
  if (!found) throw new Error('no callback')
  return found
}

const heldOffer = (call: Call): OfferId => {
  if (call.state === 'waiting' || call.state === 'over') throw new Error(`nobody holds it: ${call.state}`)
  return call.offerId
}

/** A visitor's call that waits for nobody, and then becomes a callback. */
async function queued(t: Trial, totem: TotemId, operator: OperatorId): Promise<CallId> {
  await t.onDuty(operator)
  const call = await t.call(totem)
  await leaveNumber(t, totem, { kind: 'call', callId: call })
  return call
}

describe('a callback', () => {
  it('[SW-120] is read again as it was saved, in each of its states', async () => {
    const { t, totem, operator } = await trial()
    const call = await queued(t, totem, operator)
    const same = async () => expect((await t.board()).calls).toEqual(t.commits.at(-1)?.board.calls)
    await same()
    expect((await t.board()).calls.get(call)).toMatchObject({ state: 'over', outcome: { kind: 'callback' } })
    const offerId = heldOffer(await callbackOn(t))
    await t.answer(operator, offerId)
    await same()
    expect((await callbackOn(t)).state).toBe('dialling')
    await dialled(t, operator, offerId, 'reached')
    await same()
    expect((await callbackOn(t)).state).toBe('on_phone')
    expect(await auditBody(pool, t.bodyId)).toEqual([])
    await dialled(t, operator, offerId, 'busy')
    await same()
    expect(await callbackOn(t)).toMatchObject({ state: 'waiting', callback: { failedDials: 1 } })
    expect(await auditBody(pool, t.bodyId)).toEqual([])
    await t.wait(DEFAULT_RULES.callbackExpiresMs + 3_600_000)
    await t.tick()
    expect(await auditBody(pool, t.bodyId)).toEqual([])
    await same()
    expect(await callbackOn(t)).toMatchObject({ state: 'over', outcome: { kind: 'expired' } })
  })

  it('[SW-120] is made once under one key, whoever sends it again', async () => {
    const { t, totem, operator } = await trial()
    await t.onDuty(operator)
    const from = { kind: 'call' as const, callId: await t.call(totem) }
    const key = randomUUID()
    const answers = await Promise.all([
      leaveNumber(t, totem, from, { key }),
      leaveNumber(t, totem, from, { key }),
    ])
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.ok).toBe(true)
    await expect(leaveNumber(t, totem, from, { key, phone: '338 000 0000' })).rejects.toThrow(
      'another command',
    )
  })

  it('[SW-122] is refused with the number that one may call oneself', async () => {
    const { t, totem, operator } = await trial()
    await queued(t, totem, operator)
    const needs = { skills: [], language: null, mode: 'spoken' as const }
    const from = { kind: 'refusal' as const, service: serviceSlug('urp'), needs }
    expect(await leaveNumber(t, totem, from)).toMatchObject({
      ok: false,
      refusal: 'callback-exists',
      detail: { phone: '059 20311' },
    })
  })

  it('[SW-124] leaves its totem free, and has no room that anybody compares', async () => {
    const { t, totem, operator } = await trial()
    await queued(t, totem, operator)
    const callback = await callbackOn(t)
    expect(await liveCall(pool, callback.id)).toBeNull()
    expect((await liveCalls(pool)).map((live) => live.callId)).not.toContain(callback.id)
    const again = await t.call(totem)
    const orders = await pool.query<{ id: string }>(
      `select effect ->> 'callId' as id from switchboard.outbox where body_id = $1`,
      [t.bodyId],
    )
    expect(orders.rows.map(({ id }) => id)).not.toContain(callback.id)
    expect((await t.board()).calls.get(again)?.state).toBe('waiting')
  })

  it('[SW-128] in hand is kept by the beats of its desk, and not by those of its totem', async () => {
    const { t, totem, operator } = await trial()
    await queued(t, totem, operator)
    const offerId = heldOffer(await callbackOn(t))
    await t.answer(operator, offerId)
    const deadline = async () => {
      const call = await callbackOn(t)
      return call.state === 'dialling' ? call.deadline : 0
    }
    await t.wait(10_000)
    const before = await deadline()
    await renewTotemLease(
      pool,
      { bodyId: t.bodyId, totemId: totem, epoch: t.epochOfTotem(totem) },
      DEFAULT_RULES,
    )
    expect(await deadline()).toBe(before)
    await renewDeskLease(
      pool,
      { bodyId: t.bodyId, operatorId: operator, epoch: t.epochOfDesk(operator) },
      DEFAULT_RULES,
    )
    expect((await deadline()) - before).toBeGreaterThan(9_000)
    await t.wait(DEFAULT_RULES.deskLeaseMs + DEFAULT_RULES.rejoinGraceMs + 1_000)
    await t.tick()
    expect(await callbackOn(t)).toMatchObject({ state: 'waiting', because: 'operator_lost' })
  })
})

describe("a visitor's number", () => {
  const everywhere = async (bodyId: string) => {
    const tables = ['call_events', 'commands', 'outbox']
    const found = await Promise.all(
      tables.map((table) =>
        pool.query(`select to_jsonb(r) as row from switchboard.${table} r where body_id = $1`, [bodyId]),
      ),
    )
    return JSON.stringify(found.map(({ rows }) => rows))
  }
  const kept = async (id: CallId) =>
    (await pool.query('select callback_phone, callback_reason from switchboard.calls where id = $1', [id]))
      .rows[0]

  it('[SW-129] stands in no fact, no kept answer and no order', async () => {
    const { t, totem, operator } = await trial()
    await t.onDuty(operator)
    const from = { kind: 'call' as const, callId: await t.call(totem) }
    await leaveNumber(t, totem, from, { key: randomUUID() })
    const offerId = heldOffer(await callbackOn(t))
    await t.answer(operator, offerId, randomUUID())
    await dialled(t, operator, offerId, 'wrong_number')
    const written = await everywhere(t.bodyId)
    expect(written).toContain('callbackQueued')
    expect(written).toContain('callback_failed')
    expect(written).not.toMatch(/5550199|555 0199|rinnovare/)
  })

  it('[SW-129] is wiped some time after the end, and the rest of the row stays', async () => {
    const { t, totem, operator } = await trial({ rules: { callbackRetentionMs: 3_600_000 } })
    await queued(t, totem, operator)
    const offerId = heldOffer(await callbackOn(t))
    await t.answer(operator, offerId)
    await dialled(t, operator, offerId, 'wrong_number')
    const { id } = await callbackOn(t)
    await t.wait(3_500_000)
    await t.tick()
    await forgetNumbers(pool)
    expect(await kept(id)).toMatchObject({ callback_phone: '+393385550199' })
    await t.wait(200_000)
    await forgetNumbers(pool)
    expect(await kept(id)).toEqual({ callback_phone: null, callback_reason: null })
    const { rows } = await pool.query('select outcome from switchboard.calls where id = $1', [id])
    expect(rows[0].outcome).toEqual({ kind: 'callback_failed', why: 'wrong_number' })
  })

  it('[SW-129] is kept while it is still to be dialled, and while the board shows it', async () => {
    const { t, totem, operator } = await trial({
      rules: { callbackRetentionMs: 0, callbackExpiresMs: 10_000_000 },
    })
    await queued(t, totem, operator)
    const { id } = await callbackOn(t)
    await t.wait(9_000_000)
    await forgetNumbers(pool)
    expect(await kept(id)).toMatchObject({ callback_phone: '+393385550199' })
    await t.wait(2_000_000)
    await t.tick()
    expect(await callbackOn(t)).toMatchObject({ state: 'over' })
    await forgetNumbers(pool)
    expect(await kept(id)).toMatchObject({ callback_phone: '+393385550199' })
    await t.wait(DEFAULT_RULES.farewellMs)
    await t.tick()
    await forgetNumbers(pool)
    expect(await kept(id)).toEqual({ callback_phone: null, callback_reason: null })
  })
})
