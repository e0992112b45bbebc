import { expect, FACE_OF, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import type { Face } from './media/faces.ts'
import { type CallEnd, expectToMeetInACrowd, othersAmong } from './meeting.ts'
import { pictureIn, soundAt } from './probes.ts'

test('two totems and two operators at once: nobody meets anybody else', async ({ totem, operator }) => {
  const anna = await operator('anna', { format: SMALL })
  const bruno = await operator('bruno', { format: SMALL })
  const first = await totem('padova-149', { format: SMALL })
  const second = await totem('modena-est', { format: SMALL })
  // Longest idle first: Anna has been on duty longer.
  await first.call()
  await expect(anna.ring).toBeVisible()
  await second.call()
  await expect(bruno.ring).toBeVisible()
  await Promise.all([anna.answer.click(), bruno.answer.click()])

  const meetings: [CallEnd, Face][] = [
    [first, FACE_OF.anna],
    [anna, FACE_OF['padova-149']],
    [second, FACE_OF.bruno],
    [bruno, FACE_OF['modena-est']],
  ]
  for (const [end, face] of meetings) await expectToMeetInACrowd(end, face)
  // Again, now that all four are up.
  for (const [end, face] of meetings) {
    expect((await pictureIn(end.remote)).face).toBe(face.name)
    expect(othersAmong((await soundAt(end.page)).faces, face)).toEqual([])
  }

  await first.hangUp.click()
  await expect(anna.wrapUp).toBeVisible()
  await Promise.all([
    expectToMeetInACrowd(second, FACE_OF.bruno),
    expectToMeetInACrowd(bruno, FACE_OF['modena-est']),
  ])
})
