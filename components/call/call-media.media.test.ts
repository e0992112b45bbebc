import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bareParticipant } from '@/e2e/bare-participant.ts'
import { assembleCrew } from '@/e2e/crew.ts'
import { HD, SMALL } from '@/e2e/media/camera-file.ts'
import { BLUE, GREEN, RED } from '@/e2e/media/faces.ts'
import { arrivalsAt, frameRateIn, pictureIn, relaysOf, soundAt } from '@/e2e/probes.ts'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { startLivekit } from '@/scripts/local/livekit.ts'
import { freeUdpPort } from '@/scripts/local/ports.ts'
import { type CallTrial, NOWHERE, startCallTrial, type TrialEnd } from './call-trial.ts'
import { PAPER_TRACK_NAME } from './livekit-options.ts'

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

/**
 * A totem with a red face and a desk with a green one, and the plans of one call between them.
 * @param prepare runs in each page before anything of it does
 */
async function twoEnds(format = SMALL, inside = trials, prepare = () => {}) {
  const [red, green] = await Promise.all([
    crew.open({ face: RED, format }),
    crew.open({ face: GREEN, format }),
  ])
  await Promise.all([red, green].map(({ page }) => page.addInitScript(prepare)))
  const [totem, desk] = await Promise.all([inside.openEnd(red.page), trials.openEnd(green.page)])
  return { totem, desk }
}

async function callBetween(totem: TrialEnd, desk: TrialEnd, inside = trials) {
  const room = await inside.openRoom()
  const visitor = await room.admit(totem, 't-call')
  const operator = await room.admit(desk, 'o-call.1')
  const plans = (own: typeof visitor, other: string) =>
    ({
      waiting: { room: own, send: 'muted', mayReceive: [], shows: [] },
      ringing: { room: own, send: 'muted', mayReceive: [other], shows: [] },
      held: { room: own, send: 'muted', mayReceive: [other], shows: [other] },
      live: { room: own, send: 'live', mayReceive: [other], shows: [other] },
    }) satisfies Record<string, MediaPlan>
  return { room, totemPlans: plans(visitor, operator.identity), deskPlans: plans(operator, visitor.identity) }
}

type Call = Awaited<ReturnType<typeof callBetween>>

/** Both are in the room, muted, and have subscribed to each other. */
async function ring(totem: TrialEnd, desk: TrialEnd, { totemPlans, deskPlans }: Call) {
  await Promise.all([totem.apply(totemPlans.ringing), desk.apply(deskPlans.ringing)])
  await Promise.all([totem.until({ ready: true }), desk.until({ ready: true })])
}

async function answer(totem: TrialEnd, desk: TrialEnd, { totemPlans, deskPlans }: Call) {
  const at = Math.min(...(await Promise.all([totem.apply(totemPlans.live), desk.apply(deskPlans.live)])))
  await Promise.all([totem.until(BOTH_ARRIVE), desk.until(BOTH_ARRIVE)])
  return at
}

const hangUp = (...ends: TrialEnd[]) => Promise.all(ends.map((end) => end.apply(NOWHERE)))

declare global {
  /** Speakers to which something was moved, in order. */
  var heardAt: string[]
}

/** Two cores may be busy with three browsers. */
const PATIENT = { timeout: 10_000, interval: 50 }
const BOTH_ARRIVE = { receives: { sound: true, picture: true } }
const CLOSED = { sound: { kind: 'closed' }, picture: { kind: 'closed' } } as const
const remotePicture = ({ page }: TrialEnd) => page.locator('video[data-remote=true]')
/** The other's track is in the element: a connection has it a moment before LiveKit does. */
const isPictureMadeReady = (end: TrialEnd) =>
  remotePicture(end).evaluate(({ srcObject }: HTMLVideoElement) => {
    const ready = srcObject instanceof MediaStream ? srcObject.getVideoTracks() : []
    return ready.some(({ id }) => globalThis.farEnd.remoteTracks.some(({ track }) => track.id === id))
  })
const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const openCopies = ({ page }: TrialEnd) =>
  page.evaluate(() => trial.copies.filter((copy) => copy.deref()?.readyState === 'live').length)

