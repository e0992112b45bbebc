import { startLivekit } from '../scripts/local/livekit.ts'
import { deskOn } from './desk.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import type { Totem } from './totem.ts'

/** No screen may leave the visitor alone with a "no". */
async function expectNextStep(visitor: Totem): Promise<void> {
  await expect(visitor.page.getByText(/\b112\b/).first()).toBeVisible()
  await expect(visitor.page.getByText(/059[\s/]?\d/).first()).toBeVisible()
}

test('nobody on duty: words, a phone number and 112', async ({ totem }) => {
  const visitor = await totem('padova-149')
  await expect(visitor.page.getByText(/Nessun operatore in servizio/).first()).toBeVisible()
  if (await visitor.callButton.isEnabled()) await visitor.callButton.click()
  await expectNextStep(visitor)
})

test('the last operator leaves between the notice and Avvia: words, a phone number and 112', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await visitor.callButton.click()
  await expect(visitor.start).toBeVisible()
  await desk.setIntent('Non in servizio')
  await visitor.start.click()
  await expect(visitor.page.getByRole('heading', { name: /Nessun operatore/ })).toBeVisible()
  await expectNextStep(visitor)
})

test('the media server is away: the visitor is told within the time to open a room', async ({
  totem,
  operator,
  rules,
  stack,
}) => {
  await rules({ openRoomMs: 3_000 })
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  const { media } = stack
  await media.crash()
  try {
    await visitor.call()
    await expect(visitor.page.getByText(/collegamento video/i).first()).toBeVisible({ timeout: 20_000 })
    await expectNextStep(visitor)
    await expect(desk.ring).toBeHidden()
  } finally {
    await startLivekit({
      home: stack.env.PRONTO_HOME,
      port: media.port,
      udpPort: media.udpPort,
      webhookUrl: `${stack.url}/api/livekit/webhook`,
    })
  }
})

test('a wrong password lets nobody in and says so', async ({ pageOf }) => {
  const { page } = await pageOf(FACE_OF.anna)
  await page.goto('/login')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('anna@esempio.it')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible()
  await page.goto('/desk')
  await page.waitForURL('**/login**')
  await expect(deskOn(page).ring).toBeHidden()
})
