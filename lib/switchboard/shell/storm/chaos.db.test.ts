import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { env } from '../../../config/env.ts'
import { listenForChanges } from '../../../events/listener.ts'
import { createRooms } from '../../../livekit/rooms.ts'
import { createPool } from '../../../storage/pool.ts'
import { severableDatabase } from '../../../storage/severable-database.ts'
import type { DeskView } from '../../views.ts'
import type { Command } from '../run-command.ts'
import { startSwitchboard } from '../switchboard.ts'
import { createTrial, type TrialOptions } from '../trial.ts'
import { type Instance, startInstance, Unanswered } from './instance.ts'
import { storm } from './storm.ts'
import { createStormBody } from './storm-body.ts'

const FULL = process.env.FULL === '1'
const LONG_MS = 3_600_000

const pool = createPool(env().databaseUrl, 40)
const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})
afterAll(() => pool.end())

async function instance(): Promise<Instance> {
  const started = await startInstance()
  undo.push(started.kill)
  return started
}

/** A body with one operator, on duty, and a call that rings there. No room ever opens: the media server is away. */
async function ringing(rules: TrialOptions['rules'] = {}) {
  const trial = await createTrial({ pool, rules: { openRoomMs: LONG_MS, ...rules } })
  const [operator, totem] = [trial.operators[0], trial.totems[0]]
  if (!operator || !totem) throw new Error('empty trial')
  await trial.onDuty(operator)
  const call = await trial.call(totem)
  const [offer] = (await trial.board()).offers.values()
  if (offer?.state !== 'ringing') throw new Error('nothing rings')
  const desk = { operatorId: operator, epoch: trial.epochOfDesk(operator) }
  const answer: Command = {
    bodyId: trial.bodyId,
    event: { type: 'offerAnswered', ...desk, offerId: offer.id },
    repeatable: { caller: `operator ${operator}`, key: randomUUID() },
  }
  return { trial, operator, totem, call, offer, desk, answer }
}

/**
 * Holds up whoever is about to save, so that an instance can be caught in the middle of a command.
 * @returns lets them go on
 */
async function holdUpSaving() {
  const holder = new pg.Client({ connectionString: env().databaseUrl })
  await holder.connect()
  await holder.query('begin; lock table switchboard.call_events in share mode')
  let isHeld = true
  const letGo = async () => {
    if (isHeld) await holder.end()
    isHeld = false
  }
  undo.push(letGo)
  return letGo
}

const untilSomebodySaves = () =>
  expect.poll(() => backends(`wait_event_type = 'Lock' and query ~ '^\\s*with body as'`)).toBe(1)

async function backends(where: string): Promise<number> {
  const { rows } = await pool.query(
    `select count(*) from pg_stat_activity where datname = current_database() and ${where}`,
  )
  return Number(rows[0].count)
}

describe('an instance that is killed', () => {
  it('[SW-192] in the middle of a command leaves nothing behind and holds nobody up', async () => {
    const { trial, operator, answer } = await ringing()
    const dying = await instance()
    const before = await trial.board()
    const letGo = await holdUpSaving()
    const unanswered = dying.run(answer).catch((error: unknown) => error)
    await untilSomebodySaves()
    await dying.kill()
    expect(await unanswered).toBeInstanceOf(Unanswered)
    await letGo()
    expect((await trial.board()).offers).toEqual(before.offers)
    // The desk asks again, whoever answers now, and again.
    expect(await trial.run(answer)).toEqual({ ok: true, value: {} })
    expect(await (await instance()).run(answer)).toEqual({ ok: true, value: {} })
    expect((await trial.board()).operators.get(operator)?.work.kind).toBe('engaged')
    const accepted = `select count(*) from switchboard.call_events where type = 'offerAccepted' and body_id = $1`
    expect(Number((await pool.query(accepted, [trial.bodyId])).rows[0].count)).toBe(1)
  })

  it('[SW-192] again and again under load: nothing that was acknowledged is lost', {
    timeout: 300_000,
  }, async () => {
    const trials = await Promise.all([12, 4].map((totems) => createStormBody(pool, { totems })))
    const living = { instance: await instance(), isOver: false }
    const storming = storm({
      pool,
      trials,
      others: [(command) => living.instance.run(command)],
      clients: 16,
      commands: FULL ? 10_000 : 1_000,
      repeatable: 0.9,
      isTimeReal: true,
      seed: Date.now() % 1_000_000,
    }).finally(() => {
      living.isOver = true
    })
    const killing = (async () => {
      while (!living.isOver) {
        await living.instance.kill()
        living.instance = await instance()
      }
    })()
    const [report] = await Promise.all([storming, killing])
    expect(report.violations).toEqual([])
    expect(report.unanswered).toBeGreaterThan(0)
  })
})

