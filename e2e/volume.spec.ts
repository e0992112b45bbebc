import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { connect } from './meeting.ts'

test('the visitor turns the operator up, to a limit, and the next visitor begins as usual', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  const louder = visitor.page.getByRole('button', { name: 'Più forte' })
  const softer = visitor.page.getByRole('button', { name: 'Più piano' })
  const usual = await volumeAt(visitor.page)
  await louder.click()
  await expect.poll(() => volumeAt(visitor.page)).toBe(1)
  await expect(louder).toBeDisabled()
  for (let step = 0; step < 3; step += 1) await softer.click()
  await expect(softer).toBeDisabled()
  await expect(visitor.page.getByText('Volume 1 di 4')).toBeAttached()
  // EN 301 549, 8.2.1.1: a range of at least 18 dB.
  await expect
    .poll(async () => 20 * Math.log10(1 / (await volumeAt(visitor.page))), { message: 'the range in dB' })
    .toBeGreaterThanOrEqual(17.99)

  await visitor.hangUp.click()
  await visitor.done.click()
  await desk.save.click()
  await connect(visitor, desk)
  await expect.poll(() => volumeAt(visitor.page)).toBe(usual)
})

/** Of the element that plays the other end's sound. */
const volumeAt = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const player = [...globalThis.farEnd.players].find(
      ({ srcObject }) => srcObject instanceof MediaStream && srcObject.getAudioTracks().length > 0,
    )
    return player?.volume ?? Number.NaN
  })
