import { expect, type Locator, type Page } from '@playwright/test'

const MINUTE = 60_000

/** What a totem shows that nobody has touched for a while. */
export const attractLoop = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Qui il Comune ti aiuta' })

/** The clock of this page obeys `nobodyThere` from its next load on; else it runs as clocks do. */
export async function holdTheClock(page: Page): Promise<void> {
  await page.clock.install()
  await page.reload()
}

/** Lets the time pass after which an untouched totem shows what can be done there. */
export async function nobodyThere(page: Page): Promise<void> {
  // What shows it is fetched while nobody is there, which takes its own time.
  await expect(async () => {
    await page.clock.runFor(MINUTE)
    await expect(attractLoop(page)).toBeVisible({ timeout: 500 })
  }).toPass()
}

/**
 * Waits until such a totem can be called from again. To its stream the minutes were minutes of silence, so it is
 * opened anew, and meanwhile a phone number stands in the call key's place.
 */
export const connectedAgain = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: /^Videochiama/ })).toBeVisible()
