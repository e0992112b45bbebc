import { expect, FACE_OF, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { expectToMeet } from './meeting.ts'

/** Half of the usual: as long as the second visitor's taps may take at most. */
const RING_MS = 10_000

test('a declined call rings the next operator', async ({ totem, operator }) => {
  const anna = await operator('anna')
  const bruno = await operator('bruno')
  const visitor = await totem('padova-149')
  await visitor.call()
  await anna.decline.click()
  await expect(bruno.ring).toBeVisible()
  await expect(anna.ring).toBeHidden()
  await bruno.answer.click()
  await expectToMeet(visitor, FACE_OF.bruno)
})

test('nobody answers: the visitor keeps their place, and the desk is not rung until "Ci sono"', async ({
  totem,
  operator,
  rules,
}) => {
  await rules({ ringMs: RING_MS })
  const [anna, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  const later = await totem('modena-est', { format: SMALL })
  await visitor.call()
  await expect(anna.ring).toBeVisible()
  await later.call()
  await later.expectPlace(2)
  await expect(anna.imHere).toBeVisible({ timeout: RING_MS + 5_000 })
  await expect(anna.ring).toBeHidden()
  await visitor.expectPlace(1)
  await later.expectPlace(2)

  // Whoever was not answered is still the first to be served.
  const bruno = await operator('bruno', { format: SMALL })
  await expect(bruno.ring).toBeVisible()
  await bruno.answer.click()
  await expectToMeet(visitor, FACE_OF.bruno)

  await later.expectPlace(1)
  await expect(anna.ring).toBeHidden()
  await anna.imHere.click()
  await expect(anna.ring).toBeVisible()
  await anna.answer.click()
  await expectToMeet(later, FACE_OF.anna)
})

test('when the visitor leaves while it rings, the ring stops within a second', async ({
  totem,
  operator,
}) => {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await visitor.call()
  await expect(desk.ring).toBeVisible()
  await visitor.cancel.click()
  await expect(desk.ring).toBeHidden({ timeout: 1_000 })
  await visitor.expectHome()
  // It was no miss: the desk is rung at the next call.
  await visitor.call()
  await expect(desk.ring).toBeVisible()
})
