import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { isDatabaseAway } from '../../storage/is-database-away.ts'
import { createPool } from '../../storage/pool.ts'
import type { Offer } from '../board.ts'
import type { CallId } from '../ids.ts'
import { createCommandRunner } from './run-command.ts'
import { createSettingsCache } from './settings-reader.ts'
import { createTrial, type Trial } from './trial.ts'

const pool = createPool(env().databaseUrl, 40)
afterAll(() => pool.end())

const trial = (options: Parameters<typeof createTrial>[0] = {}) => createTrial({ pool, ...options })

/** A second instance of the application on the same body: its own turns, its own cache. */
const anotherInstance = (): Trial['run'] =>
  createCommandRunner({ pool, boards: createBoardReader(createSettingsCache()), onCommitted: () => {} })

async function ringingFor(of: Trial, call: CallId): Promise<Offer> {
  const offer = [...(await of.board()).offers.values()].find(
    (o) => o.callId === call && o.state === 'ringing',
  )
  if (!offer) throw new Error('nothing rings')
  return offer
}

const countOf = async (query: string, values: unknown[]) =>
  Number((await pool.query(query, values)).rows[0].count)

describe('one command', () => {
  it('saves what the core decided, so that the next reading finds it', async () => {
    const t = await trial()
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    const call = await t.call(totem)
    const offer = await ringingFor(t, call)
    const board = await t.board()
    const saved = t.commits.at(-1)?.board
    expect(board.calls).toEqual(saved?.calls)
    expect(board.offers).toEqual(saved?.offers)
    expect(board.operators).toEqual(saved?.operators)
    expect(board.totems).toEqual(saved?.totems)
    expect(offer.operatorId).toBe(operator)
    await t.answer(operator, offer.id)
    await t.connect(totem, operator, call, offer.id)
    expect((await t.board()).calls).toEqual(t.commits.at(-1)?.board.calls)
    expect((await t.board()).calls.get(call)?.state).toBe('in_call')
    await t.leave(totem, call)
    expect((await t.board()).operators).toEqual(t.commits.at(-1)?.board.operators)
    expect((await t.board()).operators.get(operator)?.work.kind).toBe('wrap_up')
  })

  it('appends its facts and its orders with it', async () => {
    const t = await trial()
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    const call = await t.call(totem)
    await t.leave(totem, call)
    const { rows } = await pool.query(
      'select type from switchboard.call_events where call_id = $1 order by id',
      [call],
    )
    expect(rows.map(({ type }) => type)).toEqual(['callEnqueued', 'offerMade', 'offerOver', 'callOver'])
    const orders = await pool.query('select effect from switchboard.outbox where body_id = $1 order by id', [
      t.bodyId,
    ])
    expect(orders.rows.map(({ effect }) => effect.type)).toEqual(['openRoom', 'closeRoom'])
  })

  it('answers a repetition with the first answer and does nothing', async () => {
    const t = await trial()
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    const key = randomUUID()
    const call = await t.call(totem, key)
    const again = await t.place(totem, key)
    expect(again).toEqual({ ok: true, value: { callId: call } })
    expect((await t.board()).calls.size).toBe(1)
    // A new key is a new command, and refused.
    expect(await t.place(totem, randomUUID())).toMatchObject({ ok: false, refusal: 'call-exists' })
  })

  it('keeps a refusal under its key too, with what its screen needs', async () => {
    const t = await trial({ operators: 0 })
    const [totem] = t.totems
    if (!totem) throw new Error('empty trial')
    await expect(t.call(totem)).rejects.toThrow('nobody-on-duty')
    const key = randomUUID()
    const first = await t.place(totem, key)
    expect(first).toEqual({
      ok: false,
      refusal: 'nobody-on-duty',
      detail: {
        nextSteps: {
          phone: '059 20311',
          opensAt: null,
          totemOpensAt: null,
          serviceOpensAt: null,
          totem: null,
          callback: true,
        },
      },
    })
    expect(await t.place(totem, key)).toEqual(first)
  })

  it('refuses a key that was used for another command', async () => {
    const t = await trial()
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    const offer = await ringingFor(t, await t.call(totem))
    const key = randomUUID()
    await t.answer(operator, offer.id, key)
    const other = { ...offer, id: `${offer.callId}.9` as typeof offer.id }
    await expect(t.answer(operator, other.id, key)).rejects.toThrow('another command')
  })

  it('leaves nothing behind when its connection is cut in the middle', async () => {
    const t = await trial()
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    await t.call(totem)
    const before = await t.board()
    const blocker = new pg.Client({ connectionString: env().databaseUrl })
    await blocker.connect()
    await blocker.query('begin; lock table switchboard.call_events in share mode')
    const offer = [...before.offers.values()][0]
    if (!offer) throw new Error('nothing rings')
    const key = randomUUID()
    const cut = t.answer(operator, offer.id, key).catch((error: unknown) => error)
    await expect
      .poll(() =>
        countOf(
          `select count(pg_terminate_backend(pid)) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and ltrim(query, E'\\n') like 'with body as%'`,
          [],
        ),
      )
      .toBeGreaterThan(0)
    expect(isDatabaseAway(await cut)).toBe(true)
    await blocker.query('rollback')
    await blocker.end()
    expect(await t.board()).toEqual(before)
    // The caller never learnt what happened, and repeats it.
    expect(await t.answer(operator, offer.id, key)).toEqual({ ok: true, value: {} })
    expect((await t.board()).offers.get(offer.id)?.state).toBe('accepted')
  })
})

