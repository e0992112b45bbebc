import { expect, test } from './fixtures.ts'
import { attractLoop, holdTheClock, nobodyThere } from './nobody-there.ts'

test('an untouched totem shows what can be done here; one touch leads home and presses nothing', async ({
  totem,
}) => {
  const { page } = await totem('padova-149', { context: { hasTouch: true } })
  await holdTheClock(page)
  const tile = page.getByRole('button', { name: /^Carta d’identità/ })
  const home = page.getByRole('heading', { name: /Come possiamo aiutarti/ })
  const loop = attractLoop(page)

  // Each touch lands where one of home's keys is.
  const box = await tile.boundingBox()
  if (!box) throw new Error('the tile is not drawn')
  const touch = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)

  await nobodyThere(page)
  // Which language it is at by then is up to the time that has passed.
  await expect(loop.getByRole('button')).toBeVisible()
  await touch()
  await expect(loop).toHaveCount(0)
  await page.clock.runFor(1_000)
  await expect(home).toBeVisible()

  await nobodyThere(page)
  await page.keyboard.press('Enter')
  await expect(loop).toHaveCount(0)
  await expect(home).toBeVisible()

  await touch()
  await expect(home).toHaveCount(0)
})
