import { bareParticipant } from './bare-participant.ts'
import { expect, test } from './fixtures.ts'
import { GREEN, RED } from './media/faces.ts'
import { expectGoodPicture, expectNothingArrived, expectToHear, expectToMeet } from './meeting.ts'
import { soundAt } from './probes.ts'
import { roomService } from './rooms.ts'

// The instruments themselves, on two pages that are none of Pronto's: what they are asked to notice
// in the other tests they must notice here.

test('the probes tell silence from sound, black from a picture, and one face from another @full', async ({
  crew,
  stack,
}) => {
  const rooms = roomService(stack.media)
  const room = `probes-${crypto.randomUUID()}`
  await rooms.createRoom({ name: room })
  const red = await bareParticipant(await crew.open({ face: RED }), stack.media, room, 'red')
  const green = await bareParticipant(await crew.open({ face: GREEN }), stack.media, room, 'green')
  expect([await red.join(), await green.join()]).toEqual(['joined', 'joined'])
  await red.publishMuted()
  await green.publishMuted()
  await expect.poll(async () => (await green.seen()).tracksReceived).toBe(2)
  await expectNothingArrived(red.page)
  await expectNothingArrived(green.page)

  await red.setMuted(false)
  const redAtGreen = { page: green.page, remote: green.page.getByLabel('video') }
  await expectToMeet(redAtGreen, RED)
  await expectGoodPicture(redAtGreen)
  // An audio graph that has gone deaf is noticed, and another one hears.
  await green.page.evaluate(() => {
    for (const heard of globalThis.farEnd.remoteTracks)
      Object.assign(heard, { analyser: heard.analyser?.context.createAnalyser() ?? null })
  })
  expect(await soundAt(green.page)).toMatchObject({ faces: [] })
  await expectToHear(redAtGreen, RED)
  await expect(expectNothingArrived(green.page)).rejects.toThrow()
  await expect(
    expectToMeet({ page: red.page, remote: red.page.getByLabel('video') }, GREEN),
  ).rejects.toThrow()

  await red.setMuted(true)
  await expect.poll(() => soundAt(green.page)).toMatchObject({ faces: [] })
  await rooms.deleteRoom(room)
})