describe('many at once', () => {
  it('[SW-26] lets exactly one of answer, decline and leaving win', async () => {
    for (let round = 0; round < 12; round++) {
      const t = await trial()
      const [operator, totem] = [t.operators[0], t.totems[0]]
      if (!operator || !totem) throw new Error('empty trial')
      await t.onDuty(operator)
      const call = await t.call(totem)
      const offer = await ringingFor(t, call)
      const elsewhere = anotherInstance()
      const page = { operatorId: operator, epoch: t.epochOfDesk(operator), offerId: offer.id }
      const outcomes = await Promise.all([
        t.answer(operator, offer.id),
        elsewhere({ bodyId: t.bodyId, event: { type: 'offerDeclined', ...page }, repeatable: null }),
        anotherInstance()({
          bodyId: t.bodyId,
          event: { type: 'visitorLeft', callId: call, totemId: totem, epoch: t.epochOfTotem(totem) },
          repeatable: null,
        }),
      ])
      // Leaving is never refused; of answer and decline at most one is accepted.
      expect(outcomes[2]?.ok).toBe(true)
      expect(outcomes.slice(0, 2).filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
      const ends = await countOf(
        `select count(*) from switchboard.call_events where call_id = $1
         and (type = 'offerAccepted' or type = 'offerOver' and fact ->> 'outcome' in ('declined', 'expired'))`,
        [call],
      )
      expect(ends).toBeLessThanOrEqual(1)
    }
  })

  it('[SW-24] lets an answer that comes after the ring ran out find it expired', async () => {
    const t = await trial()
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    const offer = await ringingFor(t, await t.call(totem))
    await t.changeByHand([
      `update switchboard.offers set expires_at = clock_timestamp() where id = '${offer.id}'`,
    ])
    const [answer] = await Promise.all([t.answer(operator, offer.id), t.tick()])
    expect(answer).toMatchObject({ ok: false, refusal: 'offer-expired' })
    expect((await t.board()).operators.get(operator)?.work.kind).toBe('not_responding')
  })

  it('[SW-27] never offers an operator twice, and serves strictly in order', async () => {
    const t = await trial({ operators: 4, totems: 24, rules: { queueLimit: 100 } })
    await Promise.all(t.operators.map((operator) => t.onDuty(operator)))
    const instances = [anotherInstance(), anotherInstance(), anotherInstance()]
    await Promise.all(t.totems.map((totem) => t.call(totem)))
    // Every operator takes and finishes calls as fast as they come, each through another instance.
    const served: CallId[] = []
    const workers = t.operators.map(async (operator, index) => {
      const run = instances[index % instances.length] ?? t.run
      const epoch = t.epochOfDesk(operator)
      for (;;) {
        const board = await t.board()
        const waiting = [...board.calls.values()].filter(
          (c) => c.state === 'waiting' || c.state === 'offered',
        )
        const offer = [...board.offers.values()].find(
          (o) => o.operatorId === operator && o.state === 'ringing',
        )
        if (!offer) {
          if (waiting.length === 0) return
          await run({ bodyId: t.bodyId, event: { type: 'clockTicked' }, repeatable: null })
          continue
        }
        const page = { operatorId: operator, epoch, offerId: offer.id }
        await run({ bodyId: t.bodyId, event: { type: 'offerAnswered', ...page }, repeatable: null })
        await run({ bodyId: t.bodyId, event: { type: 'operatorHungUp', ...page }, repeatable: null })
        const wrapUp = { operatorId: operator, epoch, callId: offer.callId }
        await run({ bodyId: t.bodyId, event: { type: 'wrapUpSaved', ...wrapUp }, repeatable: null })
        served.push(offer.callId)
      }
    })
    await Promise.all(workers)
    expect(new Set(served).size).toBe(24)
    const { rows } = await pool.query(
      `select e.type, e.call_id from switchboard.call_events e
       where e.body_id = $1 and e.type in ('callEnqueued', 'offerMade') order by e.id`,
      [t.bodyId],
    )
    const ofType = (type: string) => rows.filter((row) => row.type === type).map((row) => row.call_id)
    expect(ofType('offerMade')).toEqual(ofType('callEnqueued'))
  })

  it('[SW-80] keeps bodies apart and lets them work at the same time', async () => {
    const [one, other] = await Promise.all([trial(), trial()])
    const [operator, totem] = [one.operators[0], one.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await one.onDuty(operator)
    await other.onDuty(operator)
    const holder = new pg.Client({ connectionString: env().databaseUrl })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `switchboard ${other.bodyId}`,
    ])
    const held = other.call(totem)
    const call = await one.call(totem)
    expect((await other.board()).calls.size).toBe(0)
    await holder.query('rollback')
    await holder.end()
    const calls = (await other.board()).calls
    expect((await one.board()).calls.has(call)).toBe(true)
    expect(calls.has(call)).toBe(false)
    await held
  })
})