/** `end` sees and hears this face and no other. */
async function expectFace(end: TrialEnd, face: string) {
  await expect.poll(async () => (await pictureIn(remotePicture(end))).face, PATIENT).toBe(face)
  await expect.poll(() => soundAt(end.page), PATIENT).toEqual({ faces: [face], isPlayed: true })
}

/** How fast is a matter for the bench, which has the machine for itself. */
const expectMoving = (end: TrialEnd) =>
  expect.poll(() => frameRateIn(remotePicture(end)), PATIENT).toBeGreaterThan(5)

/** Nothing of a call is left in the page. */
async function expectNothingOpen(end: TrialEnd) {
  await end.until({ devices: CLOSED, sending: { sound: false, picture: false } })
  await expect.poll(async () => (await arrivalsAt(end.page)).openConnections, PATIENT).toBe(0)
  expect(await arrivalsAt(end.page)).toMatchObject({ openDevices: 0 })
  expect(await openCopies(end)).toBe(0)
}

it('opens the curtain in the task that hears the answer, and puts off what is painted because of it', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  // Nobody waits for a picture that is not subscribed.
  await expect.poll(() => isPictureMadeReady(desk), PATIENT).toBe(true)
  const atOnce = await desk.page.evaluate(({ ringing, live }) => {
    const { media } = trial
    const [before, behind] = [document.createElement('div'), document.createElement('div')]
    media.attachCurtain(before, 'before')
    media.attachCurtain(behind, 'behind')
    const seen: string[] = []
    const look = (what: string) => seen.push(`${what}: ${before.style.visibility} ${behind.style.visibility}`)
    look('ringing')
    media.apply(live)
    media.afterPicture(() => seen.push('painted'))
    look('answered')
    // Whoever is gone at once is not waited for, and their screen does not come after the next one.
    media.apply(ringing)
    look('gone')
    return seen
  }, call.deskPlans)
  expect(atOnce).toEqual(['ringing:  ', 'answered: hidden visible', 'painted', 'gone:  '])

  const answered = desk.page.evaluate(
    ({ live }) =>
      new Promise<{ isPutOff: boolean; knowsAtOnce: boolean }>((resolve) => {
        const { media } = trial
        const told = trial.states.length
        media.apply(live)
        const knowsAtOnce = media.state().sending.picture && trial.states.length === told
        let isPutOff = false
        media.afterPicture(() => resolve({ isPutOff, knowsAtOnce }))
        isPutOff = true
      }),
    call.deskPlans,
  )
  await totem.apply(call.totemPlans.live)
  expect(await answered).toEqual({ isPutOff: true, knowsAtOnce: true })
  await Promise.all([totem.until(BOTH_ARRIVE), desk.until(BOTH_ARRIVE)])
  await hangUp(totem, desk)
})

it('lets nothing through before the plan goes live, and then who they are', async () => {
  const { totem, desk } = await twoEnds(HD)
  const call = await callBetween(totem, desk)
  await totem.apply(call.totemPlans.waiting)
  await totem.until({ ready: true })
  await ring(totem, desk, call)
  for (const { page } of [totem, desk]) {
    expect(await arrivalsAt(page)).toMatchObject({
      framesDecoded: 0,
      firstPictureAt: null,
      firstSoundAt: null,
      soundEnergy: 0,
    })
  }
  await answer(totem, desk, call)
  await expectFace(totem, 'green')
  await expectFace(desk, 'red')
  for (const end of [totem, desk]) {
    // It grows in steps.
    await expect
      .poll(async () => {
        const { width, height } = await pictureIn(remotePicture(end))
        return Math.min(width / 640, height / 360)
      }, PATIENT)
      .toBeGreaterThanOrEqual(1)
    await expectMoving(end)
  }
  await hangUp(totem, desk)
  await Promise.all([expectNothingOpen(totem), expectNothingOpen(desk)])
})

it('shows both ends to each other within a quarter of a second of the answer', async () => {
  const { totem, desk } = await twoEnds()
  const delays: number[] = []
  for (let round = 0; round < 5; round++) {
    const call = await callBetween(totem, desk)
    await ring(totem, desk, call)
    const at = await answer(totem, desk, call)
    delays.push((await totem.firstPictureAt()) - at, (await desk.firstPictureAt()) - at)
    await hangUp(totem, desk)
  }
  expect(median(delays)).toBeLessThan(250)
})

