import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../../../e2e/chromium.ts'
import type { Mode } from '../modes.ts'
import { type Gallery, openGallery } from './open-gallery.tsx'
import { PRINT_NAMES } from './walked-screens.tsx'

let browser: Browser
let gallery: Gallery
beforeAll(async () => {
  browser = await launchChromium(null)
  gallery = await openGallery(browser, {
    name: '32 inches upright',
    widthPx: 1080,
    heightPx: 1920,
    shortMm: 398,
    reachMm: 400,
  })
  await gallery.page.emulateMedia({ media: 'print' })
})
afterAll(() => browser.close())

const WORDS: Readonly<Record<string, RegExp>> = {
  'list for an act': /☐/,
  'list of a sheet': /☐ La tessera sanitaria/,
  receipt: /Appena tocca a te/,
  delegation: /delego il signor/,
  'test page': /Pagina di prova/,
  'sheet on the stage': /Prenota online/,
  'list on the stage': /La tessera sanitaria/,
}

const MODES_TRIED: readonly (readonly Mode[])[] = [[], ['contrast'], ['large']]

it.each(PRINT_NAMES.flatMap((name) => MODES_TRIED.map((modes) => [name, modes] as const)))(
  'the %s comes out on paper and nothing else does, dark on white, with %j',
  async (name, modes) => {
    await gallery.show({ screen: name, locale: 'it', modes })
    const printed = await gallery.page.evaluate(printedOn)
    expect(printed.map(({ text }) => text).join(' ')).toMatch(WORDS[name] ?? /^$/)
    expect(printed.filter(({ isOnSheet }) => !isOnSheet)).toEqual([])
    expect(printed.filter(({ brightness }) => brightness > DARK)).toEqual([])
  },
)

/** Of 255; the palest ink of a sheet is well below. */
const DARK = 128

/** Runs in the page: every piece of text that has a place there. A browser prints no backgrounds. */
function printedOn() {
  const pieces: { text: string; isOnSheet: boolean; brightness: number }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (text === '' || !around?.checkVisibility()) continue
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(around).color.match(/[\d.]+/g) ?? []).map(Number)
    pieces.push({
      text,
      isOnSheet: around.closest('.paper') !== null,
      brightness: (red + green + blue) / 3,
    })
  }
  return pieces
}
