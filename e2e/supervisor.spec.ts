import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { allowListening } from './board.ts'
import { expect, FACE_OF, type Fixtures, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { PURPLE } from './media/faces.ts'
import { connect, expectToMeet, expectToSee } from './meeting.ts'
import { arrivalsAt, soundAt } from './probes.ts'

test('a listener is named to both ends, hears and sees both, and sends nothing', async ({
  totem,
  operator,
  pageOf,
  stack,
}) => {
  const { desk, visitor, sofia } = await inCallWithSupervisor({ totem, operator, pageOf, stack })
  await expect(sofia.getByRole('button', { name: 'Ascolta' })).toBeHidden()
  await allowListening(stack.database.url, true)
  try {
    await sofia.getByRole('button', { name: 'Ascolta' }).click()
    await expect(visitor.page.getByText('Sofia, responsabile, ascolta la chiamata')).toBeVisible()
    await expect(desk.page.getByText(/Sofia, responsabile, ascolta questa chiamata/)).toBeVisible()
    const both = [FACE_OF.anna.name, FACE_OF['padova-149'].name].sort()
    await expect.poll(async () => (await soundAt(sofia)).faces.sort()).toEqual(both)
    await expectToSee(
      { page: sofia, remote: sofia.getByLabel('Cittadino', { exact: true }) },
      FACE_OF['padova-149'],
    )
    expect(await arrivalsAt(sofia)).toMatchObject({ openDevices: 0 })
    // Nobody else is heard or seen at either end.
    await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])

    // A page that goes away listens no more, and both ends are told at once.
    await sofia.reload()
    await expect(visitor.page.getByText(/ascolta la chiamata/)).toBeHidden()
    await expect(desk.page.getByText(/ascolta questa chiamata/)).toBeHidden()

    await sofia.getByRole('button', { name: 'Ascolta' }).click()
    await expect(visitor.page.getByText(/ascolta la chiamata/)).toBeVisible()
    await visitor.hangUp.click()
    await expect(sofia.getByText(/La chiamata in cui eri è finita/)).toBeVisible()
    await expect(sofia.getByText('Nessuna chiamata in questo momento.')).toBeVisible()
    await expect.poll(() => arrivalsAt(sofia)).toMatchObject({ openConnections: 0, openDevices: 0 })
  } finally {
    await allowListening(stack.database.url, false)
  }
})

test('a supervisor who joins is seen and heard by both ends, by name', async ({
  totem,
  operator,
  pageOf,
  stack,
}) => {
  const { desk, visitor, sofia } = await inCallWithSupervisor({ totem, operator, pageOf, stack })
  await expectAccessible(sofia, 'supervisor, with a call')
  await sofia.getByRole('button', { name: 'Entra' }).click()
  for (const end of [desk, visitor]) {
    await expectToSee(
      { page: end.page, remote: end.page.locator('video').and(end.page.getByLabel('Sofia')) },
      PURPLE,
    )
  }
  const heard = [FACE_OF.anna.name, PURPLE.name].sort()
  await expect.poll(async () => (await soundAt(visitor.page)).faces.sort()).toEqual(heard)
  await expect(desk.page.getByText(/Sofia, responsabile, è nella chiamata/)).toBeVisible()
  // What is typed comes by itself, and is answered.
  await desk.page.getByRole('textbox', { name: 'Scrivi al cittadino' }).fill('è arrivata Sofia')
  await expect(sofia.getByRole('log', { name: 'Messaggi' })).toContainText('è arrivata Sofia')
  await sofia.getByRole('textbox', { name: 'Scrivi a tutti' }).fill('buongiorno')
  for (const end of [desk, visitor]) {
    await expect(end.page.getByRole('log', { name: 'Messaggi' })).toContainText('buongiorno')
  }
  await expectAccessible(sofia, 'supervisor, in a call')
  await sofia.getByRole('button', { name: 'Esci dalla chiamata' }).click()
  await expectToMeet(visitor, FACE_OF.anna)
  await expect.poll(async () => (await arrivalsAt(sofia)).openDevices).toBe(0)
})

test('a supervisor takes an operator off duty, and their desk says who did', async ({
  operator,
  pageOf,
  stack,
}) => {
  const desk = await operator('anna')
  const sofia = await supervisorPage(pageOf, stack)
  await sofia.getByRole('combobox', { name: 'Stato di Anna' }).selectOption({ label: 'In pausa' })
  await expect(desk.page.getByRole('radio', { name: 'In pausa' })).toBeChecked()
  await expect(sofia.getByRole('combobox', { name: 'Stato di Anna' })).toHaveValue('on_break')
})

test('a wallboard that nobody is signed in at any more says so, and leads to where one signs in', async ({
  pageOf,
  stack,
}) => {
  const sofia = await supervisorPage(pageOf, stack)
  await sofia.route('**/api/supervisor/stream', (route) => route.abort())
  await sofia.reload()
  await expect(sofia.getByText('Il server non risponde')).toBeVisible()
  await sofia.context().clearCookies()
  await sofia.getByRole('link', { name: 'Accedi di nuovo' }).click()
  await expect(sofia.getByRole('button', { name: 'Accedi' })).toBeVisible()
})

type Needs = Pick<Fixtures, 'totem' | 'operator' | 'pageOf'> & {
  stack: { sample: { password: string }; database: { url: string } }
}

async function supervisorPage(pageOf: Fixtures['pageOf'], stack: Needs['stack']): Promise<Page> {
  const { page } = await pageOf(PURPLE, {
    format: SMALL,
    context: { viewport: { width: 1280, height: 900 } },
  })
  await page.goto('/login')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('sofia@esempio.it')
  await page.getByLabel('Password', { exact: true }).fill(stack.sample.password)
  await page.getByRole('button', { name: 'Accedi' }).click()
  await page.waitForURL('**/supervisor')
  return page
}

async function inCallWithSupervisor({ totem, operator, pageOf, stack }: Needs) {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  const sofia = await supervisorPage(pageOf, stack)
  await expect(sofia.getByRole('row', { name: /In corso/ })).toBeVisible()
  return { desk, visitor, sofia }
}