it('goes live as soon as it can when it is answered before it was ready', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await totem.apply(call.totemPlans.waiting)
  await totem.until({ ready: true })
  const at = await answer(totem, desk, call)
  expect((await totem.firstPictureAt()) - at).toBeLessThan(2_000)
  await expectFace(totem, 'green')
})

it('gives a stranger with a valid token nothing, and shows nothing of theirs', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  const stranger = await bareParticipant(
    await crew.open({ face: BLUE, format: SMALL }),
    server,
    call.room.name,
    'stranger',
  )
  expect(await stranger.join()).toBe('joined')
  await stranger.publishMuted()
  await stranger.setMuted(false)
  await answer(totem, desk, call)
  await expectMoving(totem)
  expect(await stranger.seen()).toMatchObject({ isConnected: true, tracksReceived: 0 })
  expect((await stranger.seen()).others.sort()).toEqual(['o-call.1', 't-call'])
  await expectFace(totem, 'green')
  await expectFace(desk, 'red')
  for (const end of [totem, desk]) expect(await streamsArrivingAt(end)).toEqual(['audio', 'video'])
})

it('leaves nothing behind when a call rings and is withdrawn again and again', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  const { ringing, live } = call.deskPlans
  await totem.apply(call.totemPlans.ringing)
  // Far faster than a room can be joined: the same task, the next one, and while the camera opens.
  await desk.page.evaluate(
    async ({ ringing, live, nowhere }) => {
      for (const waitMs of [0, 0, 1, 5, 20, 60, 120, 200, 350]) {
        for (const plan of [ringing, nowhere, ringing, live]) trial.media.apply(plan)
        await new Promise((resolve) => setTimeout(resolve, waitMs))
        trial.media.apply(nowhere)
      }
    },
    { ringing, live, nowhere: NOWHERE },
  )
  await expectNothingOpen(desk)
  await expect.poll(() => call.room.participants(), PATIENT).toEqual(['t-call'])

  // And the last word counts when it is "ring", too.
  await desk.page.evaluate(
    ({ ringing, nowhere }) => {
      for (const plan of [ringing, nowhere, ringing, nowhere, ringing]) trial.media.apply(plan)
    },
    { ringing, nowhere: NOWHERE },
  )
  await desk.until({ ready: true })
  expect(await call.room.participants()).toEqual(['o-call.1', 't-call'])
  expect(await arrivalsAt(desk.page)).toMatchObject({ openConnections: 1, openDevices: 2 })
  await answer(totem, desk, call)
  await expectFace(totem, 'green')
})

it('holds ten calls in one page with one room object and no connection left between them', async () => {
  const { totem, desk } = await twoEnds()
  for (let round = 0; round < 10; round++) {
    const call = await callBetween(totem, desk)
    await ring(totem, desk, call)
    await answer(totem, desk, call)
    await hangUp(totem, desk)
    await Promise.all([expectNothingOpen(totem), expectNothingOpen(desk)])
  }
  for (const end of [totem, desk]) expect(await roomsInHeap(end)).toBe(1)
})

it('tells when the camera is unplugged, goes on in sound, and shows it again when it is back', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await answer(totem, desk, call)
  await unplug(totem, 'video')
  await totem.until({
    devices: { picture: { kind: 'unavailable', why: 'lost' } },
    channels: { sound: true, picture: false },
    sending: { sound: true, picture: false },
  })
  await desk.until({ remote: { picture: false, sound: true }, receives: { picture: false, sound: true } })

  await plugIn(totem)
  await totem.until({ channels: { sound: true, picture: true }, sending: { sound: true, picture: true } })
  await desk.until({ remote: { picture: true }, ...BOTH_ARRIVE })
  await expect.poll(() => frameRateIn(remotePicture(desk)), PATIENT).toBeGreaterThan(5)
  await expectFace(desk, 'red')
  await hangUp(totem, desk)
  await expectNothingOpen(totem)
})

