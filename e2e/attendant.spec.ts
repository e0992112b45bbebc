import { expect, test } from './fixtures.ts'
import { GREEN } from './media/faces.ts'

const PIN = '240617'

test('a technician sets a PIN; whoever knows it helps at the totem, and nothing stays when they end it', async ({
  totem,
  pageOf,
  stack,
}) => {
  const { page: office } = await pageOf(GREEN)
  const signedIn = await office.request.post('/api/staff/sign-in', {
    headers: { origin: new URL(stack.url).origin },
    data: { email: 'tea@esempio.it', password: stack.sample.password },
  })
  expect(signedIn.ok()).toBe(true)
  await office.goto('/admin/collections/totems')
  await office.getByRole('link', { name: 'Totem di via Padova 149' }).click()
  await office.getByLabel('PIN di chi assiste al totem').fill('123456')
  await office.getByRole('button', { name: 'Imposta il PIN' }).click()
  await expect(office.getByText('Così lo indovina chiunque')).toBeVisible()
  await office.getByLabel('PIN di chi assiste al totem').fill(PIN)
  await office.getByRole('button', { name: 'Imposta il PIN' }).click()
  await expect(office.getByText('Il PIN è impostato')).toBeVisible()

  const { page, expectHome } = await totem('padova-149')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const knock = async (pin: string) => {
    for (const digit of pin) await button(digit).click()
    await button('Entra').click()
  }
  await page.getByRole('button', { name: /^Uffici e orari/ }).click()
  await button('Accessibilità').click()
  await button('Per il personale').click()
  await knock('999111')
  await expect(page.getByText('Il PIN non è giusto.')).toBeVisible()
  await knock(PIN)
  const bar = page.getByRole('region', { name: 'Assistenza' })
  await expect(bar).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Uffici e orari', level: 1 })).toBeVisible()
  await bar.getByRole('button', { name: 'Indietro' }).click()
  await expectHome()
  await bar.getByRole('button', { name: 'Avanti' }).click()
  await expect(page.getByRole('heading', { name: 'Uffici e orari', level: 1 })).toBeVisible()

  await button('Strumenti').click()
  await button('Prova gli apparecchi').click()
  const devices = page.getByRole('region', { name: 'Apparecchi' })
  await expect(devices.getByText('Telecamera: funziona')).toBeVisible()
  await expect(devices.getByText('Microfono: funziona')).toBeVisible()
  await expect(devices.getByText('Rete del video: va bene')).toBeVisible()
  await button('Chiudi').click()

  await button('English').click()
  await page.getByRole('button', { name: 'End staff help' }).click()
  await expect(bar).toHaveCount(0)
  await expectHome()
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
})