describe('an instance that sleeps', () => {
  it('[SW-193] in the middle of a command gives the body free after seconds', async () => {
    const { trial, desk, answer } = await ringing({ ringMs: LONG_MS })
    const sleeping = await instance()
    const letGo = await holdUpSaving()
    const unanswered = sleeping.run(answer).catch((error: unknown) => error)
    await untilSomebodySaves()
    sleeping.pause()
    await letGo()
    // It has the body's lock and has saved, but will not commit: the database ends its transaction.
    const declined = await trial.run({
      bodyId: trial.bodyId,
      event: {
        type: 'offerDeclined',
        ...desk,
        offerId: [...(await trial.board()).offers.keys()][0] ?? missing(),
      },
      repeatable: null,
    })
    expect(declined).toMatchObject({ ok: true })
    sleeping.resume()
    expect(await unanswered).toBeInstanceOf(Unanswered)
    // Its desk asks again, and learns that the moment has passed.
    expect(await sleeping.run(answer)).toMatchObject({ ok: false, refusal: 'offer-over' })
  })

  it('[SW-193] past the leases of its pages finds what the others have made of it', async () => {
    const { trial, operator, totem, call, desk, answer } = await ringing({
      ringMs: LONG_MS,
      totemLeaseMs: LONG_MS,
    })
    const sleeping = await instance()
    await sleeping.run({ bodyId: trial.bodyId, event: { type: 'clockTicked' }, repeatable: null })
    sleeping.pause()
    await trial.wait(21_000)
    await trial.tick()
    const meanwhile = await trial.board()
    expect(meanwhile.operators.get(operator)).toMatchObject({
      desk: { presence: 'gone' },
      work: { kind: 'idle' },
    })
    expect(meanwhile.calls.get(call)).toMatchObject({ state: 'waiting', totemId: totem })
    sleeping.resume()
    expect(await sleeping.run(answer)).toMatchObject({ ok: false, refusal: 'offer-withdrawn' })
    await sleeping.run({ bodyId: trial.bodyId, event: { type: 'deskReturned', ...desk }, repeatable: null })
    expect((await trial.board()).calls.get(call)?.state).toBe('offered')
  })

  it('[SW-193] now and then under load: no rule is broken, and whoever waits for it is answered', {
    timeout: 300_000,
  }, async () => {
    const trials = await Promise.all([12, 4].map((totems) => createStormBody(pool, { totems })))
    const sleeper = await instance()
    let isOver = false
    const storming = storm({
      pool,
      trials,
      others: [sleeper.run],
      clients: 16,
      commands: FULL ? 10_000 : 600,
      repeatable: 0.9,
      isTimeReal: true,
      seed: Date.now() % 1_000_000,
    }).finally(() => {
      isOver = true
    })
    const sleeping = (async () => {
      for (let turn = 0; !isOver; turn += 1) {
        sleeper.pause()
        // Mostly a moment, now and then longer than a transaction may idle.
        await new Promise((awake) => setTimeout(awake, turn % 10 === 1 ? 6_000 : 200))
        sleeper.resume()
        await new Promise((asleep) => setTimeout(asleep, 300))
      }
    })()
    const [report] = await Promise.all([storming, sleeping])
    expect(report.violations).toEqual([])
  })
})

describe('an instance that hears nothing', () => {
  it('[SW-193] rings all the same, and its pages are right with the next beat', async () => {
    const wire = await severableDatabase(env().databaseUrl)
    undo.push(() => wire.close())
    const { trial, operator, desk, offer } = await ringing({ ringMs: LONG_MS })
    const rooms = createRooms({ ...env().livekit, installation: randomUUID() })
    const deaf = startSwitchboard({ pool, media: rooms })
    const stopListening = listenForChanges(wire.url, {
      onChange: deaf.hub.hint,
      onSettings: deaf.settingsPublished,
      onGap: deaf.hub.hintAll,
    })
    undo.push(stopListening, deaf.stop)
    const views: DeskView[] = []
    const sink = { view: (view: object) => views.push(view as DeskView), beat: () => {}, comment: () => {} }
    undo.push(deaf.watchDesk({ bodyId: trial.bodyId, ...desk }, sink))
    await expect.poll(() => views.at(-1)?.work.kind).toBe('ringing')

    await wire.sever()
    // Another instance answers, and this one is not told.
    await trial.answer(operator, offer.id)
    await expect.poll(() => views.at(-1)?.work.kind, { timeout: 8_000 }).toBe('connecting')
    // Heard again, a change is seen without waiting for a beat.
    await wire.mend()
    await expect.poll(() => backends(`query like 'listen %'`), { timeout: 8_000 }).toBeGreaterThan(0)
  })
})

const missing = (): never => {
  throw new Error('nothing rings')
}
