import type { Page } from '@playwright/test'

/** What can be touched or reached by keyboard, where it is drawn, in CSS pixels. */
export interface Control {
  name: string
  left: number
  top: number
  right: number
  bottom: number
  /** A part that is scrolled, and nothing to press. */
  isRegion: boolean
  /** In a part that scrolls: where it ends outside, it is cut there and comes to sight by scrolling. */
  isScrolled: boolean
  /** Something else is drawn where a finger would aim. */
  isCovered: boolean
  /** Its words or its picture do not fit into it. */
  isCut: boolean
}

export function controlsOn(page: Page): Promise<Control[]> {
  return page.evaluate(() => {
    // Beneath a dialog nothing can be touched.
    const within = document.querySelector('dialog:modal') ?? document
    return [...within.querySelectorAll('button, label, [tabindex="0"]')].flatMap((element) => {
      // The dock of the screen below is away while a call brings its own.
      if (!element.checkVisibility()) return []
      const { left, top, right, bottom } = element.getBoundingClientRect()
      // What a scrolled part hides comes to sight by scrolling; a rim of it is nothing to aim at.
      const part = element.closest('.overflow-y-auto')?.getBoundingClientRect()
      if (part && element.matches('button, label') && (top > part.bottom - 8 || bottom < part.top + 8))
        return []
      const seen = document.elementFromPoint(
        (left + right) / 2,
        (top + Math.min(bottom, part?.bottom ?? bottom)) / 2,
      )
      return [
        {
          name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40),
          left,
          top,
          right,
          bottom,
          isRegion: !element.matches('button, label'),
          isScrolled: part !== undefined,
          isCovered: element.matches('button, label') && !element.contains(seen),
          isCut:
            element.matches('button') &&
            (element.scrollWidth > element.clientWidth + 1 ||
              [...element.querySelectorAll(':not(.sr-only)')].some((inside) => {
                const { display, clipPath } = getComputedStyle(inside)
                // The box of letters in a line is higher than their line; what is cut off whole is there for ears.
                if (display === 'inline' || clipPath === 'inset(50%)') return false
                const { top: head, bottom: foot, height } = inside.getBoundingClientRect()
                return height > 0 && (head < top - 1 || foot > bottom + 1)
              })),
        },
      ]
    })
  })
}

/** What is on the screen and yet not to be read or touched without scrolling: cut off, or beneath something. */
export function hiddenOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    // Letters have a box that is higher than their line: where it reaches beyond its element, nothing is drawn.
    const isWithin = (element: Element, x: number, y: number) =>
      [...element.getClientRects()].some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      )
    const nameOf = (element: Element) => (element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 40)
    // Whatever lies beneath a dialog was read before it was opened.
    const dialog = document.querySelector('dialog[open]')
    const parts = dialog ? [dialog, ...dialog.querySelectorAll('*')] : document.querySelectorAll('body *')
    for (const part of parts) {
      const { overflowY } = getComputedStyle(part)
      if (overflowY === 'auto' && part.scrollHeight > part.clientHeight + 1)
        found.push(`${nameOf(part)} scrolls ${part.scrollHeight - part.clientHeight} px`)
    }
    const within = dialog ?? document
    for (const element of within.querySelectorAll('h1, h2, p, li, legend, dt, dd, button, label, input')) {
      // What is cut off whole is there for ears.
      if (element.closest('.sr-only, [inert]') || getComputedStyle(element).clipPath === 'inset(50%)')
        continue
      const { left, top, width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      for (const down of [0.15, 0.5, 0.85]) {
        const [x, y] = [left + width / 2, top + height * down]
        const seen = document.elementFromPoint(x, y)
        if (!seen || (!element.contains(seen) && !seen.contains(element) && isWithin(seen, x, y))) {
          found.push(
            `${nameOf(element)} lies beneath ${seen ? nameOf(seen) : 'nothing'} at ${down} of its height`,
          )
          break
        }
      }
    }
    return found
  })
}

/** Font size in CSS pixels of every piece of text that is drawn, with its words. */
export function lettersOn(page: Page): Promise<{ text: string; sizePx: number }[]> {
  return page.evaluate(() => {
    const found: { text: string; sizePx: number }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const { parentElement } = node
      if (text === '' || !parentElement || parentElement.closest('.sr-only')) continue
      found.push({
        text: text.slice(0, 40),
        sizePx: Number.parseFloat(getComputedStyle(parentElement).fontSize),
      })
    }
    return found
  })
}

/** The colours in which text and the ground behind it are drawn. */
export function coloursOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('.sr-only, svg.hidden')) continue
      const { color, backgroundColor } = getComputedStyle(element)
      found.add(color)
      found.add(backgroundColor)
    }
    return [...found]
  })
}
