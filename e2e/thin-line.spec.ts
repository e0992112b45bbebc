import type { Page } from '@playwright/test'
import { expect, FACE_OF, test } from './fixtures.ts'
import { HD, SMALL } from './media/camera-file.ts'
import { lineOf, throughRelay } from './media-line.ts'
import { type CallEnd, connect, expectToHear, expectToMeet, expectToSee } from './meeting.ts'
import { GOOD_LINE, type Line } from './network/thin-pipe.ts'
import { arrivalsAt, frameRateIn, pictureIn } from './probes.ts'

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
