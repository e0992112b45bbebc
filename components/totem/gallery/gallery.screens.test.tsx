import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/lib/i18n/locale.ts'
import { launchChromium } from '../../../e2e/chromium.ts'
import { MODES, type Mode } from '../modes.ts'
import { coloursOn, controlsOn, hiddenOn, lettersOn } from './measure.ts'
import { type Gallery, openGallery, type Panel } from './open-gallery.tsx'
import { READ_BY_SCROLLING, SCREEN_NAMES, WITHOUT_MODES } from './screens.tsx'

/** Each hangs so that it is read standing and sitting: a line at 1,100 mm above the floor is 400 mm up the glass. */
const PANELS: readonly Panel[] = [
  { name: '21.5 inches upright', widthPx: 1080, heightPx: 1920, shortMm: 268, reachMm: 400 },
  { name: '32 inches upright', widthPx: 1080, heightPx: 1920, shortMm: 398, reachMm: 400 },
  { name: '43 inches upright', widthPx: 1080, heightPx: 1920, shortMm: 535, reachMm: 520 },
  { name: '24 inches lying', widthPx: 1920, heightPx: 1080, shortMm: 299, reachMm: 299 },
]
/** Half a tenth of a millimetre: browsers round to parts of a pixel. */
const ROUNDING_MM = 0.05

/** Low reach takes a part of the panel away, so with it large text has the least room. */
const SEEN_WITH: readonly (readonly Mode[])[] = [[], ['large']]
const CROWDED_WITH: readonly (readonly Mode[])[] = [
  [],
  ['large'],
  ['low'],
  ['low', 'large'],
  ['contrast', 'large'],
]

/** Italian, the highest letters, and the others by turns: on every screen each of them somewhere. */
const languagesAt = (at: number): readonly Locale[] =>
  process.env.FULL === '1' ? LOCALES : ['it', 'ar', OTHERS[at % OTHERS.length] ?? 'uk']

const OTHERS = LOCALES.filter((locale) => locale !== 'it' && locale !== 'ar')

const screensWith = (modes: readonly Mode[]) =>
  SCREEN_NAMES.filter((name) => modes.length === 0 || !WITHOUT_MODES.has(name))

/** By turns: each screen with each of these on half of the panels, and on each panel with half of these. */
const isLookedAt = (turn: number) => process.env.FULL === '1' || turn % 2 === 0

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium(null)
})
afterAll(() => browser.close())

describe.each(PANELS)('on $name', (panel) => {
  let gallery: Gallery
  const mm = (px: number) => (px / Math.min(panel.widthPx, panel.heightPx)) * panel.shortMm
  beforeAll(async () => {
    gallery = await openGallery(browser, panel)
  })

  /** Every screen in Italian with these modes; what is wrong on it, with its name. */
  const wrongOnAny = async (modes: readonly Mode[], wrong: () => Promise<readonly string[]>) => {
    const found: string[] = []
    for (const screen of screensWith(modes)) {
      await gallery.show({ screen, locale: 'it', modes })
      for (const what of await wrong()) found.push(`${screen}: ${what}`)
    }
    return found
  }

  it('every control is at least 20 mm high and wide (Colle and Hiszem, 2004)', async () => {
    const small = await wrongOnAny([], async () =>
      (await controlsOn(gallery.page))
        .filter(({ left, right, top, bottom }) => {
          return mm(right - left) < 20 - ROUNDING_MM || mm(bottom - top) < 20 - ROUNDING_MM
        })
        .map(({ name, top, bottom }) => `${name} is ${mm(bottom - top).toFixed(1)} mm high`),
    )
    expect(small).toEqual([])
  })

  it('large text shows capitals at 0.7 degrees from 600 mm (EN 301 549, 5.1.4)', async () => {
    const needed = 600 * Math.tan((0.7 * Math.PI) / 180)
    const small = await wrongOnAny(['large'], async () =>
      (await lettersOn(gallery.page))
        .filter(({ sizePx }) => mm(sizePx * 0.692) < needed - ROUNDING_MM)
        .map(({ text, sizePx }) => `${text}: ${mm(sizePx * 0.692).toFixed(2)} mm`),
    )
    expect(small).toEqual([])
  })

  it('low reach leaves nothing to touch above its line', async () => {
    const high = await wrongOnAny(['low'], async () =>
      (await controlsOn(gallery.page))
        .filter(({ isRegion, top, bottom }) => {
          // Whoever scrolls puts a finger anywhere on it.
          const lowest = isRegion ? Math.max(top, bottom - 20 / mm(1)) : top
          return mm(panel.heightPx - lowest) > panel.reachMm + ROUNDING_MM
        })
        .map(({ name, top }) => `${name} begins ${mm(panel.heightPx - top).toFixed(0)} mm up`),
    )
    // The talk while it is typed: putting the keyboard away, within reach, brings it down.
    expect(high.filter((what) => !/^call typed( over a sheet)?: Messaggi/.test(what))).toEqual([])
  })

  it.each(SEEN_WITH.map((modes) => [modes]))(
    'what is no text to read is seen whole, with %j',
    async (modes) => {
      const hidden: string[] = []
      const screens = screensWith(modes).filter((name) => !READ_BY_SCROLLING.has(name))
      for (const [at, screen] of screens.entries()) {
        for (const locale of languagesAt(at + SEEN_WITH.indexOf(modes) + PANELS.indexOf(panel))) {
          await gallery.show({ screen, locale, modes })
          for (const what of await hiddenOn(gallery.page)) hidden.push(`${screen}, ${locale}: ${what}`)
        }
      }
      expect(hidden).toEqual([])
    },
  )

  it.each([[['low']], [['low', 'large']]] as const)(
    'the keyboard, the times and a paper leave room for every key, with %j',
    async (modes) => {
      const hidden: string[] = []
      for (const screen of ['search nothing', 'callback when', 'call with a paper seen']) {
        // Italian, the highest letters, and the longest words.
        for (const locale of ['it', 'ar', 'uk'] as const) {
          await gallery.show({ screen, locale, modes })
          for (const what of await hiddenOn(gallery.page)) hidden.push(`${screen}, ${locale}: ${what}`)
        }
      }
      expect(hidden).toEqual([])
    },
  )

  it.each(CROWDED_WITH.map((modes) => [modes]))(
    'nothing lies over a control or sticks out of it, with %j',
    async (modes) => {
      const crowded: string[] = []
      for (const [at, screen] of screensWith(modes).entries()) {
        if (!isLookedAt(at + PANELS.indexOf(panel) + CROWDED_WITH.indexOf(modes))) continue
        // Each screen in two languages, each language on some screen.
        for (const locale of [LOCALES[at % LOCALES.length] ?? 'it', at % 2 ? 'ar' : 'it'] as const) {
          await gallery.show({ screen, locale, modes })
          for (const { name, left, top, right, bottom, isScrolled, isCovered, isCut } of await controlsOn(
            gallery.page,
          )) {
            const isBeside = left < -1 || right > panel.widthPx + 1
            const isOut = isBeside || (!isScrolled && (top < -1 || bottom > panel.heightPx + 1))
            // The list of modes lies over its screen.
            if (isCut || isOut || (isCovered && screen !== 'modes'))
              crowded.push(`${screen}, ${locale}: ${name}`)
          }
        }
      }
      expect(crowded).toEqual([])
    },
  )
})

