import { expect, FACE_OF, test } from './fixtures.ts'

test('what nobody can do is said while a service is edited, before anything is saved', async ({
  pageOf,
  stack,
}) => {
  const { page } = await pageOf(FACE_OF.anna)
  const signedIn = await page.request.post('/api/staff/sign-in', {
    headers: { origin: new URL(stack.url).origin },
    data: { email: 'edo@esempio.it', password: stack.sample.password },
  })
  expect(signedIn.status()).toBe(200)
  await page.goto('/admin/collections/services/create')
  // Payload gives this list no name that a role could be found by.
  const skills = page.locator('.field-requiredSkills').getByRole('combobox')
  await skills.fill('astronomia')
  await skills.press('Enter')
  const warning = page.getByText('Attenzione. Nessun operatore ha “astronomia”')
  await expect(warning).toBeVisible()
  await skills.press('Backspace')
  await expect(warning).toBeHidden()
})
