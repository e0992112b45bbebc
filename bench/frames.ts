import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { assembleCrew } from '../e2e/crew.ts'
import { RED } from '../e2e/media/faces.ts'
import { attractLoop } from '../e2e/nobody-there.ts'
import { totemOn } from '../e2e/totem.ts'
import { startStack } from '../scripts/local/stack.ts'
import { atLeast, type Budget } from './budget.ts'
import { type DrawnFrames, framesIn } from './drawn-frames.ts'
import { progress, runBench } from './run-bench.ts'

// How smoothly the totem moves: frames a second that reach the screen while something moves there.

/** As slow as the weakest panels that are sold with a browser. */
const SLOWER = 4
/** Without a graphics card, which this machine has not either. One frame in twenty may come late before it is seen. */
const FRAMES_PER_SECOND = 57
/** Enough of each motion that one late frame is no more than a hundredth. */
const LEAST_FRAMES = 100

const BETWEEN_KEYS_MS = 250
const ATTRACT_WITHIN_MS = 120_000
const ATTRACT_FOR_MS = 14_000
/** A touch at once, where another key was a moment ago, presses nothing (docs/decisions/0065). */
const BETWEEN_SCREENS_MS = 600

const MOTIONS = {
  'scrolling by a finger': scroll,
  'keys that are pressed': typeOnGlass,
  'what an untouched totem shows': watchAttractLoop,
} satisfies Record<string, (page: Page, browser: CDPSession) => Promise<void>>

await runBench('frames', async (folder) => {
  const stack = await startStack({ home: join(folder, 'home') })
  const crew = assembleCrew(join(folder, 'media'), 'none')
  const { page } = await crew.open({
    face: RED,
    context: { baseURL: stack.url, viewport: { width: 1080, height: 1920 }, hasTouch: true },
  })
  await page.goto('/totem?totem=padova-149')
  await totemOn(page).expectReady()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const motions: Record<string, DrawnFrames> = {}
  for (const [name, move] of Object.entries(MOTIONS)) {
    const drawn = await framesIn(page, () => move(page, session))
    progress(`${name}: ${JSON.stringify(drawn)}`)
    motions[name] = drawn
  }
  await crew.close()
  await stack.stop()
  return {
    n: Object.values(motions).reduce((sum, { inTime, late }) => sum + inTime + late, 0),
    unit: 'frames a second',
    slower: SLOWER,
    motions,
    budgets: Object.entries(motions).flatMap(([name, drawn]): Budget[] => [
      atLeast(`frames looked at, ${name}`, drawn.inTime + drawn.late, LEAST_FRAMES),
      atLeast(`frames a second, ${name}`, drawn.perSecond, FRAMES_PER_SECOND),
    ]),
  }
})

/** Up and down a long sheet, as often as a reader who looks for something. */
async function scroll(page: Page, session: CDPSession): Promise<void> {
  await press(page, 'Carta d’identità')
  await press(page, 'Carta d’identità elettronica')
  const text = await page.locator('.fading').boundingBox()
  if (!text) throw new Error('the sheet does not scroll')
  const top = text.y + text.height * 0.1
  const bottom = text.y + text.height * 0.9
  for (let times = 0; times < 4; times += 1) {
    await drag(session, text.x + text.width / 2, bottom, top)
    await drag(session, text.x + text.width / 2, top, bottom)
  }
  await press(page, 'Indietro')
  await press(page, 'Indietro')
}

/** One finger from one height to another, at 60 moves a second. */
async function drag(session: CDPSession, x: number, from: number, to: number): Promise<void> {
  const MOVES = 40
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] })
  await touch('touchStart', from)
  const startedAt = performance.now()
  for (let move = 1; move <= MOVES; move += 1) {
    await touch('touchMove', from + ((to - from) * move) / MOVES)
    await until(startedAt + (move * 1000) / 60)
  }
  await touch('touchEnd')
}

/** Searching: each key moves, and what is found changes behind it. */
async function typeOnGlass(page: Page): Promise<void> {
  await press(page, 'Cerca')
  for (const letter of 'residenzacasatassa') {
    await page.getByRole('button', { name: letter, exact: true }).tap()
    await page.waitForTimeout(BETWEEN_KEYS_MS)
  }
  await press(page, 'Indietro')
}

/** One change of language and what drifts before and after it. */
async function watchAttractLoop(page: Page): Promise<void> {
  await attractLoop(page).waitFor({ timeout: ATTRACT_WITHIN_MS })
  await page.waitForTimeout(ATTRACT_FOR_MS)
}

async function press(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(BETWEEN_SCREENS_MS)
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .tap()
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())))
}
