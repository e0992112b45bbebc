import { bareParticipant } from './bare-participant.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { PURPLE } from './media/faces.ts'
import { expectNothingArrived, expectToMeet } from './meeting.ts'
import { roomOf } from './rooms.ts'

test('a stranger with a valid token for the room gets no track and no data, and is removed', async ({
  totem,
  operator,
  pageOf,
  stack,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await visitor.call()
  await expect(desk.ring).toBeVisible()
  const room = await roomOf(stack.media)
  const stranger = await bareParticipant(await pageOf(PURPLE), stack.media, room, 'stranger')
  // Thrown out as soon as it is noticed, which may be before its media has arrived; so it comes again.
  await stranger.join()
  await desk.answer.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])

  for (let again = 0; again < 3; again++) {
    await expect.poll(async () => (await stranger.seen()).isConnected, { timeout: 30_000 }).toBe(false)
    expect(await stranger.seen()).toMatchObject({
      timesLetIn: again + 1,
      tracksReceived: 0,
      packetsReceived: 0,
    })
    await stranger.join()
  }
  await expect.poll(async () => (await stranger.seen()).isConnected, { timeout: 30_000 }).toBe(false)
  await expectNothingArrived(stranger.page)
  // The call did not notice.
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
})

test('what a stranger sends is neither shown nor played', async ({ totem, operator, pageOf, stack }) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await visitor.call()
  await desk.answer.click()
  await expectToMeet(visitor, FACE_OF.anna)
  const room = await roomOf(stack.media)
  const stranger = await bareParticipant(await pageOf(PURPLE), stack.media, room, 'o-stranger')
  // However far it gets before it is thrown out.
  await stranger.join()
  await stranger.publishMuted().catch(() => undefined)
  await stranger.setMuted(false).catch(() => undefined)
  await expect.poll(async () => (await stranger.seen()).isConnected, { timeout: 30_000 }).toBe(false)
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
})
