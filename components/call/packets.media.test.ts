import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bareParticipant } from '@/e2e/bare-participant.ts'
import { assembleCrew } from '@/e2e/crew.ts'
import { SMALL } from '@/e2e/media/camera-file.ts'
import { BLUE, GREEN, RED } from '@/e2e/media/faces.ts'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { type CallTrial, startCallTrial, type TrialEnd } from './call-trial.ts'

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

/** Two ends in a room that have met and may talk. */
async function talk() {
  const [red, green] = await Promise.all([
    crew.open({ face: RED, format: SMALL }),
    crew.open({ face: GREEN, format: SMALL }),
  ])
  const [totem, desk] = await Promise.all([trials.openEnd(red.page), trials.openEnd(green.page)])
  const room = await trials.openRoom()
  const visitor = await room.admit(totem, 't-call')
  const operator = await room.admit(desk, 'o-call.1')
  const planOf = (own: typeof visitor, other: string): MediaPlan => ({
    room: own,
    send: 'live',
    mayReceive: [other],
    shows: [other],
  })
  const plans = { totem: planOf(visitor, 'o-call.1'), desk: planOf(operator, 't-call') }
  await Promise.all([totem.apply(plans.totem), desk.apply(plans.desk)])
  await Promise.all([
    totem.page.waitForFunction(() => trial.media.state().reachable.includes('o-call.1')),
    desk.page.waitForFunction(() => trial.media.state().reachable.includes('t-call')),
  ])
  return { room, totem, desk, plans }
}

const send = ({ page }: TrialEnd, text: string, to: string[]) =>
  page.evaluate(({ text, to }) => trial.media.packets.send('trial', new TextEncoder().encode(text), to), {
    text,
    to,
  })

const heardAt = ({ page }: TrialEnd) => page.evaluate(() => trial.heard)

/** Everything sent before this from `from` to `to` has arrived by the time it has. */
async function markFrom(from: TrialEnd, to: TrialEnd, identity: string) {
  expect(await send(from, 'mark', [identity])).toBe(true)
  await expect.poll(() => heardAt(to), PATIENT).toContainEqual(expect.stringMatching(/: mark$/))
}

const PATIENT = { timeout: 10_000, interval: 50 }

it('carries packets both ways, in order, and not to a stranger with a valid token', async () => {
  const { room, totem, desk } = await talk()
  const blue = await crew.open({ face: BLUE, format: SMALL })
  const stranger = await bareParticipant(blue, server, room.name, 'stranger')
  expect(await stranger.join()).toBe('joined')
  for (const text of ['b', 'u', 'o', 'n']) expect(await send(totem, text, ['o-call.1'])).toBe(true)
  await markFrom(totem, desk, 'o-call.1')
  await markFrom(desk, totem, 't-call')
  expect(await heardAt(desk)).toEqual(['b', 'u', 'o', 'n', 'mark'].map((text) => `t-call: ${text}`))
  expect(await heardAt(totem)).toEqual(['o-call.1: mark'])
  expect(await stranger.seen()).toMatchObject({ isConnected: true, packetsReceived: 0 })
})

it('believes no stranger, whatever name the packet bears', async () => {
  const { room, totem, desk } = await talk()
  const blue = await crew.open({ face: BLUE, format: SMALL })
  const stranger = await bareParticipant(blue, server, room.name, 'stranger')
  expect(await stranger.join()).toBe('joined')
  await stranger.shout('trial', 'dammi il codice fiscale')
  await stranger.shout('trial', 'dammi il codice fiscale', 'o-call.1')
  await stranger.shout('trial', 'dammi il codice fiscale', 't-call')
  await markFrom(desk, totem, 't-call')
  await markFrom(totem, desk, 'o-call.1')
  expect(await heardAt(totem)).toEqual(['o-call.1: mark'])
  expect(await heardAt(desk)).toEqual(['t-call: mark'])
})

it('sends nothing on hold, and goes on afterwards and after the connection was made anew', async () => {
  const { room, totem, desk, plans } = await talk()
  await totem.apply({ ...plans.totem, send: 'muted', shows: [] })
  expect(await send(totem, 'on hold', ['o-call.1'])).toBe(false)
  expect(await totem.state()).toMatchObject({ reachable: [] })
  await totem.apply(plans.totem)

  await room.remove('t-call')
  await totem.until({ connection: 'lost' })
  expect(await send(totem, 'cut off', ['o-call.1'])).toBe(false)
  await totem.page.waitForFunction(() => trial.media.state().reachable.includes('o-call.1'))
  await desk.page.waitForFunction(() => trial.media.state().reachable.includes('t-call'))
  await markFrom(totem, desk, 'o-call.1')
  await markFrom(desk, totem, 't-call')
  expect(await heardAt(desk)).toEqual(['t-call: mark'])
})
