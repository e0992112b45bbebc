import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import type { Sink } from '../../events/event-stream.ts'
import { listenForChanges } from '../../events/listener.ts'
import { createRooms } from '../../livekit/rooms.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { isDatabaseAway } from '../../storage/is-database-away.ts'
import { createPool } from '../../storage/pool.ts'
import { severableDatabase } from '../../storage/severable-database.ts'
import { severableWire } from '../../storage/severable-wire.ts'
import { type CallId, callId, type OperatorId, pageEpoch, serviceSlug, type TotemId } from '../ids.ts'
import type { DeskView, TotemView } from '../views.ts'
import { startSwitchboard } from './switchboard.ts'
import { ALL_CHANNELS, createTrial, type TrialOptions } from './trial.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const { livekit } = env()

/** The real media server over a wire that the test can cut. */
async function mediaServer() {
  const { hostname, port } = new URL(livekit.url)
  const wire = await severableWire({ host: hostname, port: Number(port) })
  undo.push(() => wire.close())
  const rooms = createRooms({ ...livekit, url: `http://127.0.0.1:${wire.port}`, installation: randomUUID() })
  return { ...wire, rooms }
}

/** As the media server itself says. */
const direct = createRooms({ ...livekit, installation: 'test' })
const hasRoom = async (call: CallId) => (await direct.whoIsIn(call)) !== null

/** One instance of the application on the trial's database. */
async function instance({ databaseUrl = env().databaseUrl, isMediaAway = false } = {}) {
  const media = await mediaServer()
  if (isMediaAway) await media.sever()
  const pool = createPool(databaseUrl)
  const switchboard = startSwitchboard({ pool, media: media.rooms })
  const stopListening = listenForChanges(databaseUrl, {
    onChange: switchboard.hub.hint,
    onSettings: switchboard.settingsPublished,
    onGap: switchboard.hub.hintAll,
  })
  undo.push(async () => {
    switchboard.stop()
    await stopListening()
    await pool.end()
  })
  return { ...switchboard, media }
}

async function trial(options: TrialOptions = {}) {
  const pool = createPool(env().databaseUrl)
  undo.push(() => pool.end())
  const t = await createTrial({ pool, ...options })
  const [operator, totem] = [t.operators[0], t.totems[0]]
  if (!operator || !totem) throw new Error('empty trial')
  return { ...t, operator, totem }
}
type ATrial = Awaited<ReturnType<typeof trial>>

const openPage = async (on: Awaited<ReturnType<typeof instance>>, t: ATrial, totem: TotemId) => {
  const opened = await on.run({
    bodyId: t.bodyId,
    event: { type: 'totemPageOpened', totemId: totem },
    repeatable: null,
  })
  if (!opened.ok || !('epoch' in opened.value)) throw new Error('the page did not open')
  return pageEpoch(opened.value.epoch)
}

const goOnDuty = async (on: Awaited<ReturnType<typeof instance>>, t: ATrial, operator: OperatorId) => {
  const { bodyId } = t
  const run = (event: Parameters<typeof on.run>[0]['event']) => on.run({ bodyId, event, repeatable: null })
  const opened = await run({ type: 'deskOpened', operatorId: operator, previousEpoch: null, takeOver: true })
  if (!opened.ok || !('epoch' in opened.value)) throw new Error('the desk did not open')
  const desk = { operatorId: operator, epoch: pageEpoch(opened.value.epoch) }
  await run({ type: 'devicesChecked', ...desk, channels: ALL_CHANNELS })
  await run({ type: 'intentSet', ...desk, intent: 'available' })
  return desk
}

const placeCall = async (
  on: Awaited<ReturnType<typeof instance>>,
  t: ATrial,
  epoch: ReturnType<typeof pageEpoch>,
) => {
  const id = callId(randomUUID())
  const placed = await on.run({
    bodyId: t.bodyId,
    event: {
      type: 'callPlaced',
      callId: id,
      totemId: t.totem,
      epoch,
      service: serviceSlug('urp'),
      needs: { skills: [], language: null, mode: 'spoken' },
      channels: ALL_CHANNELS,
      preferred: null,
    },
    repeatable: null,
  })
  if (!placed.ok) throw new Error(placed.refusal)
  return id
}

