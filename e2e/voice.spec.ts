import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { stopOn } from './keyboard-walk.ts'
import { SMALL } from './media/camera-file.ts'
import { connectedAgain, holdTheClock, nobodyThere } from './nobody-there.ts'
import { listenIn, type SpokenSound } from './spoken-sound.ts'

/** Well above what rounding leaves, well below a vowel. */
const AUDIBLE = 0.02

test('where no voice is installed the totem makes its own, and every key cuts it off', async ({ totem }) => {
  const { page } = await totem('padova-149')
  const sound = await listenIn(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const isHeard = () => expect.poll(sound.levelNow, { message: 'is heard' }).toBeGreaterThan(AUDIBLE)
  const isSilent = async () => {
    await expect.poll(sound.piecesDue, { message: 'nothing is due' }).toBe(0)
    await expect.poll(sound.levelNow, { message: 'silence' }).toBe(0)
  }
  await page.keyboard.press('*')
  await isHeard()
  await page.keyboard.press('x')
  await isSilent()

  // The whole screen is long; the next thing that has the focus is not kept waiting by it.
  await page.keyboard.press('0')
  await expect.poll(sound.piecesDue).toBeGreaterThan(150)
  await page.keyboard.press('ArrowDown')
  await expect.poll(sound.piecesDue).toBeLessThan(100)
  await isHeard()
  await isSilent()
  await page.keyboard.press('5')
  await isHeard()

  await page.getByRole('button', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await page.keyboard.press('x')
  await isSilent()
  await page.keyboard.press('ArrowUp')
  await isHeard()
  await page.keyboard.press('*')
  await isSilent()
  await page.keyboard.press('ArrowUp')
  expect(await sound.piecesDue()).toBe(0)
})

test('from the attract loop into a call, and out of it to the rating and home, by arrows and ears alone', async ({
  totem,
  operator,
}) => {
  const desk = await operator('anna', { format: SMALL })
  const { page, expectInCall } = await totem('padova-149', { format: SMALL })
  const sound = await listenIn(page)
  await holdTheClock(page)
  await nobodyThere(page)
  // Quiet news may follow at once.
  const says = (words: RegExp) => expect.poll(sound.allWords).toMatch(words)
  await page.keyboard.press('*')
  await says(/^Voce accesa/m)
  await connectedAgain(page)
  await choose(page, sound, /^Videochiama l’URP/)
  await says(/Prima di iniziare/)
  await choose(page, sound, /^Avvia$/)
  await says(/attesa|chiamando/)
  await desk.answer.click()
  await expectInCall()
  await says(/^Anna/m)
  await choose(page, sound, /^Silenzia$/)
  await expect(page.getByText('ti vede, non ti sente')).toBeVisible()
  await choose(page, sound, /^Scrivi$/)
  await says(/^Scrivi all’operatore\. Campo di testo/m)
  await page.keyboard.type('Buongiorno')
  await expect(desk.page.getByRole('log', { name: 'Messaggi' })).toContainText('Buongiorno')
  await choose(page, sound, /^Chiudi testo$/)
  await choose(page, sound, /^Termina$/)
  await says(/Grazie\./)
  await choose(page, sound, /^Bene$/)
  await choose(page, sound, /^Fine$/)
  await expect(page.getByRole('heading', { name: /Come possiamo aiutarti/ })).toBeFocused()
  // The next visitor begins without it.
  await page.keyboard.press('ArrowDown')
  expect(await sound.lastWords()).toBe('Fine. Pulsante.')
})

/** Moves by arrow until the focus is on the thing of this name, and touches it; each stop on the way is said. */
async function choose(page: Page, sound: SpokenSound, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('ArrowDown')
    const stop = await stopOn(page)
    await expect
      .poll(async () => plain(await sound.lastWords()), { message: `what is said at step ${steps + 1}` })
      .toContain(plain(stop?.name ?? 'nothing has the focus'))
    if (stop && name.test(stop.name)) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`${name} is not among the stops`)
}

/** Without the spaces that pieces of a text are set apart by. */
const plain = (text: string) => text.replaceAll(/\s/g, '')
