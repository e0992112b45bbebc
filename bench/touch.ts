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
    context: { baseURL: stack.url, viewport: { width: 1080, height: 1920 } },
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

/** Touches the first key whose name begins so; measured by the page itself, from the touch to the frame. */
const touch = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const key = [...document.querySelectorAll('button')].find((button) =>
          (button.getAttribute('aria-label') ?? button.textContent).trim().startsWith(wanted),
        )
        if (!key) {
          reject(new Error(`no key ${wanted}`))
          return
        }
        const before = document.querySelector('h1')
        let touchedAt = 0
        const watch = new MutationObserver(() => {
          const heading = document.querySelector('h1')
          if (!heading || heading === before) return
          watch.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - touchedAt))
        })
        watch.observe(document.body, { childList: true, subtree: true })
        touchedAt = performance.now()
        key.click()
      }),
    name,
  )
