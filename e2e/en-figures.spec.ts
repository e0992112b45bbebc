import type { Locator, Page } from '@playwright/test'
import { clapsAt, delayOf } from './claps.ts'
import { expect, type Fixtures, test } from './fixtures.ts'
import { HD } from './media/camera-file.ts'
import { CLAPPER, type Face, WIDEBAND } from './media/faces.ts'
import { connect } from './meeting.ts'
import { toneAt } from './probes.ts'

// What EN 301 549 asks of a call with voice and video, measured at the far end.

test('both ends get VGA or more at 20 frames a second or more within two seconds of the answer', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: HD, watching: 'light' }),
    totem('padova-149', { format: HD, watching: 'light' }),
  ])
  await visitor.call()
  await expect(desk.ring).toBeVisible()
  const good = Promise.all([visitor.page, desk.page].map(goodPictureAt))
  const answeredAt = await clickAsSeenByPage(desk.answer)
  for (const at of await good) expect(at - answeredAt).toBeLessThanOrEqual(2_000)
})

test('a tone of 6.9 kHz at one end is heard as that at the other', async ({ totem, operator }) => {
  const { desk } = await callWith(WIDEBAND, { totem, operator })
  // One look decides both bounds: the next one may fall into a pause of the sound.
  await expect
    .poll(async () => Math.abs(((await toneAt(desk.page)) ?? 0) - 6_900), {
      message: 'how far from 6.9 kHz the strongest tone at the desk is, in hertz',
    })
    .toBeLessThan(50)
})

test('picture and sound that were made together arrive within a tenth of a second of each other @full', async ({
  totem,
  operator,
}) => {
  const { desk, visitor } = await callWith(CLAPPER, { totem, operator })
  // The fake camera and microphone do not begin together, so what leaves is measured like what arrives.
  const [sent, arrived] = await Promise.all([
    clapsAt(visitor.page, 'own', 5),
    clapsAt(desk.page, 'remote', 5),
  ])
  const picture = delayOf(sent.flashes, arrived.flashes)
  const sound = delayOf(sent.clicks, arrived.clicks)
  test.info().annotations.push({ type: 'delay in ms', description: `picture ${picture}, sound ${sound}` })
  expect(Math.abs(picture - sound), `picture after ${picture} ms, sound after ${sound} ms`).toBeLessThan(100)
})

async function callWith(face: Face, { totem, operator }: Pick<Fixtures, 'totem' | 'operator'>) {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149', { face })])
  await connect(visitor, desk)
  return { desk, visitor }
}

/**
 * Milliseconds since 1970 at which the page received the click. On a busy machine Playwright's own click takes a
 * second and more before that, to find its target and see it stand still.
 */
async function clickAsSeenByPage(key: Locator): Promise<number> {
  // Wrapped, because Playwright would wait here for the promise itself.
  const click = await key.evaluateHandle((button) => ({
    receivedAt: new Promise<number>((resolve) => {
      const note = ({ timeStamp }: Event) => resolve(performance.timeOrigin + timeStamp)
      button.addEventListener('click', note, { capture: true, once: true })
    }),
  }))
  await key.click()
  return click.evaluate(({ receivedAt }) => receivedAt)
}

/**
 * Milliseconds since 1970 from which on the page's own figures are what a face and a hand need; never: infinity.
 * Chromium's rate is that of the last second, so the picture has been so since that second began.
 */
function goodPictureAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const giveUpAt = performance.now() + 15_000
    while (performance.now() < giveUpAt) {
      const connections = [...globalThis.farEnd.connections].filter(
        ({ connectionState }) => connectionState === 'connected',
      )
      for (const report of await Promise.all(connections.map((one) => one.getStats()))) {
        for (const entry of report.values()) {
          if (entry.type !== 'inbound-rtp' || entry.kind !== 'video') continue
          const isLarge = (entry.frameWidth ?? 0) * (entry.frameHeight ?? 0) >= 640 * 480
          if (isLarge && (entry.framesPerSecond ?? 0) >= 20)
            return performance.timeOrigin + performance.now() - 1_000
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return Number.POSITIVE_INFINITY
  })
}
