import { deskOn } from './desk.ts'
import { expect, FACE_OF, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { memoryOf } from './page-memory.ts'
import { shortCall } from './short-call.ts'
import { totemOn } from './totem.ts'

/** Code and caches come with the first calls; `npm run bench -- memory` counts from the twentieth. */
const FIRST_CALLS = 4
const MORE_CALLS = 8
/** Code that is compiled meanwhile costs some of it. */
const MOST_PER_CALL_BYTES = 100 * 1024

test('call after call on the same two pages leaves no connection open and no memory behind @full', async ({
  pageOf,
  stack,
}) => {
  const atDesk = await pageOf(FACE_OF.anna, { format: SMALL, watching: 'none' })
  const atTotem = await pageOf(FACE_OF['padova-149'], { format: SMALL, watching: 'none' })
  const desk = deskOn(atDesk.page)
  await desk.signIn('anna@esempio.it', stack.sample.password)
  await desk.goOnDuty()
  const visitor = totemOn(atTotem.page)
  await visitor.page.goto('/totem?totem=padova-149')
  await visitor.expectReady()

  for (let call = 0; call < FIRST_CALLS; call += 1) await shortCall({ desk, visitor })
  const pages = [desk.page, visitor.page]
  const before = await Promise.all(pages.map(memoryOf))
  for (let call = 0; call < MORE_CALLS; call += 1) {
    await shortCall({ desk, visitor })
    for (const page of pages) expect((await memoryOf(page)).openConnections).toBe(0)
  }
  const after = await Promise.all(pages.map(memoryOf))
  const perCall = after.map(({ heapBytes }, at) => (heapBytes - (before[at]?.heapBytes ?? 0)) / MORE_CALLS)
  expect(Math.max(...perCall), 'bytes kept for each call').toBeLessThan(MOST_PER_CALL_BYTES)
})
