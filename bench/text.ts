import { expect, type Locator, type Page } from '@playwright/test'
import { atLeast, atMost } from './budget.ts'
import { openCounter } from './counter.ts'
import { progress, runBench } from './run-bench.ts'
import { spreadOf } from './statistics.ts'

/** A character typed at one end → it stands on the other end's screen, both ways, beside picture and sound. */
const CHARACTERS = 150
const CHARACTERS_AT_LEAST = 50
/** The first characters load code and warm the encoders. */
const WARM_UP = 10
/** A line that is not ended grows; people end theirs about here. */
const LINE = 40

declare global {
  var typing: { typedAt: number; shownAt: number; shown: string }
}

await runBench('text', async (folder, stopAt) => {
  const counter = await openCounter(folder, watchTyping)
  const { desk } = counter
  const totem = await counter.openTotem(watchTyping)
  await totem.call()
  await desk.answer.click()
  await Promise.all([totem.expectInCall(), desk.expectInCall()])
  await totem.page.getByRole('button', { name: 'Scrivi', exact: true }).click()
  const atTotem = totem.page.getByRole('textbox', { name: 'Scrivi all’operatore' })
  const atDesk = desk.page.getByRole('textbox', { name: 'Scrivi al cittadino' })
  progress('from the totem to the desk')
  const toDesk = await typeAndWatch(atTotem, totem.page, desk.page, stopAt)
  progress('from the desk to the totem')
  const toTotem = await typeAndWatch(atDesk, desk.page, totem.page, stopAt)
  await counter.close()
  const spread = spreadOf([...toDesk, ...toTotem])
  return {
    ...spread,
    unit: 'ms',
    toDesk: spreadOf(toDesk),
    toTotem: spreadOf(toTotem),
    budgets: [
      atLeast('characters measured', spread.n, 2 * CHARACTERS_AT_LEAST),
      atMost('key to the other screen, p95', spread.p95, 200),
      // EN 301 549, 6.2.4.
      atMost('key to the other screen, at most', spread.max, 500),
    ],
  }
})

async function typeAndWatch(field: Locator, from: Page, to: Page, stopAt: number): Promise<number[]> {
  await field.focus()
  const samples: number[] = []
  for (let at = -WARM_UP; at < CHARACTERS && Date.now() < stopAt; at++) {
    const isNewLine = (at + WARM_UP) % LINE === LINE - 1
    if (isNewLine) await from.keyboard.press('Enter')
    const character = String.fromCharCode('a'.charCodeAt(0) + ((at + WARM_UP) % 26))
    await from.keyboard.press(character)
    await expect.poll(() => to.evaluate(() => globalThis.typing.shown)).toMatch(new RegExp(`${character}$`))
    const shownAt = await to.evaluate(() => globalThis.typing.shownAt)
    const typedAt = await from.evaluate(() => globalThis.typing.typedAt)
    if (at >= 0 && !isNewLine) samples.push(shownAt - typedAt)
  }
  return samples
}

/** Notes when the last key went down here, and when the last received character was on the screen. */
async function watchTyping(page: Page): Promise<void> {
  await page.addInitScript(noteTyping)
}

/** Runs in the page. */
function noteTyping(): void {
  globalThis.typing = { typedAt: 0, shownAt: 0, shown: '' }
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      globalThis.typing.typedAt = performance.timeOrigin + timeStamp
    },
    true,
  )
  new MutationObserver(() => {
    const line = [...document.querySelectorAll('[data-side=received] bdi')].at(-1)?.textContent ?? ''
    if (line === globalThis.typing.shown) return
    requestAnimationFrame(() => {
      globalThis.typing.shown = line
      globalThis.typing.shownAt = performance.timeOrigin + performance.now()
    })
  }).observe(document, { subtree: true, childList: true, characterData: true })
}
