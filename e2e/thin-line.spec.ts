import type { Locator, Page } from '@playwright/test'
import { expect, FACE_OF, test } from './fixtures.ts'
import { guestOn, inviteFrom } from './guest.ts'
import { HD, SMALL } from './media/camera-file.ts'
import { PURPLE } from './media/faces.ts'
import { lineOf, throughRelay } from './media-line.ts'
import { type CallEnd, connect, expectToHear, expectToMeet, expectToSee } from './meeting.ts'
import { GOOD_LINE, type Line } from './network/thin-pipe.ts'
import { arrivalsAt, frameRateIn, pictureIn, soundAt } from './probes.ts'

/** Half of what a voice usually takes with its redundancy, and a little more than it can be sent in. */
const THIN: Line = { bitsPerSecond: 60_000, lost: 0.03, delayMs: 40 }

test('on a thin line the voice goes on without the pictures, both ends are told whose line it is, and they come back @full', async ({
  totem,
  operator,
  stack,
}) => {
  test.setTimeout(180_000)
  await throughRelay(stack, async (relay) => {
    const [desk, visitor] = await Promise.all([
      operator('anna', { format: SMALL }),
      totem('padova-149', { format: SMALL }),
    ])
    await connect(visitor, desk)
    await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
    const line = await lineOf(visitor.page, relay)

    line.become(THIN)
    const inTime = { timeout: 40_000 }
    await expect(desk.page.getByText('Rete del totem molto debole: per ora passa solo la voce')).toBeVisible(
      inTime,
    )
    await expect(visitor.page.getByText('Anna ti sente, ma per ora non ti vede')).toBeVisible(inTime)
    for (const { page } of [desk, visitor]) {
      const stands = await framesStandStill(page)
      await expect.poll(stands, { message: 'no picture comes', ...inTime }).toBe(true)
      const lost = await lostShare(page)
      await expect
        .poll(lost, { message: 'share of the sound that had to be made up', ...inTime })
        .toBeLessThan(0.1)
    }
    await expectToHear(desk, FACE_OF['padova-149'])
    await expectToHear(visitor, FACE_OF.anna)

    line.become(GOOD_LINE)
    await expect(desk.page.getByText('Rete del totem')).toBeHidden({ timeout: 90_000 })
    await expectToSee(desk, FACE_OF['padova-149'])
    await expectToSee(visitor, FACE_OF.anna)
  })
})

/** Beside a voice with its redundancy 34 kb/s of it are left for a picture. */
const NARROW: Line = { bitsPerSecond: 150_000, lost: 0, delayMs: 40 }

test('on a narrow line hands that sign are shown smaller, not slower, at both ends, and large again afterwards @full', async ({
  totem,
  operator,
  stack,
}) => {
  test.setTimeout(300_000)
  await throughRelay(stack, async (relay) => {
    const [desk, visitor] = await Promise.all([
      operator('anna', { format: HD }),
      totem('padova-149', { format: HD }),
    ])
    await visitor.callButton.click()
    await visitor.page.getByRole('button', { name: 'Lingua dei segni (LIS)' }).click()
    await visitor.start.click()
    await desk.answer.click()
    await Promise.all([visitor.expectInCall(), desk.expectInCall()])
    await expectToSee(visitor, FACE_OF.anna)
    await expectToSee(desk, FACE_OF['padova-149'])
    const line = await lineOf(visitor.page, relay)

    line.become(NARROW)
    await expect(desk.page.getByText('Rete del totem debole')).toBeVisible({ timeout: 40_000 })
    for (const end of [visitor, desk]) {
      await expectSmooth(end, { heights: [90, 360] })
      const lost = await lostShare(end.page)
      await expect.poll(lost, { message: 'share of the sound that had to be made up' }).toBeLessThan(0.1)
    }
    await expectToSee(visitor, FACE_OF.anna)
    await expectToSee(desk, FACE_OF['padova-149'])

    line.become(GOOD_LINE)
    for (const end of [visitor, desk]) await expectSmooth(end, { heights: [360, 720] })
    await expectToHear(desk, FACE_OF['padova-149'])
    await expectToHear(visitor, FACE_OF.anna)
  })
})

/** The voices of two with their redundancy, and too little beside them for a picture of either. */
const FOR_VOICES: Line = { bitsPerSecond: 260_000, lost: 0, delayMs: 40 }

