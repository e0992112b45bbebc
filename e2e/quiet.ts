import { expect, type Page } from '@playwright/test'
import { arrivalsAt } from './probes.ts'

/** Longer than a decoder takes to play out what was on its way, and than a picture that stands still takes to send one. */
const WINDOW_MS = 1_200

/**
 * Nobody's picture and nobody's sound comes to this page any more: a whole window passes in which the
 * browser's own decoders count nothing. What was under way when it began may still run out.
 */
export async function expectNothingArrives(page: Page): Promise<void> {
  await expect
    .poll(() => arrivalsWithin(page), { message: 'frames and sound that arrive' })
    .toEqual({ frames: 0, energy: 0 })
}

async function arrivalsWithin(page: Page): Promise<{ frames: number; energy: number }> {
  const before = await arrivalsAt(page)
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), WINDOW_MS)
  const after = await arrivalsAt(page)
  return {
    frames: after.framesDecoded - before.framesDecoded,
    energy: after.soundEnergy - before.soundEnergy,
  }
}
