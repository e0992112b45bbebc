import { expect, FACE_OF, test } from './fixtures.ts'
import { HD } from './media/camera-file.ts'
import { connect, expectGoodPicture, expectToHear, expectToMeet } from './meeting.ts'
import { arrivalsAt } from './probes.ts'

test('an answered call carries the right picture and sound both ways', async ({ totem, operator }) => {
  const [desk, visitor] = await Promise.all([
    operator('anna', { format: HD }),
    totem('padova-149', { format: HD }),
  ])
  await connect(visitor, desk)
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
  await Promise.all([expectGoodPicture(visitor), expectGoodPicture(desk)])
})

test('the visitor hangs up: wrap-up at the desk, thanks and then home at the totem', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await connect(visitor, desk)
  await visitor.hangUp.click()
  await expect(desk.wrapUp).toBeVisible()
  await visitor.done.click()
  await visitor.expectHome()
  await desk.save.click()
  await expect(desk.wrapUp).toBeHidden()
  for (const page of [visitor.page, desk.page]) {
    await expect
      .poll(() => arrivalsAt(page), { message: 'nothing is left open' })
      .toMatchObject({ openConnections: 0, openDevices: 0 })
  }
})

test('the operator hangs up: thanks at the totem, and the desk is rung again after its wrap-up', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await visitor.call()
  await desk.answer.click()
  await desk.expectInCall()
  await desk.hangUp.click()
  await visitor.done.click()
  await desk.save.click()
  await visitor.call()
  await expect(desk.ring).toBeVisible()
  await desk.answer.click()
  await expectToMeet(visitor, FACE_OF.anna)
})

test('a double tap on Avvia places one call', async ({ totem, operator }) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  const placed: number[] = []
  visitor.page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname === '/api/calls' && response.request().method() === 'POST') placed.push(response.status())
  })
  await visitor.callButton.click()
  await visitor.start.dblclick()
  await expect(desk.ring).toBeVisible()
  await visitor.expectWaiting()
  await visitor.cancel.click()
  await expect(desk.ring).toBeHidden()
  await visitor.expectHome()
  // The stream may tell of a call before the command that placed it is answered; by now both have been.
  expect(placed.filter((status) => status === 201)).toHaveLength(1)
})

test('whoever taps before the totem has heard from the switchboard still gets their call', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  // A slow line: the page stands before its link does, however slow this machine is.
  let isTapped = () => {}
  const tapped = new Promise<void>((resolve) => {
    isTapped = resolve
  })
  await visitor.page.route('**/api/totem/pages**', async (route) => {
    await tapped
    await route.continue()
  })
  await visitor.page.reload()
  await visitor.call()
  isTapped()
  await visitor.expectWaiting()
  await expect(desk.ring).toBeVisible()
})

test('without leave to use the camera the visitor still talks', async ({ totem, operator }) => {
  const [desk, visitor] = await Promise.all([
    operator('anna'),
    totem('padova-149', { permissions: ['microphone'] }),
  ])
  await visitor.call()
  await desk.answer.click()
  await expectToMeet(visitor, FACE_OF.anna)
  await expectToHear(desk, FACE_OF['padova-149'])
})