/** A page's stream, as the views and beats that came down it. */
function page<View>() {
  const views: View[] = []
  const stream = { beats: 0, silences: 0 }
  const sink: Sink = {
    view: (view) => views.push(view as View),
    beat: () => (stream.beats += 1),
    comment: () => (stream.silences += 1),
  }
  return { sink, stream, latest: () => views.at(-1), views }
}

describe('views', () => {
  it('reach pages of every instance', async () => {
    const t = await trial()
    const [one, other] = [await instance(), await instance()]
    const desk = await goOnDuty(one, t, t.operator)
    const epoch = await openPage(one, t, t.totem)
    const [deskPage, totemPage] = [page<DeskView>(), page<TotemView>()]
    undo.push(other.watchDesk({ bodyId: t.bodyId, ...desk }, deskPage.sink))
    undo.push(one.watchTotem({ bodyId: t.bodyId, totemId: t.totem, epoch }, totemPage.sink))
    await expect.poll(deskPage.latest).toMatchObject({ page: 'current', work: { kind: 'idle' } })
    const call = await placeCall(one, t, epoch)
    await expect.poll(deskPage.latest).toMatchObject({ work: { kind: 'ringing', offer: { callId: call } } })
    await expect.poll(totemPage.latest).toMatchObject({ call: { id: call, phase: { kind: 'ringing' } } })
  })

  it('follow settings that are published', async () => {
    const t = await trial()
    const on = await instance()
    const epoch = await openPage(on, t, t.totem)
    const { sink, latest } = page<TotemView>()
    undo.push(on.watchTotem({ bodyId: t.bodyId, totemId: t.totem, epoch }, sink))
    await expect.poll(latest).toMatchObject({ bodyName: 'Comune di Prova' })
    await t.pool.query(
      `update switchboard.settings set updated_at = clock_timestamp(),
         document = document || '{"bodyName":"Comune di Altrove"}' where body_id = $1`,
      [t.bodyId],
    )
    await t.pool.query(`select pg_notify('switchboard_settings', $1)`, [t.bodyId])
    await expect.poll(latest).toMatchObject({ bodyName: 'Comune di Altrove' })
  })

  it('tell an older page that it has been replaced', async () => {
    const t = await trial()
    const on = await instance()
    const epoch = await openPage(on, t, t.totem)
    const { sink, latest } = page<TotemView>()
    undo.push(on.watchTotem({ bodyId: t.bodyId, totemId: t.totem, epoch }, sink))
    await expect.poll(latest).toMatchObject({ page: 'current' })
    await openPage(on, t, t.totem)
    await expect.poll(latest).toMatchObject({ page: 'replaced', call: null })
    expect(await on.beats.totem({ bodyId: t.bodyId, totemId: t.totem, epoch })).toMatchObject({
      ok: false,
      refusal: 'page-replaced',
    })
  })
})

describe('time', () => {
  it('rings when the ready guard is over, though nothing else happens', async () => {
    const t = await trial({ rules: { readyGuardMs: 300 } })
    const on = await instance()
    await goOnDuty(on, t, t.operator)
    const call = await placeCall(on, t, await openPage(on, t, t.totem))
    expect((await t.board()).calls.get(call)?.state).toBe('waiting')
    await expect
      .poll(async () => (await t.board()).calls.get(call)?.state, { timeout: 3_000 })
      .toBe('offered')
  })

  it('passes on every instance: a ring ends though its own instance is gone', async () => {
    const t = await trial({ rules: { ringMs: 300 } })
    const gone = await instance()
    await goOnDuty(gone, t, t.operator)
    const call = await placeCall(gone, t, await openPage(gone, t, t.totem))
    gone.stop()
    await instance()
    await expect
      .poll(async () => (await t.board()).operators.get(t.operator)?.work.kind, { timeout: 5_000 })
      .toBe('not_responding')
    expect((await t.board()).calls.get(call)?.state).toBe('waiting')
  })
})

