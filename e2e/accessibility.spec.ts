import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, FACE_OF, test } from './fixtures.ts'

test('no screen of a call breaks a rule that a machine can check', async ({ totem, operator, pageOf }) => {
  const { page: login } = await pageOf(FACE_OF.bruno)
  await login.goto('/login')
  await expect(login.getByRole('button', { name: 'Accedi' })).toBeVisible()
  await expectAccessible(login, 'login')

  const desk = await operator('anna')
  await expectAccessible(desk.page, 'desk, idle')
  const visitor = await totem('padova-149')
  await visitor.expectHome()
  await expectAccessible(visitor.page, 'totem, home')
  await visitor.callButton.click()
  await expect(visitor.start).toBeVisible()
  await expectAccessible(visitor.page, 'totem, notice')
  await visitor.start.click()
  await visitor.expectWaiting()
  await expectAccessible(visitor.page, 'totem, waiting')
  await expect(desk.ring).toBeVisible()
  await expectAccessible(desk.page, 'desk, ringing')
  await desk.answer.click()
  await Promise.all([visitor.expectInCall(), desk.expectInCall()])
  await expectAccessible(visitor.page, 'totem, in call')
  await expectAccessible(desk.page, 'desk, in call')
  await visitor.hangUp.click()
  await expect(visitor.done).toBeVisible()
  await expectAccessible(visitor.page, 'totem, after')
  await expect(desk.wrapUp).toBeVisible()
  await expectAccessible(desk.page, 'desk, wrap-up')
})

/** WCAG 2.2 A and AA, as Italian law asks of public offices (EN 301 549), and axe's good practice. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(found, screen).toEqual([])
}