it('tells when the microphone is unplugged, goes on in pictures, and takes back one that only stopped', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await answer(totem, desk, call)
  await unplug(totem, 'audio')
  await totem.until({
    devices: { sound: { kind: 'unavailable', why: 'lost' } },
    channels: { sound: false, picture: true },
    sending: { sound: false, picture: true },
  })
  await desk.until({ remote: { picture: true, sound: false }, receives: { picture: true, sound: false } })
  await plugIn(totem)
  await desk.until({ remote: { sound: true }, ...BOTH_ARRIVE })
  await expectFace(desk, 'red')

  const before = await openMicrophones(totem)
  await endTracks(totem.page, 'audio')
  await totem.until({ channels: { sound: true, picture: true }, sending: { sound: true, picture: true } })
  expect(await openMicrophones(totem)).toEqual([expect.not.stringMatching(before.join())])
  await expectFace(desk, 'red')
  await hangUp(totem, desk)
  await expectNothingOpen(totem)
})

it('takes other devices in the place of those that are sent, and nobody is told', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await answer(totem, desk, call)
  await expectFace(totem, GREEN.name)
  const { openDevices } = await arrivalsAt(desk.page)
  const [before, seen] = await Promise.all(
    [desk, totem].map(({ page }) => page.evaluate(() => trial.states.length)),
  )
  const troubles = await desk.page.evaluate(() =>
    Promise.all([trial.media.takeChosen('camera'), trial.media.takeChosen('microphone')]),
  )
  expect(troubles).toEqual([null, null])
  // Those before them are let go of as soon as the others are sent.
  await expect.poll(async () => (await arrivalsAt(desk.page)).openDevices, PATIENT).toBe(openDevices)
  await expectFace(totem, GREEN.name)
  await expectMoving(totem)
  const pauses = await desk.page.evaluate(
    (from) => trial.states.slice(from).filter(({ sending }) => !sending.sound || !sending.picture).length,
    before ?? 0,
  )
  const gaps = await totem.page.evaluate(
    (from) => trial.states.slice(from).filter(({ remote }) => !remote?.sound || !remote.picture).length,
    seen ?? 0,
  )
  expect({ pauses, gaps }).toEqual({ pauses: 0, gaps: 0 })
  await hangUp(totem, desk)
  await Promise.all([expectNothingOpen(totem), expectNothingOpen(desk)])
})

it('plays at the default speaker while the chosen one is unplugged, and there again when it is back', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await answer(totem, desk, call)
  const { page } = desk
  const id = await page.evaluate(async () => {
    const found = await navigator.mediaDevices.enumerateDevices()
    const speakers = found.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== 'default')
    const speaker = speakers[0]?.deviceId ?? ''
    const move = HTMLMediaElement.prototype.setSinkId
    Object.assign(globalThis, { heardAt: [] })
    HTMLMediaElement.prototype.setSinkId = async function (next: string) {
      await move.call(this, next)
      globalThis.heardAt.push(next)
    }
    trial.chosen = { ...trial.chosen, speaker }
    await trial.media.takeChosen('speaker')
    return speaker
  })
  const heardAt = () => page.evaluate(() => globalThis.heardAt)
  expect(id).not.toBe('')
  await expect.poll(heardAt, PATIENT).toEqual([id])
  await page.evaluate((gone) => {
    const { mediaDevices } = navigator
    const all = mediaDevices.enumerateDevices.bind(mediaDevices)
    Object.assign(mediaDevices, { allDevices: all })
    mediaDevices.enumerateDevices = async () => (await all()).filter(({ deviceId }) => deviceId !== gone)
    mediaDevices.dispatchEvent(new Event('devicechange'))
  }, id)
  await expect.poll(heardAt, PATIENT).toEqual([id, ''])
  await expectFace(desk, 'red')
  await page.evaluate(() => {
    const { mediaDevices } = navigator
    mediaDevices.enumerateDevices = Reflect.get(
      mediaDevices,
      'allDevices',
    ) as typeof mediaDevices.enumerateDevices
    mediaDevices.dispatchEvent(new Event('devicechange'))
  })
  await expect.poll(heardAt, PATIENT).toEqual([id, '', id])
  await expectFace(desk, 'red')
  await hangUp(totem, desk)
})

