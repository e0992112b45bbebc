import { expect, type Page } from '@playwright/test'
import type { Desk } from '../e2e/desk.ts'
import type { Totem } from '../e2e/totem.ts'
import { atLeast, atMost } from './budget.ts'
import { openCounter } from './counter.ts'
import { clickAt, watchMoments } from './moments.ts'
import { progress, runBench } from './run-bench.ts'
import { spreadOf } from './statistics.ts'

// Riprendi, and the answer to a call that was passed on → first remote frame, at both ends.

const TIMES = 12
const WARM_UP = 1
/** As long as somebody looks something up; the encoders are at rest by then. */
const HELD_MS = 1_000
/** How long a desk rings before its operator has reached for the mouse, as in the bench `answer`. */
const RING_BEFORE_ANSWER_MS = 2_500

await runBench('handover', async (folder, stopAt) => {
  const counter = await openCounter(folder, watchMoments)
  const bruno = await counter.openDesk('bruno')
  const totem = await counter.openTotem(watchMoments)
  // Bruno would be rung first half of the time.
  await bruno.setIntent('In pausa')
  await totem.call()
  await counter.desk.answer.click()
  await counter.desk.expectInCall()
  await bruno.setIntent('Disponibile')

  const resumed = await several('resume', stopAt, () => resumeOnce(counter.desk, totem))
  let [from, to] = [counter.desk, bruno]
  const passed = await several('transfer', stopAt, async () => {
    const times = await transferOnce(from, to, to === bruno ? 'Bruno' : 'Anna', totem)
    ;[from, to] = [to, from]
    return times
  })
  await counter.close()

  const resume = {
    totem: spreadOf(resumed.map((at) => at.totem)),
    desk: spreadOf(resumed.map((at) => at.desk)),
  }
  const transfer = {
    totem: spreadOf(passed.map((at) => at.totem)),
    desk: spreadOf(passed.map((at) => at.desk)),
  }
  const sides = [resume.totem, resume.desk, transfer.totem, transfer.desk]
  const worst = (percentile: 'p50' | 'p95' | 'max') => Math.max(...sides.map((side) => side[percentile]))
  return {
    n: Math.min(resumed.length, passed.length),
    unit: 'ms',
    p50: worst('p50'),
    p95: worst('p95'),
    max: worst('max'),
    resume,
    transfer,
    budgets: [
      atLeast('times measured', Math.min(resumed.length, passed.length), TIMES),
      atMost('first frame after Riprendi at the totem, p50', resume.totem.p50, 200),
      atMost('first frame after Riprendi at the desk, p50', resume.desk.p50, 200),
      atMost('first frame of the next operator at the totem, p50', transfer.totem.p50, 200),
      atMost('first frame at the next operator, p50', transfer.desk.p50, 200),
    ],
  }
})

interface FirstFrames {
  totem: number
  desk: number
}

async function several(
  what: string,
  stopAt: number,
  once: () => Promise<FirstFrames>,
): Promise<FirstFrames[]> {
  const times: FirstFrames[] = []
  for (let index = -WARM_UP; index < TIMES && Date.now() < stopAt; index += 1) {
    const time = await once()
    if (index >= 0) times.push(time)
    progress(
      `${what} ${index + 1} of ${TIMES}: totem ${Math.round(time.totem)} ms, desk ${Math.round(time.desk)} ms`,
    )
  }
  return times
}

async function resumeOnce(desk: Desk, totem: Totem): Promise<FirstFrames> {
  await desk.page.getByRole('button', { name: 'Metti in attesa' }).click()
  await expect(totem.page.getByText(/ti ha messo in attesa/)).toBeVisible()
  await pause(HELD_MS)
  return firstFramesAfter(() => clickAt(desk.page.getByRole('button', { name: 'Riprendi' })), desk, totem)
}

async function transferOnce(from: Desk, to: Desk, name: string, totem: Totem): Promise<FirstFrames> {
  await from.page.getByRole('button', { name: 'Trasferisci' }).click()
  const dialog = from.page.getByRole('dialog', { name: 'Trasferisci la chiamata' })
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByRole('button', { name: 'Passa subito' }).click()
  await expect(to.answer).toBeVisible({ timeout: 20_000 })
  await pause(RING_BEFORE_ANSWER_MS)
  const times = await firstFramesAfter(() => clickAt(to.answer), to, totem)
  await to.expectInCall()
  await from.save.click()
  await expect(from.wrapUp).toBeHidden()
  return times
}

async function firstFramesAfter(
  click: () => Promise<number>,
  desk: Desk,
  totem: Totem,
): Promise<FirstFrames> {
  for (const { page } of [desk, totem]) await page.evaluate(() => globalThis.farEnd.startOver())
  const at = await click()
  const shownAt = async (page: Page) => {
    // Looking at every frame would keep the page busy in the moment that is measured.
    await page.waitForFunction(() => globalThis.farEnd.firstShownAt !== null, null, { polling: 250 })
    return page.evaluate(() => globalThis.farEnd.firstShownAt ?? Number.NaN)
  }
  const [atTotem, atDesk] = await Promise.all([shownAt(totem.page), shownAt(desk.page)])
  return { totem: atTotem - at, desk: atDesk - at }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
