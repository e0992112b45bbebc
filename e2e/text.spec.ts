import type { Locator, Page } from '@playwright/test'
import type { Desk } from './desk.ts'
import { expect, type Fixtures, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { connect } from './meeting.ts'
import { arrivalsAt } from './probes.ts'
import type { Totem } from './totem.ts'
import { columnsHolding, filesHolding } from './traces.ts'

/** One end's text by what people read and touch. */
interface Writing {
  log: Locator
  field: Locator
  lines: (side: 'sent' | 'received') => Locator
}

const writingOn = (page: Page, field: string): Writing => ({
  log: page.getByRole('log', { name: 'Messaggi' }),
  field: page.getByRole('textbox', { name: field }),
  lines: (side) => page.getByRole('log', { name: 'Messaggi' }).locator(`[data-side=${side}]`),
})
const atTotem = ({ page }: Totem) => writingOn(page, 'Scrivi all’operatore')
const atDesk = ({ page }: Desk) => writingOn(page, 'Scrivi al cittadino')
const write = ({ page }: Totem) => page.getByRole('button', { name: 'Scrivi', exact: true })

/** Touches keys of the totem's own keyboard. */
async function touch({ page }: Totem, ...keys: string[]) {
  for (const name of keys) await page.getByRole('button', { name, exact: true }).click()
}

async function talk({ totem, operator }: Pick<Fixtures, 'totem' | 'operator'>) {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  return { desk, visitor }
}

test('both read each other letter by letter, erasures included, beside picture and sound', async ({
  totem,
  operator,
}) => {
  const { desk, visitor } = await talk({ totem, operator })
  await write(visitor).click()
  await touch(visitor, 'c', 'i', 'a', 'o', 'Spazio', 'p', 'e', 'r', 'ò')
  await expect(atDesk(desk).lines('received')).toContainText('ciao però')
  await touch(visitor, 'Cancella', 'ù', 'A capo', 's')
  await expect(atDesk(desk).lines('received').first()).toContainText('Cittadino: ciao perù')
  await expect(atDesk(desk).lines('received').nth(1)).toContainText('s')

  await atDesk(desk).field.pressSequentially('buonasera')
  await expect(atTotem(visitor).lines('received')).toContainText('Anna')
  await expect(atTotem(visitor).lines('received')).toContainText('buonasera')
  await desk.page.keyboard.press('Backspace')
  await expect(atTotem(visitor).lines('received')).toContainText(/buonaser$/)
  await expect(visitor.remote).toBeVisible()

  // A keyboard that somebody brings works as well, and a phrase finishes the line.
  await visitor.page.keyboard.type('ì')
  await visitor.page.getByRole('button', { name: 'Grazie', exact: true }).click()
  await expect(atDesk(desk).lines('received').nth(1)).toContainText('sì Grazie')
  await expect(atTotem(visitor).field).toHaveValue('')
})

test('the text opens at the totem by itself when the operator writes', async ({ totem, operator }) => {
  const { desk, visitor } = await talk({ totem, operator })
  await expect(atTotem(visitor).log).toBeHidden()
  await desk.page.getByRole('button', { name: 'Un momento, controllo.' }).click()
  await expect(atTotem(visitor).lines('received')).toContainText('Un momento, controllo.')
  await expect(atTotem(visitor).field).toBeHidden()
})

test('a call that is only written: no camera, no microphone, all the way to the note', async ({
  totem,
  operator,
  stack,
}) => {
  const secret = 'pratica zq81xk'
  const kept = 'sportello wv72pm'
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await visitor.callButton.click()
  await visitor.page.getByRole('button', { name: 'Non parlo, scrivo' }).click()
  await expect(desk.ring).toContainText('Per iscritto')
  await desk.answer.click()
  await desk.expectInCall()
  expect(await arrivalsAt(visitor.page)).toMatchObject({ openDevices: 0 })
  await visitor.page.keyboard.type(`${secret}\n${kept}\n`)
  await expect(atDesk(desk).lines('received')).toHaveCount(2)
  await expect(visitor.page.getByText('legge quello che scrivi')).toBeVisible()
  await expect(visitor.page.getByRole('button', { name: 'Silenzia' })).toBeHidden()
  await desk.page.getByRole('button', { name: `Nella nota: ${kept}` }).click()

  // The page comes back into the same call without opening anything.
  await visitor.page.reload()
  await expect(atTotem(visitor).field).toBeVisible()
  await expect(visitor.page.getByText('Il totem si è riavviato')).toBeVisible()
  await expect(desk.page.getByText('Il totem si è riavviato')).toBeVisible()
  await expect(atTotem(visitor).log).not.toContainText(secret)
  expect(await arrivalsAt(visitor.page)).toMatchObject({ openDevices: 0 })
  await visitor.page.keyboard.type('ci sono')
  await expect(atDesk(desk).lines('received').last()).toContainText('ci sono')

  await desk.hangUp.click()
  await expect(desk.wrapUp.getByRole('textbox', { name: 'Nota' })).toHaveValue(`Cittadino: ${kept}`)
  await desk.save.click()
  await expect(desk.wrapUp).toBeHidden()
  await visitor.done.click()
  await visitor.expectHome()
  for (const { page } of [visitor, desk]) {
    expect(await page.evaluate(() => document.body.textContent)).not.toContain('zq81xk')
  }
  expect(await columnsHolding(stack.database.url, 'zq81xk')).toEqual([])
  expect(await columnsHolding(stack.database.url, 'wv72pm')).not.toEqual([])
  expect(await filesHolding(stack.env.PRONTO_HOME, 'zq81xk')).toEqual([])
})

test('without leave to use any device the visitor writes', async ({ totem, operator }) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL, permissions: [] }),
  ])
  await visitor.call()
  await expect(
    visitor.page.getByRole('alert').filter({ hasText: 'Telecamera e microfono non si aprono' }),
  ).toBeVisible()
  await visitor.page.getByRole('button', { name: 'Continua scrivendo' }).click()
  await desk.answer.click()
  await desk.expectInCall()
  await visitor.page.keyboard.type('mi legge?')
  await expect(atDesk(desk).lines('received')).toContainText('mi legge?')
})

