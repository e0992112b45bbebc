import type { CDPSession } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test('on the glass one finger scrolls a page and two zoom nothing', async ({ totem }) => {
  const { page } = await totem('padova-149', { context: { hasTouch: true } })
  await page
    .getByRole('button', { name: /^Carta d’identità/ })
    .first()
    .tap()
  await page.getByRole('button', { name: /^Carta d’identità elettronica/ }).tap()
  const text = page.locator('.fading')
  const box = await text.boundingBox()
  if (!box) throw new Error('the sheet is not drawn')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const fingers = fingersOn(await page.context().newCDPSession(page))

  await fingers((part) => [{ x, y: y - part * box.height * 0.4 }])
  await expect.poll(() => text.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(box.height * 0.2)

  await fingers((part) => [-1, 1].map((side) => ({ x: x + side * (60 + part * 300), y })))
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
})

interface Point {
  x: number
  y: number
}

/** Fingers that come down, move and are lifted; `at` says where they are, from 0 to 1 of their way. */
const fingersOn =
  (session: CDPSession) =>
  async (at: (part: number) => Point[]): Promise<void> => {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints })
    await touch('touchStart', at(0))
    for (let move = 1; move <= MOVES; move += 1) await touch('touchMove', at(move / MOVES))
    await touch('touchEnd', [])
  }

const MOVES = 20
