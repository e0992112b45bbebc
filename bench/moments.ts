import type { Locator, Page } from '@playwright/test'

/**
 * Moments as the page itself sees them, in milliseconds since 1970: what a driver outside the browser
 * measures would count its own way there and back too.
 */
export interface Moments {
  /** The latest click, by the time the browser received it. */
  clickedAt: number | null
  /** The desk's call dialog became part of a frame. */
  rangAt: number | null
  /** Answers the next call by itself in the frame in which it rings. */
  answersAtOnce: boolean
}

declare global {
  var moments: Moments
}

/** Runs before the page's own scripts. */
export async function watchMoments(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Moments = { clickedAt: null, rangAt: null, answersAtOnce: false }
    globalThis.moments = seen
    addEventListener(
      'click',
      (click) => {
        seen.clickedAt = performance.timeOrigin + click.timeStamp
      },
      { capture: true },
    )
    let isRinging = false
    new MutationObserver(() => {
      const dialog = document.querySelector('[role="alertdialog"]')
      if (!dialog) isRinging = false
      if (!dialog || isRinging) return
      isRinging = true
      requestAnimationFrame(() => {
        seen.rangAt = performance.timeOrigin + performance.now()
        if (!seen.answersAtOnce) return
        const answer = [...dialog.querySelectorAll('button')].find((key) =>
          key.textContent.includes('Rispondi'),
        )
        answer?.click()
      })
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['role'] })
  })
}

export const momentsOf = (page: Page): Promise<Moments> => page.evaluate(() => globalThis.moments)

/** How long the pages are left alone after a click: whatever is asked of them takes part of what is measured. */
const UNWATCHED_MS = 1_000

/**
 * Presses a key under a pointer that is on it already, and says when the browser received the click. Playwright's
 * own click looks for its target again, before and after, in the very moment that is measured.
 */
export async function clickAt(key: Locator): Promise<number> {
  const page = key.page()
  await key.hover()
  await page.evaluate(() => {
    globalThis.moments.clickedAt = null
  })
  await page.mouse.down()
  await page.mouse.up()
  await new Promise((resolve) => setTimeout(resolve, UNWATCHED_MS))
  const { clickedAt } = await momentsOf(page)
  if (clickedAt === null) throw new Error('the page noticed no click')
  return clickedAt
}
