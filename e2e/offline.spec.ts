import type { Page } from '@playwright/test'
import { startApp } from '../scripts/local/app.ts'
import { expect, test } from './fixtures.ts'
import { listenIn } from './spoken-sound.ts'

test('without a server the totem is read, reloaded and started cold, and comes back by itself', async ({
  totem,
  stack,
}) => {
  test.setTimeout(150_000)
  const { page } = await totem('padova-149')
  await untilKept(page)
  const serve = () => startApp({ env: stack.env, port: Number(new URL(stack.url).port) })
  await stack.app.stop()
  let isServed = false
  try {
    await expectReadable(page)
    await page.reload()
    await expectReadable(page)

    // As after a power cut: a new window, nothing in its memory.
    const cold = await page.context().newPage()
    const sound = await listenIn(cold)
    await page.close()
    await cold.goto(`${stack.url}/totem?totem=padova-149`)
    await expectReadable(cold)
    await cold.keyboard.press('*')
    await expect.poll(sound.levelNow, { message: 'the totem speaks' }).toBeGreaterThan(0.02)

    await serve()
    isServed = true
    await expect(cold.getByRole('button', { name: /^Videochiama/ }).first()).toBeVisible({ timeout: 30_000 })
    await expect(cold.getByText('Video senza collegamento')).toBeHidden()
  } finally {
    if (!isServed) await serve()
  }
})

/** Everything that can be read, and the number to dial instead of the call. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.getByText('Video senza collegamento')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('059 20312').first()).toBeVisible()
  await expect(page.getByText(/^Pagine del \d+ \S+ \d{4}/)).toBeVisible()
  await page.getByRole('button', { name: /^Cerca/ }).click()
  for (const letter of 'multa') await page.getByRole('button', { name: letter, exact: true }).click()
  await page.getByRole('region', { name: 'Risultati' }).getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: 'Multe', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Indietro' }).click()
  await page.getByRole('button', { name: 'Indietro' }).click()
}

/** The worker has this page, and with it all its files, both indexes and the voice. */
const untilKept = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => (await (await caches.open('pronto-totem-pages')).keys()).length), {
      timeout: 60_000,
    })
    .toBeGreaterThanOrEqual(4)
