import { expect, type Locator, type Page } from '@playwright/test'
import type { Face } from './media/faces.ts'
import { arrivalsAt, frameRateIn, pictureIn, soundAt } from './probes.ts'

/** One end of a call: its page and the picture of the other end in it. */
export interface CallEnd {
  page: Page
  remote: Locator
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
  expect(faces.filter((name) => name !== face.name)).toEqual([])
}

async function expectToSee(end: CallEnd, face: Face): Promise<void> {
  await expect
    .poll(async () => (await pictureIn(end.remote)).face, { message: `the colour of ${face.name} is seen` })
    .toBe(face.name)
}

/** Large and smooth enough to read a face by: the least that a call may look like, two seconds after the answer. */
export async function expectGoodPicture(end: CallEnd): Promise<void> {
  await expect
    .poll(async () => (await pictureIn(end.remote)).height, { message: 'height of the remote picture' })
    .toBeGreaterThanOrEqual(360)
  expect((await pictureIn(end.remote)).width).toBeGreaterThanOrEqual(640)
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
