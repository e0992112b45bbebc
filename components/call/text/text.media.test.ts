import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bareParticipant } from '@/e2e/bare-participant.ts'
import { assembleCrew } from '@/e2e/crew.ts'
import { SMALL } from '@/e2e/media/camera-file.ts'
import { BLUE, GREEN, RED } from '@/e2e/media/faces.ts'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { type CallTrial, NOWHERE, startCallTrial, type TrialEnd } from '../call-trial.ts'

const server = {
  url: process.env.LIVEKIT_URL ?? '',
  apiKey: process.env.LIVEKIT_API_KEY ?? '',
  apiSecret: process.env.LIVEKIT_API_SECRET ?? '',
}
const crew = assembleCrew(`${process.env.PRONTO_HOME}/faces`)
let trials: CallTrial

beforeAll(async () => {
  trials = await startCallTrial(server)
})
afterEach(() => crew.dismiss())
afterAll(async () => {
  await crew.close()
  await trials.stop()
})

const planOf = (own: NonNullable<MediaPlan['room']>, other: string): MediaPlan => ({
  room: own,
  send: 'live',
  mayReceive: [other],
  shows: [other],
})

async function talk({ isWritten }: { isWritten: boolean }) {
  const [red, green] = await Promise.all([
    crew.open({ face: RED, format: SMALL }),
    crew.open({ face: GREEN, format: SMALL }),
  ])
  const [totem, desk] = await Promise.all([trials.openEnd(red.page), trials.openEnd(green.page)])
  const room = await trials.openRoom()
  const visitor = planOf(await room.admit(totem, 't-call'), 'o-call.1')
  const operator = planOf(await room.admit(desk, 'o-call.1'), 't-call')
  if (isWritten) {
    await totem.page.evaluate(() => trial.media.openDevices({ sound: false, picture: false }))
  }
  await Promise.all([totem.apply(visitor), desk.apply(operator)])
  await Promise.all([totem.until({ receives: { text: true } }), desk.until({ receives: { text: true } })])
  return { room, totem, desk, visitor, operator }
}

const type = ({ page }: TrialEnd, text: string) =>
  page.evaluate((each) => trial.media.text.append(each), text)

const readAt = ({ page }: TrialEnd) =>
  page.evaluate(() => trial.media.text.state().conversation.lines.map(({ by, text }) => `${by}: ${text}`))

const PATIENT = { timeout: 10_000, interval: 20 }

it('carries each character both ways while it is being typed, and nothing of it to a stranger', async () => {
  const { room, totem, desk } = await talk({ isWritten: false })
  const blue = await crew.open({ face: BLUE, format: SMALL })
  const stranger = await bareParticipant(blue, server, room.name, 'stranger')
  expect(await stranger.join()).toBe('joined')
  for (const each of 'perché?') await type(totem, each)
  await expect.poll(() => readAt(desk), PATIENT).toEqual(['t-call: perché?'])
  await totem.page.evaluate(() => trial.media.text.erase())
  await type(desk, 'mi dica\n')
  const both = ['t-call: perché', 'o-call.1: mi dica']
  await expect.poll(() => readAt(desk), PATIENT).toEqual(both)
  await expect.poll(() => readAt(totem), PATIENT).toEqual(both)
  const lines = [{ run: 'r', number: 0, revision: 1, text: 'falso', isDone: true }]
  await stranger.shout('text', JSON.stringify({ kind: 'lines', lines }))
  await stranger.shout('text', JSON.stringify({ kind: 'lines', lines }), 'o-call.1')
  await type(desk, 'ecco')
  await expect.poll(() => readAt(totem), PATIENT).toEqual([...both, 'o-call.1: ecco'])
  expect(await stranger.seen()).toMatchObject({ isConnected: true, packetsReceived: 0 })
})

it('is all there is of a written call: no device opens, and both ends know that text arrives', async () => {
  const { totem, desk, visitor } = await talk({ isWritten: true })
  await totem.until({ ready: true, channels: { sound: false, picture: false, text: true } })
  expect(await totem.state()).toMatchObject({
    devices: { sound: { kind: 'closed' }, picture: { kind: 'closed' } },
  })
  await type(totem, 'non sento')
  await expect.poll(() => readAt(desk), PATIENT).toEqual(['t-call: non sento'])
  await totem.apply({ ...visitor, send: 'muted', shows: [] })
  await type(totem, ' bene')
  await totem.apply(visitor)
  await expect.poll(() => readAt(desk), PATIENT).toEqual(['t-call: non sento bene'])
  await totem.apply(NOWHERE)
  expect(await readAt(totem)).toEqual([])
})

it('[SW-M9] hands a listener what was typed before, and lets them write nothing', async () => {
  const { room, totem, desk, visitor, operator } = await talk({ isWritten: true })
  await type(totem, 'prima\n')
  await expect.poll(() => readAt(desk), PATIENT).toEqual(['t-call: prima'])
  const blue = await crew.open({ face: BLUE, format: SMALL })
  const listener = await trials.openEnd(blue.page)
  const own = await room.admit(listener, 'l-call.2')
  await listener.page.evaluate(() => trial.media.openDevices({ sound: false, picture: false }))
  const withListener = (plan: MediaPlan) => ({ ...plan, mayReceive: [...plan.mayReceive, 'l-call.2'] })
  await Promise.all([totem.apply(withListener(visitor)), desk.apply(withListener(operator))])
  await listener.apply({ room: own, send: 'muted', mayReceive: [], shows: ['t-call', 'o-call.1'] })
  await expect.poll(() => readAt(listener), PATIENT).toEqual(['t-call: prima'])
  await type(listener, 'eccomi')
  await type(desk, 'mi dica')
  const both = ['t-call: prima', 'o-call.1: mi dica']
  await expect
    .poll(async () => (await readAt(listener)).filter((line) => !line.startsWith('l-')), PATIENT)
    .toEqual(both)
  expect(await readAt(totem)).toEqual(both)
  expect(await readAt(desk)).toEqual(both)
})

it('gives a page that comes back as the same end the whole conversation', async () => {
  const { room, totem, desk, operator } = await talk({ isWritten: true })
  await type(totem, 'prima\n')
  await expect.poll(() => readAt(desk), PATIENT).toEqual(['t-call: prima'])
  const again = await trials.openEnd(desk.page)
  await room.admit(again, 'o-call.1')
  await again.apply(operator)
  await expect.poll(() => readAt(again), PATIENT).toEqual(['t-call: prima'])
  await type(again, 'eccomi')
  await expect.poll(() => readAt(totem), PATIENT).toEqual(['t-call: prima', 'o-call.1: eccomi'])
})
