import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { assembleCrew } from '../e2e/crew.ts'
import { RED } from '../e2e/media/faces.ts'
import { totemOn } from '../e2e/totem.ts'
import { startStack } from '../scripts/local/stack.ts'
import { atLeast, atMost } from './budget.ts'
import { progress, runBench } from './run-bench.ts'
import { spreadOf } from './statistics.ts'

// A touch at the totem → the frame that shows the next screen, over every screen that is read.

const ROUNDS = 12
/** The first round fetches what comes only when it is needed: a totem is not switched on for its first visitor. */
const WARM_UP = 1
/** As slow as the weakest panels that are sold with a browser. */
const SLOWER = 4

/** A touch at once, where another key was a moment ago, presses nothing (docs/decisions/0065). */
const BETWEEN_TOUCHES_MS = 400

/** Names of the keys that lead through every screen and back home. */
const WALK = [
  ...[
    'Eventi della vita',
    'È nato un bambino',
    'Dichiarazione di nascita',
    'Indietro',
    'Indietro',
    'Indietro',
  ],
  ...['Avvisi', 'Indietro', 'Uffici e orari', 'Indietro'],
  ...['Carta d’identità', 'Carta d’identità elettronica', 'Indietro', 'Indietro'],
  ...['Cerca', 'Indietro', 'Videochiama', 'Torna all’inizio'],
]

await runBench('touch', async (folder, stopAt) => {
  const stack = await startStack({ home: join(folder, 'home') })
  const crew = assembleCrew(join(folder, 'media'), 'light')
  const { page } = await crew.open({
    face: RED,
    context: { baseURL: stack.url, viewport: { width: 1080, height: 1920 }, hasTouch: true },
  })
  await page.goto('/totem?totem=padova-149')
  await totemOn(page).expectReady()
  const samples = await walk(page, ROUNDS, stopAt - 120_000)
  progress(`as fast as this machine is: ${JSON.stringify(spreadOf(samples))}`)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const slow = spreadOf(await walk(page, ROUNDS / 2, stopAt))
  await crew.close()
  await stack.stop()
  const spread = spreadOf(samples)
  return {
    ...spread,
    unit: 'ms',
    slower: { factor: SLOWER, ...slow },
    budgets: [
      atLeast('touches measured', spread.n, WALK.length * 5),
      atMost('touch to the next screen, p95', spread.p95, 100),
    ],
  }
})

async function walk(page: Page, rounds: number, until: number): Promise<number[]> {
  const samples: number[] = []
  for (let round = -WARM_UP; round < rounds && Date.now() < until; round += 1) {
    for (const name of WALK) {
      const tookMs = await touch(page, name)
      if (round >= 0) samples.push(tookMs)
    }
    progress(`${round + 1} of ${rounds} rounds`)
  }
  return samples
}

/**
 * Touches the first key whose name begins so.
 *
 * @returns ms from the finger's first contact, by the browser's own stamp, until the frame with another heading is drawn
 */
async function touch(page: Page, name: string): Promise<number> {
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('h1')
        let touchedAt: number | null = null
        const noteTouch = ({ timeStamp }: Event) => {
          touchedAt = timeStamp
        }
        addEventListener('touchstart', noteTouch, { capture: true, once: true })
        const watch = new MutationObserver(() => {
          const heading = document.querySelector('h1')
          const startedAt = touchedAt
          if (startedAt === null || !heading || heading === before) return
          watch.disconnect()
          // A task that a frame's own script asks for comes after that frame is drawn.
          const drawn = new MessageChannel()
          drawn.port1.onmessage = () => resolve(performance.now() - startedAt)
          requestAnimationFrame(() => drawn.port2.postMessage(null))
        })
        watch.observe(document.body, { childList: true, subtree: true })
      }),
  )
  await page.waitForTimeout(BETWEEN_TOUCHES_MS)
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .tap()
  return await shown
}