describe('beats', () => {
  it('keep a page alive without touching the board', async () => {
    const t = await trial()
    const on = await instance()
    const desk = await goOnDuty(on, t, t.operator)
    const epoch = await openPage(on, t, t.totem)
    // Whoever keeps a board reads leases anew only now and then.
    const read = () => createBoardReader(t.settings).load(t.pool, t.bodyId)
    const before = await read()
    await t.pool.query(
      `update switchboard.totems set lease_ends_at = lease_ends_at - interval '10 s' where body_id = $1`,
      [t.bodyId],
    )
    await t.pool.query(
      `update switchboard.operators set lease_ends_at = lease_ends_at - interval '10 s' where body_id = $1`,
      [t.bodyId],
    )
    expect(await on.beats.totem({ bodyId: t.bodyId, totemId: t.totem, epoch })).toMatchObject({ ok: true })
    expect(await on.beats.desk({ bodyId: t.bodyId, ...desk })).toMatchObject({ ok: true })
    const after = await read()
    expect(after.revision).toBe(before.revision)
    const leaseOf = (loaded: typeof after) => loaded.board.totems.get(t.totem)?.leaseEndsAt ?? 0
    expect(leaseOf(after)).toBeGreaterThan(leaseOf(before))
    const deskLeaseOf = (loaded: typeof after) =>
      loaded.board.operators.get(t.operator)?.desk.leaseEndsAt ?? 0
    expect(deskLeaseOf(after)).toBeGreaterThan(deskLeaseOf(before))
  })

  it('bring back a page whose lease had run out, as an event', async () => {
    const t = await trial()
    const on = await instance()
    const epoch = await openPage(on, t, t.totem)
    await t.wait(60_000)
    await t.tick()
    expect((await t.board()).totems.get(t.totem)?.presence).toBe('gone')
    expect(await on.beats.totem({ bodyId: t.bodyId, totemId: t.totem, epoch })).toMatchObject({ ok: true })
    expect((await t.board()).totems.get(t.totem)?.presence).toBe('here')
  })

  it('move the deadline of an answered call, which a command in between does not undo', async () => {
    const t = await trial()
    const on = await instance()
    const desk = await goOnDuty(on, t, t.operator)
    const epoch = await openPage(on, t, t.totem)
    const call = await placeCall(on, t, epoch)
    const offer = [...(await t.board()).offers.values()][0]
    if (!offer) throw new Error('nothing rings')
    const { bodyId } = t
    const there = { offerId: offer.id, ...desk }
    const here = { callId: call, totemId: t.totem, epoch }
    await on.run({ bodyId, event: { type: 'offerAnswered', ...there }, repeatable: null })
    await on.run({
      bodyId,
      event: { type: 'deskReceives', ...there, channels: ALL_CHANNELS },
      repeatable: null,
    })
    await on.run({
      bodyId,
      event: { type: 'totemReceives', ...here, channels: ALL_CHANNELS },
      repeatable: null,
    })
    const deadline = async (id: CallId) => {
      const found = (await t.board()).calls.get(id)
      return found?.state === 'in_call' ? found.deadline : 0
    }
    const before = await deadline(call)
    await t.pool.query(`update switchboard.calls set deadline = deadline - interval '20 s' where id = $1`, [
      call,
    ])
    await on.beats.totem({ bodyId, totemId: t.totem, epoch })
    const moved = await deadline(call)
    expect(moved).toBeGreaterThanOrEqual(before)
    await on.run({
      bodyId,
      event: { type: 'totemChannelsDeclared', ...here, channels: ALL_CHANNELS },
      repeatable: null,
    })
    expect(await deadline(call)).toBe(moved)
    await t.pool.query(`update switchboard.calls set deadline = deadline - interval '20 s' where id = $1`, [
      call,
    ])
    await on.beats.desk({ bodyId, ...desk })
    expect(await deadline(call)).toBeGreaterThanOrEqual(moved)
  })
})

