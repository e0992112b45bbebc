import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { assembleCrew } from '../e2e/crew.ts'
import { GREEN, RED } from '../e2e/media/faces.ts'
import { clickAt, watchMoments } from './moments.ts'
import { progress } from './run-bench.ts'

const JOINS = 10

/**
 * LiveKit Meet at `address`, on this machine and in this run: the second one's click on "Join Room" →
 * the first remote frame that reaches their page, the other one being in the room already.
 */
export async function joinTimesOfPeer(address: string, folder: string): Promise<number[]> {
  const crew = assembleCrew(join(folder, 'media'), 'light')
  const samples: number[] = []
  const context = { viewport: { width: 1280, height: 800 } }
  for (let index = 0; index < JOINS; index += 1) {
    const room = new URL(`/rooms/bench-${crypto.randomUUID()}`, address).href
    const [first, second] = await Promise.all([
      crew.open({ face: RED, context }),
      crew.open({ face: GREEN, context }),
    ])
    await Promise.all([first, second].map(({ page }) => watchMoments(page)))
    await enter(first.page, room, 'first')
    await first.page.waitForFunction(() => globalThis.farEnd.connections.size > 0)
    const clickedAt = await enter(second.page, room, 'second')
    await second.page.waitForFunction(() => globalThis.farEnd.firstPictureAt !== null)
    const seenAt = await second.page.evaluate(() => globalThis.farEnd.firstPictureAt ?? Number.NaN)
    samples.push(seenAt - clickedAt)
    progress(`peer ${index + 1} of ${JOINS}: ${Math.round(seenAt - clickedAt)} ms`)
    await crew.dismiss()
  }
  await crew.close()
  return samples
}

async function enter(page: Page, room: string, name: string): Promise<number> {
  await page.goto(room)
  await page.getByRole('textbox').first().fill(name)
  return clickAt(page.getByRole('button', { name: /join/i }))
}
