import { expect, type Page } from '@playwright/test'

/** Where the keyboard is on a page, as somebody sees it. */
export interface Stop {
  /** Its accessible name, or its text. */
  name: string
  /** A ring is drawn around it. */
  hasRing: boolean
  /** It lies on the screen, and nothing lies over its middle. */
  isInSight: boolean
}

/** More stops than any screen has: past them the walk goes in circles. */
const MOST_STOPS = 80

/** The thing that has the focus; null: nothing has. */
export const stopOn = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const style = getComputedStyle(element)
    const { left, top, width, height } = element.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent).replaceAll(/\s+/g, ' ').trim(),
      hasRing: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      isInSight: element.contains(seen),
    }
  })

/**
 * Presses a key until the focus is on the thing of this name. Each stop on the way must be in sight and show
 * that it has the focus.
 *
 * @returns the names of the stops, the last one the one that was looked for
 */
export async function walkTo(page: Page, name: RegExp, key = 'Tab'): Promise<string[]> {
  const passed: string[] = []
  while (passed.length < MOST_STOPS) {
    await page.keyboard.press(key)
    const stop = await stopOn(page)
    if (!stop) continue
    passed.push(stop.name)
    expect.soft(stop, `after ${passed.join(' → ')}`).toMatchObject({ hasRing: true, isInSight: true })
    if (name.test(stop.name)) return passed
  }
  throw new Error(`${key} never reached ${name}: ${passed.join(' → ')}`)
}

/** Walks there and presses it. */
export async function pressed(page: Page, name: RegExp, key?: string): Promise<void> {
  await walkTo(page, name, key)
  await page.keyboard.press('Enter')
}
