import type { Page } from '@playwright/test'
import { shutDatabase } from './board.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { connect, expectToMeet } from './meeting.ts'

test('a desk that is loaded anew while the database is away says so, opens by itself, and is back in its call @full', async ({
  totem,
  operator,
  stack,
}) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  await connect(visitor, desk)
  const open = await shutDatabase(stack.database)
  try {
    await desk.page.reload()
    await expect(desk.page.getByRole('heading', { name: 'Il servizio non risponde' })).toBeVisible()
    await expectToStay(desk.page)
  } finally {
    await open()
  }
  await desk.expectInCall()
  await Promise.all([expectToMeet(desk, FACE_OF['padova-149']), expectToMeet(visitor, FACE_OF.anna)])
})

/** It asks whether it can be opened, and is not loaded before it can. */
async function expectToStay(page: Page): Promise<void> {
  let loads = 0
  page.on('load', () => loads++)
  for (let asked = 0; asked < 2; asked++) {
    await page.waitForResponse((response) => response.url().endsWith('/desk') && response.status() >= 500)
  }
  expect(loads).toBe(0)
}