it('brings a paper to the operator, and to no guest, not even one whose page takes whatever it can get', async () => {
  const { totem, desk } = await twoEnds()
  const blue = await crew.open({ face: BLUE, format: SMALL })
  const guest = await trials.openEnd(blue.page)
  const { room, totemPlans, deskPlans } = await callBetween(totem, desk)
  const interpreter = await room.admit(guest, 'g-call')
  const together = ['t-call', 'o-call.1', interpreter.identity]
  const planFor = (own: typeof interpreter): MediaPlan => {
    const others = together.filter((identity) => identity !== own.identity)
    const peopleOnly = [interpreter.identity]
    return { room: own, send: 'live', mayReceive: others, peopleOnly, shows: others }
  }
  await Promise.all([
    totem.apply(planFor(totemPlans.live.room)),
    desk.apply(planFor(deskPlans.live.room)),
    guest.apply({ ...planFor(interpreter), takesPeopleOnly: true }),
  ])
  await Promise.all([totem, desk, guest].map((end) => end.until(BOTH_ARRIVE)))
  const two = ['audio', 'audio', 'video', 'video']
  for (const end of [desk, guest]) await expect.poll(() => streamsArrivingAt(end), PATIENT).toEqual(two)

  await totem.page.evaluate(() => trial.media.papers.own.show())
  await expect.poll(() => streamsArrivingAt(desk), PATIENT).toEqual([...two, 'video'])
  const hasPaper = ({ page }: TrialEnd) => page.evaluate(() => trial.media.papers.received.picture() !== null)
  await expect.poll(() => hasPaper(desk), PATIENT).toBe(true)
  expect(await hasPaper(guest)).toBe(false)
  expect(await streamsArrivingAt(guest)).toEqual(two)

  await hangUp(guest)
  await expectNothingOpen(guest)
  const greedy = await bareParticipant(guest, server, room.name, interpreter.identity)
  expect(await greedy.join()).toBe('joined')
  const all = { tracksReceived: two.length, refused: [PAPER_TRACK_NAME] }
  await expect.poll(() => greedy.seen(), PATIENT).toMatchObject(all)
  await hangUp(totem, desk)
  for (const end of [totem, desk]) await expectNothingOpen(end)
})

it('goes without the picture while it is told to, hears the other all the time, and sees them again afterwards', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await answer(totem, desk, call)
  // As a guest is named.
  await totem.apply({ ...call.totemPlans.live, peopleOnly: ['o-call.1'] })
  const takePictures = (does: boolean) => desk.page.evaluate((takes) => trial.media.takePictures(takes), does)
  for (let time = 0; time < 2; time++) {
    await takePictures(false)
    await desk.until({
      remote: { sound: true, picture: false },
      receives: { sound: true, picture: false },
    })
    await expect.poll(() => streamsArrivingAt(desk), PATIENT).toEqual(['audio'])
    await expectFace(totem, GREEN.name)
    await takePictures(true)
    await desk.until(BOTH_ARRIVE)
    await expectFace(desk, RED.name)
  }
  await hangUp(totem, desk)
})

it('falls silent and dark the moment the plan says so, and keeps what the person switched off', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await answer(totem, desk, call)
  await totem.page.evaluate(() => trial.media.setUserMuted({ sound: true }))
  await totem.until({ sending: { sound: false, picture: true }, channels: { sound: false, picture: true } })
  await desk.until({ remote: { sound: false, picture: true }, receives: { sound: false, picture: true } })

  await totem.apply(call.totemPlans.held)
  expect(await totem.state()).toMatchObject({ sending: { sound: false, picture: false } })
  await desk.until({ remote: { sound: false, picture: false }, receives: { sound: false, picture: false } })
  await totem.apply(call.totemPlans.live)
  expect(await totem.state()).toMatchObject({ sending: { sound: false, picture: true } })
  await desk.until({ receives: { sound: false, picture: true } })

  await hangUp(totem)
  await totem.page.evaluate(() => trial.media.closeDevices())
  expect(await totem.state()).toMatchObject({ userMuted: { sound: false, picture: false } })
})

