import type { Page } from '@playwright/test'
import { ratingsIn } from './board.ts'
import { expect, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'

test('words with an error find a sheet, and the way back keeps them', async ({ totem }) => {
  const { page } = await totem('padova-149')
  await page.getByRole('button', { name: /^Cerca/ }).click()
  for (const letter of 'mutla') await page.getByRole('button', { name: letter, exact: true }).click()
  const results = page.getByRole('region', { name: 'Risultati' })
  await expect(results.getByRole('button').first()).toContainText('Multe')
  await results.getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: 'Multe', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Indietro' }).click()
  await expect(page.getByRole('searchbox', { name: 'Cerca' })).toHaveValue('mutla')
})

test('a life event leads to its services, and a sheet to its office and what goes with it', async ({
  totem,
}) => {
  const { page } = await totem('padova-149')
  await page.getByRole('button', { name: 'Eventi della vita' }).click()
  await page.getByRole('button', { name: /^È nato un bambino/ }).click()
  await page.getByRole('button', { name: /^Dichiarazione di nascita/ }).click()
  await expect(page.getByText('Stato civile e polizia mortuaria')).toBeVisible()
  await page.getByRole('button', { name: /^Informafamiglie/ }).click()
  await expect(page.getByRole('heading', { name: 'Informafamiglie', level: 1 })).toBeVisible()
})

test('[SW-122] where nobody is on duty a number is left, and the receipt says what happens next', async ({
  totem,
}) => {
  const { page, callButton, done } = await totem('padova-149')
  await callButton.click()
  await leaveNumber(page)
  await expect(page.getByRole('heading', { name: 'Ti telefoniamo noi.' })).toBeVisible()
  await done.click()
  await expect(callButton).toBeVisible()
  await expect(page.getByText('3381234567')).toHaveCount(0)
})

test('[SW-120] a wait is given up for a callback, and the operator is rung for it', async ({
  totem,
  operator,
}) => {
  const desk = await operator('anna', { format: SMALL })
  await desk.setIntent('In pausa')
  const [bruno, visitor] = await Promise.all([
    operator('bruno', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await visitor.call()
  await expect(bruno.ring).toBeVisible()
  await leaveNumber(visitor.page)
  await expect(visitor.page.getByRole('heading', { name: 'Ti telefoniamo noi.' })).toBeVisible()
  await expect(bruno.page.getByRole('button', { name: 'Richiama' })).toBeVisible()
})

test('a call is rated once, by a face and a reason, however often it is touched', async ({
  totem,
  operator,
  stack,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await visitor.call()
  await desk.answer.click()
  await visitor.expectInCall()
  await visitor.hangUp.click()
  const { page } = visitor
  await page.getByRole('group', { name: "Com'è andata?" }).getByRole('button', { name: 'Male' }).dblclick()
  await page.getByRole('button', { name: 'Ho aspettato troppo' }).dblclick()
  await expect.poll(() => ratingsIn(stack.database.url)).toEqual([{ face: 'bad', reason: 'waiting_time' }])
  await visitor.done.click()
  await visitor.expectHome()
})

test('the guide to an act leads to the right place, and says whether there is one to nobody', async ({
  totem,
}) => {
  const { page } = await totem('padova-149')
  await page.getByRole('button', { name: /^Ritiro di un atto/ }).click()
  await page.getByRole('button', { name: /^Che avviso hai trovato/ }).click()
  await page.getByRole('button', { name: /^La posta/ }).click()
  await expect(page.getByText(/ufficio postale scritto sull’avviso, non in Comune/)).toBeVisible()
  await page.getByRole('button', { name: 'Indietro' }).click()
  await page.getByRole('button', { name: /^Un messo del Comune/ }).click()
  await expect(page.getByText('non diciamo a nessuno se c’è un atto')).toBeVisible()
  await page.evaluate(() => {
    globalThis.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.paper')?.textContent ?? '')
  })
  await page.getByRole('button', { name: 'Stampa la delega' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', /delego il signor/)
})

async function leaveNumber(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preferisco una telefonata' }).click()
  for (const digit of '3381234567') await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Avanti' }).click()
  await page.getByRole('button', { name: 'Richiamatemi' }).click()
}