test('a guest on a thin line goes without pictures and says so, and takes nothing of theirs from visitor and operator @full', async ({
  totem,
  operator,
  pageOf,
  stack,
}) => {
  test.setTimeout(240_000)
  await throughRelay(stack, async (relay) => {
    const [desk, visitor] = await Promise.all([
      operator('anna', { format: SMALL }),
      totem('padova-149', { format: SMALL }),
    ])
    await connect(visitor, desk)
    const link = await inviteFrom(desk, 'Familiare', 'Ugo')
    const guest = guestOn((await pageOf(PURPLE, { format: SMALL })).page)
    await guest.open(link)
    await guest.enter.click()
    await desk.page.getByRole('button', { name: 'Fai entrare' }).click()
    await guest.expectInCall()
    const ends = [desk, visitor]
    for (const end of ends) {
      await expect.poll(async () => (await pictureIn(end.remote)).height).toBeGreaterThanOrEqual(360)
    }
    await expectToSee(guest, FACE_OF['padova-149'])
    const lowest = await Promise.all(ends.map(({ remote }) => lowestPictureIn(remote)))
    const line = await lineOf(guest.page, relay)

    line.become(FOR_VOICES)
    const inTime = { timeout: 60_000 }
    const notice = guest.page.getByText('per ora senti soltanto')
    await expect(notice).toBeVisible(inTime)
    await expect(desk.page.getByText('Rete di Ugo molto debole: per ora sente soltanto')).toBeVisible()
    const stands = await framesStandStill(guest.page)
    await expect.poll(stands, { message: 'no picture comes to the guest', ...inTime }).toBe(true)
    for (const { page } of [...ends, guest]) {
      const lost = await lostShare(page)
      await expect
        .poll(lost, { message: 'share of the sound that had to be made up', ...inTime })
        .toBeLessThan(0.1)
    }
    await expectVoices(guest.page, FACE_OF['padova-149'].name, FACE_OF.anna.name)
    await expectVoices(desk.page, FACE_OF['padova-149'].name, PURPLE.name)
    await expectVoices(visitor.page, FACE_OF.anna.name, PURPLE.name)
    await expectToSee(desk, FACE_OF['padova-149'])
    await expectToSee(visitor, FACE_OF.anna)

    // Where there is least room nothing lies on the words.
    await guest.page.setViewportSize({ width: 390, height: 844 })
    await guest.page.getByRole('button', { name: 'Scrivi', exact: true }).click()
    await notice.click({ trial: true })

    line.become(GOOD_LINE)
    await expect(notice).toBeHidden({ timeout: 90_000 })
    await expectToSee(guest, FACE_OF['padova-149'])
    for (const seen of lowest) expect(await seen(), 'the fewest lines there were').toBeGreaterThanOrEqual(360)
  })
})

const expectVoices = (page: Page, ...faces: string[]) =>
  expect
    .poll(async () => (await soundAt(page)).faces.sort(), { message: `${faces.join()} are heard` })
    .toEqual(faces.sort())

/** @returns the least height that this picture has had since it was asked for */
async function lowestPictureIn(video: Locator): Promise<() => Promise<number>> {
  const seen = await video.evaluateHandle((element) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error(`a <${element.localName}> is no video`)
    const noted = { height: element.videoHeight }
    element.addEventListener('resize', () => {
      noted.height = Math.min(noted.height, element.videoHeight)
    })
    return noted
  })
  return () => seen.evaluate(({ height }) => height)
}

/** For longer than a sign takes, at one of these heights: as many pictures a second as signs need to be read. */
async function expectSmooth(end: CallEnd, { heights: [least, most] }: { heights: [number, number] }) {
  await expect
    .poll(
      async () => {
        const rate = await frameRateIn(end.remote, 4_000)
        const { height } = await pictureIn(end.remote)
        return height >= least && height <= most ? rate : 0
      },
      { message: `frames per second, ${least} to ${most} lines high`, timeout: 120_000 },
    )
    .toBeGreaterThanOrEqual(20)
}

/** Whether nothing has been decoded since it was asked last. */
async function framesStandStill(page: Page): Promise<() => Promise<boolean>> {
  let before = (await arrivalsAt(page)).framesDecoded
  return async () => {
    const now = (await arrivalsAt(page)).framesDecoded
    const stands = now === before
    before = now
    return stands
  }
}

/** Of the samples since the last look that had anything to play, how many the browser had to make up. */
async function lostShare(page: Page): Promise<() => Promise<number>> {
  let before = await soundCounts(page)
  return async () => {
    const now = await soundCounts(page)
    const share = (now.madeUp - before.madeUp) / (now.played - before.played)
    before = now
    return share
  }
}

const soundCounts = (page: Page): Promise<{ played: number; madeUp: number }> =>
  page.evaluate(async () => {
    const counts = { played: 0, madeUp: 0 }
    for (const connection of globalThis.farEnd.connections) {
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') continue
        counts.played += entry.totalSamplesReceived ?? 0
        counts.madeUp += entry.concealedSamples ?? 0
      }
    }
    return counts
  })
