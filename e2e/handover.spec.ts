import type { Desk } from './desk.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { connect, expectNothingArrived, expectToMeet } from './meeting.ts'
import { expectNothingArrives } from './quiet.ts'
import type { Totem } from './totem.ts'

test('on hold nothing leaves either end, the totem says so, and a reload of the desk opens nothing', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await connect(visitor, desk)
  await expectToMeet(visitor, FACE_OF.anna)

  const button = (name: string) => desk.page.getByRole('button', { name })
  await button('Metti in attesa').click()
  await expect(visitor.page.getByText(/ti ha messo in attesa/)).toBeVisible()
  await expect(visitor.page.getByText('non ti vede e non ti sente')).toBeVisible()
  await expect(desk.page.getByText('Cittadino in attesa')).toBeVisible()
  await Promise.all([expectNothingArrives(visitor.page), expectNothingArrives(desk.page)])
  await expect(visitor.remote).toBeHidden()

  await desk.page.reload()
  await expect(button('Riprendi')).toBeVisible()
  await expect(visitor.page.getByText(/ti ha messo in attesa/)).toBeVisible()
  await Promise.all([expectNothingArrives(visitor.page), expectNothingArrives(desk.page)])

  await button('Riprendi').click()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
})

test('a call that is passed on at once, and back, takes its text and its stage along, and no desk gets anything before its answer', async ({
  totem,
  operator,
}) => {
  const [anna, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await connect(visitor, anna)
  const bruno = await operator('bruno')
  await visitor.page.getByRole('button', { name: 'Scrivi', exact: true }).click()
  await visitor.page.keyboard.type('ho perso la carta\n')
  await anna.page.getByRole('textbox', { name: 'Scrivi al cittadino' }).pressSequentially('guardi qui\n')
  await expect(linesAt(visitor)).toHaveCount(2)
  await putUpList(anna)
  await visitor.page.getByRole('checkbox').first().click()
  await expect(tickedAt(anna)).toHaveCount(1)

  await passOn(anna, 'bru', 'ISEE già visto')
  await expect(anna.wrapUp).toBeVisible()
  await expect(bruno.ring.getByText('ISEE già visto')).toBeVisible()
  await visitor.expectWaiting()
  await expectNothingArrived(bruno.page)
  await expectNothingArrives(visitor.page)

  await bruno.answer.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.bruno), expectToMeet(bruno, FACE_OF['padova-149'])])
  await expect(bruno.page.getByText(/Te la passa Anna/)).toBeVisible()
  // Who wrote what goes along, by name; the list lies before both again, ticked as it was.
  await expect(linesAt(bruno)).toHaveText([/Cittadino: ho perso la carta/, /Anna, URP: guardi qui/])
  await expect(tickedAt(bruno)).toHaveCount(1)
  await expect(tickedAt(visitor)).toHaveCount(1)
  await bruno.page.getByRole('textbox', { name: 'Scrivi al cittadino' }).pressSequentially('eccomi\n')
  await expect(linesAt(visitor).last()).toHaveText(/Bruno.*: eccomi/)
  await bruno.page.getByRole('checkbox', { checked: false }).first().click()
  await expect(tickedAt(visitor)).toHaveCount(2)

  // And back again: whoever had the call before is a newcomer to it.
  await anna.save.click()
  await expect(anna.page.getByText(/^Pronto\./)).toBeVisible()
  await passOn(bruno, 'anna', 'È tornata lei')
  await expect(anna.ring.getByText('È tornata lei')).toBeVisible()
  await visitor.expectWaiting()
  await expectNothingArrives(anna.page)
  await anna.answer.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(anna, FACE_OF['padova-149'])])
  await expect(anna.page.getByText(/Te la passa Bruno/)).toBeVisible()
  await expect(linesAt(anna)).toHaveText([/ho perso la carta/, /guardi qui/, /Bruno.*: eccomi/])
  await expect(tickedAt(anna)).toHaveCount(2)
})

const linesAt = ({ page }: Desk | Totem) => page.getByRole('log', { name: 'Messaggi' }).getByRole('listitem')
const tickedAt = ({ page }: Desk | Totem) => page.getByRole('checkbox', { checked: true })

async function putUpList({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: 'Condividi' }).click()
  const dialog = page.getByRole('dialog', { name: 'Che cosa gli mostri?' })
  await dialog.getByRole('searchbox').fill('residenza')
  await dialog
    .getByRole('button', { name: /Cambio di residenza.*Cosa portare/ })
    .first()
    .click()
  await expect(dialog).toBeHidden()
}

async function passOn({ page }: Desk, wanted: string, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Trasferisci' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trasferisci la chiamata' })
  await dialog.getByRole('textbox', { name: /Cerca/ }).fill(wanted)
  await dialog.getByRole('radio', { name: new RegExp(wanted, 'i') }).check()
  await dialog.getByRole('textbox', { name: /Nota/ }).fill(note)
  await dialog.getByRole('button', { name: 'Passa subito' }).click()
}