describe('orders', () => {
  it('are carried out after the commit and then forgotten', async () => {
    const t = await trial()
    const on = await instance()
    await goOnDuty(on, t, t.operator)
    const call = await placeCall(on, t, await openPage(on, t, t.totem))
    await expect.poll(async () => (await t.board()).calls.get(call)?.media.kind).toBe('open')
    expect(await hasRoom(call)).toBe(true)
    await expect.poll(() => ordersOf(t, 'openRoom')).toBe(0)
  })

  it('are tried again while the media server is away', async () => {
    const t = await trial()
    const on = await instance({ isMediaAway: true })
    await goOnDuty(on, t, t.operator)
    const call = await placeCall(on, t, await openPage(on, t, t.totem))
    await expect.poll(() => attemptsOf(t), { timeout: 5_000 }).toBeGreaterThan(0)
    expect(await hasRoom(call)).toBe(false)
    await on.media.mend()
    await expect
      .poll(async () => (await t.board()).calls.get(call)?.media.kind, { timeout: 8_000 })
      .toBe('open')
    expect(await hasRoom(call)).toBe(true)
  })

  it('[SW-41] end with a closed call when the room never opens', async () => {
    const t = await trial({ rules: { openRoomMs: 1_500 } })
    const on = await instance({ isMediaAway: true })
    await goOnDuty(on, t, t.operator)
    const call = await placeCall(on, t, await openPage(on, t, t.totem))
    await expect
      .poll(async () => (await t.board()).calls.get(call), { timeout: 8_000 })
      .toMatchObject({ state: 'over', outcome: { kind: 'closed', why: 'media_away' } })
    await expect.poll(() => ordersOf(t, 'openRoom'), { timeout: 10_000 }).toBe(0)
  })

  it('[SW-409] close the room of a call that was hung up while only we could not reach it', async () => {
    const t = await trial()
    const on = await instance()
    const epoch = await openPage(on, t, t.totem)
    await goOnDuty(on, t, t.operator)
    const call = await placeCall(on, t, epoch)
    await expect.poll(async () => (await t.board()).calls.get(call)?.media.kind).toBe('open')
    await on.media.sever()
    const page = { callId: call, totemId: t.totem, epoch }
    await on.run({ bodyId: t.bodyId, event: { type: 'visitorLeft', ...page }, repeatable: null })
    await expect.poll(() => attemptsOf(t), { timeout: 5_000 }).toBeGreaterThan(0)
    expect(await hasRoom(call)).toBe(true)
    await on.media.mend()
    await expect.poll(() => hasRoom(call), { timeout: 12_000 }).toBe(false)
    await expect.poll(() => ordersOf(t, 'closeRoom')).toBe(0)
  })

  it('are taken up by another instance when their own has died', async () => {
    const t = await trial()
    await t.onDuty(t.operator)
    // The trial commits like any instance, but carries nothing out.
    const call = await t.call(t.totem)
    await instance()
    await expect
      .poll(async () => (await t.board()).calls.get(call)?.media.kind, { timeout: 8_000 })
      .toBe('open')
    expect(await hasRoom(call)).toBe(true)
  })
})

/** How often the orders that are still open have been tried. */
const attemptsOf = async (t: ATrial) => {
  const text = 'select coalesce(max(attempts), 0) as most from switchboard.outbox where body_id = $1'
  return Number((await t.pool.query(text, [t.bodyId])).rows[0].most)
}

const ordersOf = async (t: ATrial, type: string) => {
  const text = `select count(*) from switchboard.outbox where body_id = $1 and effect ->> 'type' = $2`
  return Number((await t.pool.query(text, [t.bodyId, type])).rows[0].count)
}

describe('a database that goes away', () => {
  it('is survived: commands say so, streams stay open, and everything goes on afterwards', async () => {
    const t = await trial()
    const wire = await severableDatabase(env().databaseUrl)
    const on = await instance({ databaseUrl: wire.url })
    undo.push(() => wire.close())
    const desk = await goOnDuty(on, t, t.operator)
    const epoch = await openPage(on, t, t.totem)
    const { sink, stream, latest } = page<DeskView>()
    undo.push(on.watchDesk({ bodyId: t.bodyId, ...desk }, sink))
    await expect.poll(latest).toMatchObject({ work: { kind: 'idle' } })

    await wire.sever()
    const failed = await on
      .run({ bodyId: t.bodyId, event: { type: 'operatorCameBack', ...desk }, repeatable: null })
      .catch((error: unknown) => error)
    expect(isDatabaseAway(failed)).toBe(true)
    const beatFailed = await on.beats.desk({ bodyId: t.bodyId, ...desk }).catch((error: unknown) => error)
    expect(isDatabaseAway(beatFailed)).toBe(true)
    const beats = stream.beats
    await on.hub.beat()
    expect(stream).toMatchObject({ beats, silences: expect.any(Number) })
    expect(stream.silences).toBeGreaterThan(0)

    await wire.mend()
    const call = await placeCall(on, t, epoch)
    await expect.poll(latest).toMatchObject({ work: { kind: 'ringing', offer: { callId: call } } })
    // What another instance does is heard again, and the clock ticks.
    await t.changeByHand([
      `update switchboard.offers set expires_at = clock_timestamp() where call_id = '${call}'`,
      `update switchboard.bodies set next_due_at = clock_timestamp() where id = '${t.bodyId}'`,
    ])
    await expect.poll(latest, { timeout: 8_000 }).toMatchObject({ work: { kind: 'not_responding' } })
  })
})
