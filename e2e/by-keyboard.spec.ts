import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { pressed, stopOn, walkTo } from './keyboard-walk.ts'
import { SMALL } from './media/camera-file.ts'
import { attractLoop, connectedAgain, holdTheClock, nobodyThere } from './nobody-there.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

test('from the attract loop into a call, and out of it to the rating and home, by Tab and Enter alone', async ({
  totem,
  operator,
}) => {
  const desk = await operator('anna', { format: SMALL })
  const { page, expectInCall } = await totem('padova-149', { format: SMALL })
  await holdTheClock(page)
  await nobodyThere(page)
  await page.keyboard.press('Tab')
  await expect(attractLoop(page)).toHaveCount(0)
  await expect(heading(page, /Come possiamo aiutarti/)).toBeFocused()
  await connectedAgain(page)

  // What opens over a screen gives the focus back.
  await pressed(page, /^Accessibilità/)
  await expect(heading(page, 'Accessibilità')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Accessibilità' })).toBeFocused()

  await pressed(page, /^Carta d’identità/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await pressed(page, /^Indietro/)
  await expect(heading(page, /Come possiamo aiutarti/)).toBeFocused()

  await pressed(page, /^Videochiama/)
  await expect(heading(page, 'Prima di iniziare')).toBeFocused()
  await pressed(page, /^Avvia/)
  await expect(heading(page, /attesa|chiamando/)).toBeFocused()
  await walkTo(page, /^Annulla/)

  await desk.answer.click()
  await expectInCall()
  await expect(heading(page, 'Anna')).toBeFocused()
  await pressed(page, /^Silenzia/)
  await expect(page.getByRole('button', { name: 'Riattiva' })).toBeFocused()
  await expect(page.getByText('ti vede, non ti sente')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('ti vede e ti sente')).toBeVisible()

  await pressed(page, /^Scrivi/)
  await expect(page.getByRole('textbox', { name: 'Scrivi all’operatore' })).toBeFocused()
  await page.keyboard.type('Buongiorno')
  await expect(desk.page.getByRole('log', { name: 'Messaggi' })).toContainText('Buongiorno')
  await pressed(page, /^Chiudi testo/)
  await expect(page.getByRole('button', { name: 'Scrivi', exact: true })).toBeFocused()

  await pressed(page, /^Mostra un documento/)
  await expect.poll(() => stopOn(page)).toMatchObject({ name: 'Smetti di mostrare' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Mostra un documento' })).toBeFocused()

  await pressed(page, /^Termina/)
  await expect(heading(page, 'Grazie.')).toBeFocused()
  await pressed(page, /^Così così/)
  await pressed(page, /^Ho aspettato troppo/)
  await expect(page.getByText(/lo diciamo a chi organizza/)).toBeVisible()
  await pressed(page, /^Fine/)
  await expect(heading(page, /Come possiamo aiutarti/)).toBeFocused()
})