it('high contrast is black, white and yellow, and nothing else', async () => {
  const gallery = await openGallery(browser, { ...PANEL_32 })
  const others: string[] = []
  for (const screen of SCREEN_NAMES.filter((name) => name !== 'modes')) {
    await gallery.show({ screen, locale: 'it', modes: ['contrast'] })
    for (const colour of await coloursOn(gallery.page)) {
      if (!ALLOWED.has(colour)) others.push(`${screen}: ${colour}`)
    }
  }
  expect(others).toEqual([])
})

const PANEL_32: Panel = { name: '32', widthPx: 1080, heightPx: 1920, shortMm: 398, reachMm: 400 }
const ALLOWED = new Set(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(255, 230, 0)', 'rgba(0, 0, 0, 0)'])

/**
 * All of axe's rules, on a page that has axe by its first look: half a megabyte went there again with every look.
 * A page without frames needs nothing put together from several: that took ten times as long as the rules
 * themselves (measured: 1.3 to 9 s for 0.1 to 0.4 s).
 */
const axeOn = (page: Page) => bringAxe(page, ';').options({ resultTypes: ['violations'] })

/** @param axeSource what defines `axe` in the page; without it, all of it */
const bringAxe = (page: Page, axeSource = '') => new AxeBuilder({ page, axeSource }).setLegacyMode(true)

describe('a machine finds no barrier', () => {
  const all = SCREEN_NAMES.flatMap((screen) =>
    LOCALES.flatMap((locale) =>
      [[], ...MODES.map((mode) => [mode])].map((modes) => ({ screen, locale, modes })),
    ),
  )
  /** Every pair of screen and mode, and of mode and language, at least once. */
  const pairwise = SCREEN_NAMES.flatMap((screen, s) =>
    [[], ...MODES.map((mode) => [mode])].map((modes, m) => ({
      screen,
      locale: LOCALES[(s + 3 * m) % LOCALES.length] ?? 'it',
      modes,
    })),
  )

  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery(browser, PANEL_32)
    await bringAxe(gallery.page).analyze()
  })

  it.each(SCREEN_NAMES)('on %s', async (name) => {
    const found: string[] = []
    const shown = (process.env.FULL === '1' ? all : pairwise).filter(({ screen }) => screen === name)
    for (const what of shown) {
      await gallery.show(what)
      const { violations } = await axeOn(gallery.page).analyze()
      for (const { id, nodes } of violations) {
        found.push(
          `${what.locale} ${what.modes.join()}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
        )
      }
    }
    expect(found).toEqual([])
  })
})