test('a reloaded desk has the conversation again', async ({ totem, operator }) => {
  const { desk, visitor } = await talk({ totem, operator })
  await write(visitor).click()
  await visitor.page.keyboard.type('ho perso la carta\n')
  await atDesk(desk).field.pressSequentially('dove')
  await expect(atTotem(visitor).lines('received')).toContainText('dove')
  await desk.page.reload()
  await desk.expectInCall()
  await expect(atDesk(desk).lines('received')).toContainText('ho perso la carta')
  await expect(atDesk(desk).lines('sent')).toContainText('dove')
  await atDesk(desk).field.pressSequentially('eccomi')
  await expect(atTotem(visitor).lines('received').last()).toContainText('eccomi')
})

test('a megabyte pasted, commands, turned letters and a flood do no harm, and are answered in words', async ({
  totem,
  operator,
}) => {
  const { desk, visitor } = await talk({ totem, operator })
  const { field } = atDesk(desk)
  await field.fill('x'.repeat(1_000_000))
  await expect(desk.page.getByText('Era troppo lungo')).toBeVisible()
  await expect(atTotem(visitor).lines('received')).toContainText('xxx')
  await field.fill('')
  await expect(atTotem(visitor).lines('received')).toHaveCount(0)

  await field.fill('fattura\u202Egpj.exe\u0007')
  await expect(atTotem(visitor).lines('received')).toContainText('fatturagpj.exe')
  expect(await atTotem(visitor).log.textContent()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/u)

  await field.fill('')
  for (let at = 0; at < 40; at++) await field.fill(`${'y'.repeat(900)}\n`)
  await expect(desk.page.getByText('Troppo testo insieme')).toBeVisible()
  await write(visitor).click()
  await visitor.page.keyboard.type('sono qui')
  await expect(atDesk(desk).lines('received')).toContainText('sono qui')
})
