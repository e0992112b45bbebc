import { deskOn } from './desk.ts'
import { expect, FACE_OF, foreignTo, test } from './fixtures.ts'
import { expectToMeet } from './meeting.ts'
import { arrivalsAt } from './probes.ts'
import { totemOn } from './totem.ts'

test('pages ask nothing of anyone but their own origin and the media server', async ({ pageOf, stack }) => {
  const atDesk = await pageOf(FACE_OF.anna)
  const atTotem = await pageOf(FACE_OF['padova-149'])
  const desk = deskOn(atDesk.page)
  const visitor = totemOn(atTotem.page)
  await desk.page.goto('/')
  await desk.signIn('anna@esempio.it', stack.sample.password)
  await desk.goOnDuty()
  await visitor.page.goto('/totem?totem=padova-149')
  await visitor.call()
  await desk.answer.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])

  for (const { page, requested } of [atDesk, atTotem]) {
    const sockets = requested.filter((address) => address.startsWith('ws'))
    expect(sockets, 'the media server was seen').not.toEqual([])
    expect(foreignTo(stack, requested)).toEqual([])
    // Where livekit-server tells a browser to ask for its own address: nobody outside may learn of it.
    const { iceServers } = await arrivalsAt(page)
    expect(iceServers.filter((address) => !/^(stun|turn)s?:127\.0\.0\.1[:?]/.test(address))).toEqual([])
  }
})

test('the administration asks nothing of anyone outside either @full', async ({ pageOf, stack }) => {
  const { page, requested } = await pageOf(FACE_OF.chiara)
  await page.goto('/admin')
  await page.getByLabel(/mail/i).fill('admin@esempio.it')
  await page.getByLabel(/password/i).fill(stack.sample.password)
  await page.getByRole('button', { name: /accedi|login/i }).click()
  await expect(page.getByRole('link', { name: /account|profilo/i }).first()).toBeVisible({ timeout: 30_000 })
  expect(foreignTo(stack, requested)).toEqual([])
})
