import { expect } from '@playwright/test'
import { atLeast, atMost } from './budget.ts'
import { openCounter } from './counter.ts'
import { clickAt, momentsOf, watchMoments } from './moments.ts'
import { progress, runBench } from './run-bench.ts'
import { spreadOf } from './statistics.ts'

/** Tap on Avvia at the totem → the desk's dialog is on its screen. */
const RINGS = 100
const RINGS_AT_LEAST = 50
/** The first rings load code and warm the server: a totem is not switched on for its first visitor. */
const WARM_UP = 5
/** Nobody steps up to a totem and taps twice sooner than this. */
const APART_MS = 1_000

await runBench('ring', async (folder, stopAt) => {
  const counter = await openCounter(folder, watchMoments)
  const { desk } = counter
  const totem = await counter.openTotem(watchMoments)
  const samples: number[] = []
  for (let ring = -WARM_UP; ring < RINGS && Date.now() < stopAt; ring += 1) {
    await desk.page.evaluate(() => {
      globalThis.moments.rangAt = null
    })
    // The call before was taken back a moment ago: what is still being put away of it is not this one's.
    await new Promise((resolve) => setTimeout(resolve, APART_MS))
    await totem.callButton.click()
    const tappedAt = await clickAt(totem.start)
    await expect(desk.ring).toBeVisible()
    // The dialog may be found a moment before the frame that shows it.
    await expect.poll(async () => (await momentsOf(desk.page)).rangAt).not.toBeNull()
    const rangAt = (await momentsOf(desk.page)).rangAt ?? Number.NaN
    if (ring >= 0) samples.push(rangAt - tappedAt)
    await totem.cancel.click()
    await expect(desk.ring).toBeHidden()
    await totem.expectHome()
    if (ring % 10 === 0)
      progress(`${ring} of ${RINGS} rings, the latest after ${Math.round(rangAt - tappedAt)} ms`)
  }
  await counter.close()
  const spread = spreadOf(samples)
  return {
    ...spread,
    unit: 'ms',
    budgets: [
      atLeast('rings measured', spread.n, RINGS_AT_LEAST),
      atMost('tap to ring, p50', spread.p50, 50),
      atMost('tap to ring, p99', spread.p99, 150),
    ],
  }
})