it('stops without a fight when another page joins as the same end', async () => {
  const { totem, desk } = await twoEnds()
  const { totem: newer } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await call.room.admit(newer, 't-call')
  await newer.apply(call.totemPlans.ringing)
  await newer.until({ ready: true })
  await totem.until({ connection: 'replaced', devices: CLOSED })
  await answer(newer, desk, call)
  expect(await totem.page.evaluate(() => trial.asked)).toBe(1)
  expect(await newer.page.evaluate(() => trial.asked)).toBe(1)
  await expectNothingOpen(totem)
})

it('comes back by itself as long as the plan names the room', async () => {
  const { totem, desk } = await twoEnds()
  const call = await callBetween(totem, desk)
  await ring(totem, desk, call)
  await answer(totem, desk, call)
  await call.room.remove('t-call')
  await totem.until({ connection: 'lost', sending: { sound: false, picture: false } })
  await desk.until({ remote: null })
  await totem.until({ ready: true, ...BOTH_ARRIVE })
  await desk.until(BOTH_ARRIVE)
  expect(await totem.page.evaluate(() => trial.joined)).toHaveLength(2)
  await expectFace(desk, 'red')
})

it('[SW-409] says that it is in a room that the server cannot see, and not while it is out of it', async () => {
  const { page } = await crew.open({ face: RED, format: SMALL })
  const totem = await trials.openEnd(page)
  const room = await trials.openRoom()
  const own = await room.admit(totem, 't-call')
  const plan: MediaPlan = { room: own, send: 'muted', mayReceive: [], shows: [] }
  const away: MediaPlan = { ...plan, room: { ...own, isAway: true } }
  const words = () => page.evaluate(() => trial.joined.length)
  await totem.apply(plan)
  await totem.until({ ready: true })
  await totem.apply(plan)
  expect(await words()).toBe(1)
  await totem.apply(away)
  expect(await words()).toBe(2)
  await totem.apply(away)
  expect(await words(), 'every 10 s').toBe(2)

  const other = await trials.openRoom()
  await totem.apply({ ...away, room: { name: other.name, identity: 't-call', isAway: true } })
  await totem.apply({ ...away, room: { name: other.name, identity: 't-call', isAway: true } })
  expect(await words(), 'it has no ticket there').toBe(2)
})

it('tries again after a ticket that is no good, and never writes it down', async () => {
  const { totem, desk } = await twoEnds()
  const written: string[] = []
  totem.page.on('console', (message) => written.push(message.text()))
  const call = await callBetween(totem, desk)
  const { key, secret } = await totem.page.evaluate((name) => {
    const found = trial.tickets.get(`${name} t-call`)
    if (!found) throw new Error('no ticket')
    const secret = found.token
    const signature = 'a'.repeat(43)
    trial.tickets.set(`${name} t-call`, { ...found, token: secret.replace(/[^.]+$/, signature) })
    return { key: `${name} t-call`, secret }
  }, call.room.name)
  await totem.apply(call.totemPlans.waiting)
  await totem.until({ connection: 'lost' })
  await totem.page.evaluate(
    ({ key, secret }) => {
      const found = trial.tickets.get(key)
      if (found) trial.tickets.set(key, { ...found, token: secret })
    },
    { key, secret },
  )
  await totem.until({ ready: true })
  // The browser itself writes the address of a socket that failed; that only the device's own screen has.
  const ours = written.filter((line) => !line.startsWith('WebSocket connection to'))
  // Header and claims are the same in both tickets, and part of the secret.
  for (const part of secret.split('.')) expect(ours.filter((line) => line.includes(part))).toEqual([])
  expect(await arrivalsAt(totem.page)).toMatchObject({ openConnections: 1 })
})

