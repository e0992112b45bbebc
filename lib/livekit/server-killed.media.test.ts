import { afterEach, expect, it } from 'vitest'
import { type LocalLivekit, startLivekit } from '../../scripts/local/livekit.ts'
import { createTrial } from '../switchboard/shell/trial.ts'
import { startReconciliation } from './reconciliation.ts'
import { createRooms } from './rooms.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

/** A media server of its own, to be killed and started again under the same address. */
async function mediaServer() {
  const home = `${process.env.PRONTO_HOME}/killed`
  let server: LocalLivekit = await startLivekit({ home })
  const { port, udpPort, apiKey, apiSecret } = server
  undo.push(() => server.crash())
  return {
    rooms: createRooms({ url: `http://127.0.0.1:${port}`, apiKey, apiSecret, installation: 'killed' }),
    kill: () => server.crash(),
    start: async () => {
      server = await startLivekit({ home, port, udpPort })
    },
  }
}

/** An operator has answered a call just now, the rooms are watched, and both pages live. */
async function answered() {
  const media = await mediaServer()
  const t = await createTrial()
  undo.push(() => t.pool.end())
  const [operator, totem] = [t.operators[0], t.totems[0]]
  if (!operator || !totem) throw new Error('empty trial')
  const run = (event: Parameters<typeof t.run>[0]['event']) =>
    t.run({ bodyId: t.bodyId, event, repeatable: null })
  await t.onDuty(operator)
  const call = await t.call(totem)
  await media.rooms.openRoom(call)
  await run({ type: 'roomOpened', callId: call })
  const offer = [...(await t.board()).offers.values()][0]
  if (!offer) throw new Error('nothing rings')
  await t.answer(operator, offer.id)
  const readBoard = (bodyId: typeof t.bodyId) => t.boards.load(t.pool, bodyId)
  const { stop } = startReconciliation({ pool: t.pool, rooms: media.rooms, run: t.run, readBoard })
  undo.push(stop)
  return {
    media,
    callNow: async () => (await t.board()).calls.get(call),
    operatorNow: async () => (await t.board()).operators.get(operator),
    hasRoom: async () => (await media.rooms.whoIsIn(call)) !== null,
    connect: () => t.connect(totem, operator, call, offer.id),
    /** Time passes in which nothing is heard but the pages' beats. */
    async passing(ms: number) {
      for (let left = ms; left > 0; left -= BEAT_MS) {
        await t.wait(Math.min(left, BEAT_MS))
        await run({ type: 'totemReturned', totemId: totem, epoch: t.epochOfTotem(totem) })
        await run({ type: 'deskReturned', operatorId: operator, epoch: t.epochOfDesk(operator) })
      }
    },
  }
}

const BEAT_MS = 10_000
/** Two rounds of whoever watches the rooms. */
const NOTICED = { timeout: 12_000 }

it('[SW-405] [SW-406] a media server that is killed just after the answer and back after half a minute is nobody’s failure', async () => {
  const { media, callNow, operatorNow, hasRoom, connect, passing } = await answered()
  await media.kill()
  await expect.poll(callNow, NOTICED).toMatchObject({ state: 'connecting', media: { kind: 'away' } })
  await passing(30_000)
  expect(await callNow()).toMatchObject({ state: 'connecting', media: { kind: 'away' }, mediaFailures: 0 })
  await media.start()
  await expect.poll(callNow, NOTICED).toMatchObject({ state: 'connecting', media: { kind: 'open' } })
  expect(await hasRoom()).toBe(true)
  await passing(10_000)
  await connect()
  expect(await callNow()).toMatchObject({ state: 'in_call', exclusions: [], attempts: 1 })
  expect(await operatorNow()).toMatchObject({ work: { kind: 'engaged' }, devices: { kind: 'checked' } })
})

it('[SW-407] one that stays away closes the call after a minute, and its operator is free at once', async () => {
  const { media, callNow, operatorNow, passing } = await answered()
  await media.kill()
  await expect.poll(callNow, NOTICED).toMatchObject({ media: { kind: 'away' } })
  await passing(60_000)
  expect(await callNow()).toMatchObject({
    state: 'over',
    outcome: { kind: 'closed', why: 'media_away' },
    exclusions: [],
  })
  expect(await operatorNow()).toMatchObject({ work: { kind: 'idle' }, devices: { kind: 'checked' } })
})