describe('alarms', () => {
  const broken = async (statement: string) => {
    const t = await trial({ operators: 1, totems: 2 })
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    const call = await t.call(totem)
    const offer = await ringingFor(t, call)
    return pool.query(statement.replaceAll(':call', call).replaceAll(':offer', offer.id))
  }

  it('has at most one live offer per operator', async () => {
    const second = broken(`
      insert into switchboard.calls select (jsonb_populate_record(c, jsonb_build_object(
        'id', gen_random_uuid(), 'totem_id', 'totem-1'))).* from switchboard.calls c where id = ':call';
      insert into switchboard.offers select (jsonb_populate_record(o, jsonb_build_object('id', 'x', 'call_id',
        (select id from switchboard.calls c where c.body_id = o.body_id and c.id <> ':call')))).*
      from switchboard.offers o where id = ':offer'`)
    await expect(second).rejects.toThrow('offers_one_live_per_operator')
  })

  it('has at most one live offer per call', async () => {
    const second = broken(`
      insert into switchboard.offers select (jsonb_populate_record(o,
        jsonb_build_object('id', ':offer.x', 'operator_id', 'somebody else'))).*
      from switchboard.offers o where id = ':offer'`)
    await expect(second).rejects.toThrow('offers_one_live_per_call')
  })

  it('has at most one live call per totem', async () => {
    const second = broken(`
      insert into switchboard.calls select (jsonb_populate_record(c,
        jsonb_build_object('id', gen_random_uuid()))).* from switchboard.calls c where id = ':call'`)
    await expect(second).rejects.toThrow('calls_one_live_per_totem')
  })

  it('has a deadline in every state that is not over', async () => {
    await expect(broken(`update switchboard.calls set deadline = null where id = ':call'`)).rejects.toThrow(
      'check constraint',
    )
    await expect(
      broken(`update switchboard.offers set expires_at = null where id = ':offer'`),
    ).rejects.toThrow('check constraint')
  })

  it('does not rewrite what happened', async () => {
    await expect(
      broken(`update switchboard.call_events set type = 'x' where call_id = ':call'`),
    ).rejects.toThrow('append-only')
  })
})
