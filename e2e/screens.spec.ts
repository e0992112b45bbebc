import { expect, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'

test('back and reload never leave the totem without a way on', async ({ totem, operator }) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  const { page } = visitor
  await visitor.expectHome()
  await page.reload()
  await visitor.expectHome()

  await visitor.callButton.click()
  await expect(visitor.start).toBeVisible()
  await page.reload()
  await expect(visitor.start.or(visitor.callButton)).toBeVisible()
  await page.goto('/totem?totem=padova-149')

  await visitor.call()
  await visitor.expectWaiting()
  await page.goBack().catch(() => null)
  await page.goto('/totem?totem=padova-149')
  // The call is still this totem's: back in it, not beside it.
  await visitor.expectWaiting()
  await page.reload()
  await visitor.expectWaiting()
  await desk.answer.click()
  await visitor.expectInCall()
  await page.reload()
  await visitor.expectInCall()
  await visitor.hangUp.click()
  await expect(visitor.done).toBeVisible()
  await page.reload()
  await expect(visitor.done.or(visitor.callButton)).toBeVisible()
})

test('a page that nobody wrote still leads somewhere', async ({ pageOf }) => {
  const { page } = await pageOf({ name: 'red', rgb: [205, 60, 60], toneHz: 430 })
  const answer = await page.goto('/no-such-page')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('link').first()).toBeVisible()
})