it('both find each other again after the media server was away, and still nobody else', async () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'call-media-'))
  let ours = await startLivekit({ home })
  const inside = await startCallTrial(ours)
  try {
    const { totem, desk } = await twoEnds(SMALL, inside)
    const call = await callBetween(totem, desk, inside)
    await ring(totem, desk, call)
    await answer(totem, desk, call)
    const blue = await crew.open({ face: BLUE, format: SMALL })
    const stranger = await bareParticipant(blue, ours, call.room.name, 'x-1')
    expect(await stranger.join()).toBe('joined')

    await ours.crash()
    await Promise.all([
      totem.until({ connection: 'reconnecting' }),
      desk.until({ connection: 'reconnecting' }),
    ])
    await totem.until({ receives: { sound: false, picture: false } })
    ours = await startLivekit({ home, port: ours.port, udpPort: ours.udpPort })
    await call.room.open()
    await Promise.all([
      totem.until({ ready: true, ...BOTH_ARRIVE }),
      desk.until({ ready: true, ...BOTH_ARRIVE }),
    ])
    await expectFace(totem, 'green')
    await expectFace(desk, 'red')
    await expect
      .poll(async () => (await stranger.seen()).others.sort(), PATIENT)
      .toEqual(['o-call.1', 't-call'])
    expect(await stranger.seen()).toMatchObject({ tracksReceived: 0 })
  } finally {
    await crew.dismiss()
    await inside.stop()
    await ours.stop()
    fs.rmSync(home, { recursive: true, force: true })
  }
}, 90_000)

it('meets through a relay of the media server where there is no other way', async () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'call-media-'))
  const ours = await startLivekit({ home, turnUdpPort: await freeUdpPort() })
  const inside = await startCallTrial(ours)
  try {
    const { totem, desk } = await twoEnds(SMALL, inside, onlyByRelay)
    const call = await callBetween(totem, desk, inside)
    await ring(totem, desk, call)
    await answer(totem, desk, call)
    await expectFace(totem, 'green')
    await expectFace(desk, 'red')
    for (const { page } of [totem, desk]) expect(await relaysOf(page)).toEqual(['udp'])
  } finally {
    await crew.dismiss()
    await inside.stop()
    await ours.stop()
    fs.rmSync(home, { recursive: true, force: true })
  }
}, 60_000)

/** Runs in the page: no connection of it may go straight to the media server. */
function onlyByRelay() {
  const relayed = (configuration?: RTCConfiguration): RTCConfiguration => ({
    ...configuration,
    iceTransportPolicy: 'relay',
  })
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(relayed(configuration))
    }
    override setConfiguration(configuration?: RTCConfiguration): void {
      super.setConfiguration(relayed(configuration))
    }
  }
}

/** Ids of the tracks of microphones that are open. */
const openMicrophones = ({ page }: TrialEnd) =>
  page.evaluate(() =>
    [...globalThis.farEnd.ownTracks].flatMap(({ id, kind, readyState }) =>
      kind === 'audio' && readyState === 'live' ? [id] : [],
    ),
  )

/** Kind of each remote track that brings packets. */
const streamsArrivingAt = ({ page }: TrialEnd) =>
  page.evaluate(async () => {
    const kinds: string[] = []
    for (const connection of globalThis.farEnd.connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.packetsReceived > 0) kinds.push(report.kind)
      }
    }
    return kinds.sort()
  })

/** What a page notices when the cable is pulled: the track ends, and nothing of its kind can be had. */
const unplug = async ({ page }: TrialEnd, kind: 'audio' | 'video') => {
  await page.evaluate((gone) => {
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    Object.assign(devices, { openAsBefore: open })
    devices.getUserMedia = (constraints) =>
      constraints?.[gone]
        ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError'))
        : open(constraints)
  }, kind)
  await endTracks(page, kind)
}

const plugIn = ({ page }: TrialEnd) =>
  page.evaluate(() => {
    const devices = navigator.mediaDevices
    devices.getUserMedia = Reflect.get(devices, 'openAsBefore') as typeof devices.getUserMedia
    devices.dispatchEvent(new Event('devicechange'))
  })

/** As when another program takes the device, or a hub restarts: the page's tracks are over, and the device is there. */
const endTracks = (page: Page, kind: 'audio' | 'video') =>
  page.evaluate((gone) => {
    for (const track of globalThis.farEnd.ownTracks) {
      if (track.kind !== gone || track.readyState !== 'live') continue
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
  }, kind)

/** Objects that LiveKit's `Room` made and that are still reachable. */
async function roomsInHeap({ page }: TrialEnd): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'trial.roomPrototype',
    awaitPromise: true,
  })
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' })
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
  })
  return Number(count.value)
}
