import { expect, type Page } from '@playwright/test'
import { arrivalsAt, frameRateIn, pictureIn } from '../e2e/probes.ts'
import type { Counter } from './counter.ts'
import { clickAt, momentsOf, watchMoments } from './moments.ts'

export interface AnsweredCall {
  /** From the click on Rispondi until the browser gives the first remote frame that is not black to its compositor. */
  firstFrameMs: { totem: number; desk: number }
  /** What had reached either end before the click; must be empty. */
  arrivedBeforeAnswer: string[]
  /** Both ends had joined the room and had each other's muted tracks at the click. */
  wasPrepared: boolean
  pictureAfterTwoSeconds: { totem: ShownPicture; desk: ShownPicture }
}

interface ShownPicture {
  width: number
  height: number
  framesPerSecond: number
}

/** How long a desk rings before its operator has reached for the mouse. */
const RING_BEFORE_ANSWER_MS = 2_500

/**
 * One call on a fresh totem page, from Avvia to the operator's "Salva".
 * @param kind `cold`: answered in the very frame in which it rings
 */
export async function answerOnce(
  { desk, openTotem }: Counter,
  kind: 'prepared' | 'cold',
): Promise<AnsweredCall> {
  const totem = await openTotem(watchMoments)
  await desk.page.evaluate((answersAtOnce) => {
    globalThis.farEnd.startOver()
    globalThis.moments.answersAtOnce = answersAtOnce
    globalThis.moments.rangAt = null
    globalThis.moments.clickedAt = null
  }, kind === 'cold')
  await totem.call()
  let arrivedBeforeAnswer: string[] = []
  let wasPrepared = false
  let answeredAt: number
  if (kind === 'prepared') {
    await expect(desk.ring).toBeVisible()
    const rangAt = (await momentsOf(desk.page)).rangAt ?? Date.now()
    await pauseUntil(rangAt + RING_BEFORE_ANSWER_MS)
    arrivedBeforeAnswer = [...(await arrived(totem.page, 'totem')), ...(await arrived(desk.page, 'desk'))]
    wasPrepared = (await hasTracks(totem.page)) && (await hasTracks(desk.page))
    answeredAt = await clickAt(desk.answer)
  } else {
    await expect.poll(async () => (await momentsOf(desk.page)).clickedAt).not.toBeNull()
    answeredAt = (await momentsOf(desk.page)).clickedAt ?? Number.NaN
  }
  const shownAt = async (page: Page) => {
    // Not at every frame, as is the default: looking would keep the page busy in the moment that is measured.
    await page.waitForFunction(() => globalThis.farEnd.firstShownAt !== null, null, { polling: 250 })
    return page.evaluate(() => globalThis.farEnd.firstShownAt ?? Number.NaN)
  }
  const [atTotem, atDesk] = await Promise.all([shownAt(totem.page), shownAt(desk.page)])
  for (const page of [totem.page, desk.page]) {
    const { firstPictureAt, firstSoundAt } = await arrivalsAt(page)
    const first = Math.min(
      firstPictureAt ?? Number.POSITIVE_INFINITY,
      firstSoundAt ?? Number.POSITIVE_INFINITY,
    )
    if (first < answeredAt) arrivedBeforeAnswer.push(`${Math.round(answeredAt - first)} ms before the click`)
  }
  await pauseUntil(answeredAt + 2_000)
  const [totemPicture, deskPicture] = await Promise.all([shown(totem.remote), shown(desk.remote)])
  await totem.hangUp.click()
  await desk.save.click()
  await expect(desk.wrapUp).toBeHidden()
  await totem.page.close()
  return {
    firstFrameMs: { totem: atTotem - answeredAt, desk: atDesk - answeredAt },
    arrivedBeforeAnswer,
    wasPrepared,
    pictureAfterTwoSeconds: { totem: totemPicture, desk: deskPicture },
  }
}

async function arrived(page: Page, end: string): Promise<string[]> {
  const { firstPictureAt, firstSoundAt, firstShownAt, soundEnergy } = await arrivalsAt(page)
  const found = {
    picture: firstPictureAt,
    sound: firstSoundAt,
    shown: firstShownAt,
    energy: soundEnergy || null,
  }
  return Object.entries(found)
    .filter(([, value]) => value !== null)
    .map(([what]) => `${what} at the ${end}`)
}

const hasTracks = (page: Page): Promise<boolean> =>
  page.evaluate(() => globalThis.farEnd.remoteTracks.some(({ track }) => track.readyState === 'live'))

async function shown(video: Parameters<typeof pictureIn>[0]): Promise<ShownPicture> {
  const framesPerSecond = Math.round(await frameRateIn(video))
  const { width, height } = await pictureIn(video)
  return { width, height, framesPerSecond }
}

const pauseUntil = (at: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, at - Date.now()))
