import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from './desk.ts'
import { type Face, NOBODY } from './media/faces.ts'
import { arrivalsAt, frameRateIn, pictureIn, soundAt } from './probes.ts'
import type { Totem } from './totem.ts'

/** One end of a call: its page and the picture of the other end in it. */
export interface CallEnd {
  page: Page
  remote: Locator
}

/** The visitor calls, the operator answers, and the switchboard has heard from both ends. */
export async function connect(visitor: Totem, desk: Desk): Promise<void> {
  await visitor.call()
  await desk.answer.click()
  await Promise.all([visitor.expectInCall(), desk.expectInCall()])
}

/** The picture and the sound of exactly this face have arrived here, and the page plays them. */
export async function expectToMeet(end: CallEnd, face: Face): Promise<void> {
  await expectToSee(end, face)
  await expectToHear(end, face)
}

export async function expectToHear(end: CallEnd, face: Face): Promise<void> {
  const only = { faces: [face.name], isPlayed: true }
  await expect.poll(() => soundAt(end.page), { message: `the tone of ${face.name} is heard` }).toEqual(only)
}

/**
 * As `expectToMeet`, for more browsers than two cores carry: their audio graphs may then stay silent for good
 * although the sound is decoded and played. So the decoder's energy says that sound arrives, and no tone
 * but this face's may be heard; whose it is, the picture of the same participant says.
 */
export async function expectToMeetInACrowd(end: CallEnd, face: Face): Promise<void> {
  await expectToSee(end, face)
  const before = (await arrivalsAt(end.page)).soundEnergy
  await expect
    .poll(async () => (await arrivalsAt(end.page)).soundEnergy, { message: 'sound goes on arriving' })
    .toBeGreaterThan(before)
  const { faces, isPlayed } = await soundAt(end.page)
  expect(isPlayed, 'the page plays it').toBe(true)
  expect(othersAmong(faces, face)).toEqual([])
}

/** Whose tones but this face's these are. One that is nobody's is sound that the browser stretched or made up. */
export const othersAmong = (heard: readonly string[], face: Face): string[] =>
  heard.filter((name) => name !== face.name && name !== NOBODY)

export async function expectToSee(end: CallEnd, face: Face): Promise<void> {
  await expect
    .poll(async () => (await pictureIn(end.remote)).face, { message: `the colour of ${face.name} is seen` })
    .toBe(face.name)
}

/** Large and smooth enough to read a face by: the least that a call may look like, two seconds after the answer. */
export async function expectGoodPicture(end: CallEnd): Promise<void> {
  // Both in one look: the picture grows in steps, and may be a smaller one at the next.
  await expect
    .poll(
      async () => {
        const { width, height } = await pictureIn(end.remote)
        return Math.min(width / 640, height / 360)
      },
      { message: 'the remote picture as a share of 640 by 360' },
    )
    .toBeGreaterThanOrEqual(1)
  await expect
    .poll(() => frameRateIn(end.remote), { message: 'frames per second shown' })
    .toBeGreaterThanOrEqual(20)
}

/** Since this page was opened, nobody's picture and nobody's sound has reached it. */
export async function expectNothingArrived(page: Page): Promise<void> {
  const arrived = await arrivalsAt(page)
  expect(arrived).toMatchObject({ firstPictureAt: null, firstSoundAt: null, firstShownAt: null })
  expect(arrived.soundEnergy, 'energy in the received sound').toBe(0)
}
