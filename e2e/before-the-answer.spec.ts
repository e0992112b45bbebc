import { expect, FACE_OF, test } from './fixtures.ts'
import { expectNothingArrived, expectToMeet } from './meeting.ts'
import { arrivalsAt } from './probes.ts'

test('before the answer neither end sees or hears the other, however long it rings', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  // The camera's light comes with Avvia, not with the notice that says so.
  await visitor.callButton.click()
  await expect(visitor.start).toBeVisible()
  expect(await visitor.page.evaluate(() => globalThis.farEnd.ownTracks.size), 'devices opened').toBe(0)
  await visitor.start.click()
  await expect(desk.ring).toBeVisible()
  await expect.poll(async () => (await arrivalsAt(visitor.page)).openDevices).toBe(2)
  // Both ends have joined the room while it rings: from here on only the mute holds picture and sound back.
  for (const { page } of [visitor, desk]) {
    await expect.poll(async () => (await arrivalsAt(page)).openConnections).toBeGreaterThan(0)
  }
  await expect.poll(() => desk.page.evaluate(() => globalThis.farEnd.remoteTracks.length)).toBeGreaterThan(0)
  // Watch for as long as a slow operator takes, and look at every moment of it.
  const until = Date.now() + 6_000
  while (Date.now() < until) {
    await expectNothingArrived(desk.page)
    await expectNothingArrived(visitor.page)
  }
  // The call's screen lies ready and comes with the first picture, a moment before it is painted anew.
  await expect(visitor.page.locator('.call')).not.toContainText(/ti vede|ti sente/)
  const answeredAt = Date.now()
  await desk.answer.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
  for (const { page } of [visitor, desk]) {
    const { firstPictureAt, firstSoundAt } = await arrivalsAt(page)
    expect(firstPictureAt).toBeGreaterThanOrEqual(answeredAt)
    expect(firstSoundAt).toBeGreaterThanOrEqual(answeredAt)
  }
})

test('a declined desk has seen and heard nothing', async ({ totem, operator }) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await visitor.call()
  await desk.decline.click()
  await expect(desk.ring).toBeHidden()
  await visitor.expectWaiting()
  await expectNothingArrived(desk.page)
  await expect.poll(() => arrivalsAt(desk.page)).toMatchObject({ openConnections: 0, openDevices: 0 })
})
