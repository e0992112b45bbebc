import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, type Panel } from '@/components/totem/gallery/open-gallery.tsx'
import { SCREEN_NAMES } from '@/components/totem/gallery/screens.tsx'
import { MODES, type Mode } from '@/components/totem/modes.ts'
import { LOCALES, type Locale } from '@/lib/i18n/locale.ts'
import { launchChromium } from '../../e2e/chromium.ts'

const PANELS: readonly Panel[] = [
  { name: 'upright', widthPx: 1080, heightPx: 1920, shortMm: 398, reachMm: 400 },
  { name: 'lying', widthPx: 1920, heightPx: 1080, shortMm: 299, reachMm: 299 },
]

/** What `npm run screens` was asked for; nothing named means all of it. */
function wanted<Name extends string>(option: string, all: readonly Name[]): readonly Name[] {
  const named = (process.env[`SCREENS_${option}`] ?? '').split(',').filter((name) => name !== '')
  const unknown = named.filter((name) => !all.some((each) => each === name))
  if (unknown.length > 0) throw new Error(`not known: ${unknown.join(', ')}; known: ${all.join(', ')}`)
  return named.length === 0 ? all : all.filter((each) => named.includes(each))
}

const folder = process.env.SCREENS_TO ?? join(import.meta.dirname, '../../.pronto/screens')
const languages = wanted('LANGUAGES', LOCALES)
const modes = wanted('MODES', ['usual', ...MODES] as const)
const isKept = process.env.SCREENS_KEPT === '1'

/** What the project keeps of each screen, to be looked at without drawing anything. */
const KEPT = [
  { panel: 'upright', locale: 'it', mode: 'usual', says: 'usual' },
  { panel: 'upright', locale: 'it', mode: 'contrast', says: 'high contrast' },
  { panel: 'upright', locale: 'it', mode: 'low', says: 'low reach' },
  { panel: 'upright', locale: 'ar', mode: 'usual', says: 'Arabic' },
  { panel: 'lying', locale: 'it', mode: 'usual', says: 'lying' },
  { panel: 'lying', locale: 'it', mode: 'large', says: 'lying, large text' },
] as const

/** Whether this picture is asked for. */
function isDrawn(panel: string, locale: Locale, mode: 'usual' | Mode): boolean {
  if (isKept) return KEPT.some((one) => one.panel === panel && one.locale === locale && one.mode === mode)
  return languages.includes(locale) && modes.includes(mode)
}

const fileOf = (screen: string, panel: string, locale: string, mode: string) =>
  `totem-${screen.replaceAll(' ', '-')}-${panel}-${locale}-${mode}.${isKept ? 'webp' : 'png'}`

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium(null)
  mkdirSync(folder, { recursive: true })
})
afterAll(async () => {
  await browser.close()
  if (isKept) writeFileSync(join(folder, 'README.md'), tableOfKept())
})

/** As WebP, of which every browser is a maker: a fifth of a PNG. */
async function smaller(page: Page, png: Buffer): Promise<Buffer> {
  const webp = await page.evaluate(async (base64) => {
    const response = await fetch(`data:image/png;base64,${base64}`)
    const image = await createImageBitmap(await response.blob())
    const canvas = new OffscreenCanvas(image.width, image.height)
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.72 })
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())))
  }, png.toString('base64'))
  return Buffer.from(webp, 'base64')
}

function tableOfKept(): string {
  const rows = SCREEN_NAMES.map((screen) => {
    const pictures = KEPT.map(({ panel, locale, mode, says }) => {
      const width = panel === 'upright' ? 150 : 260
      return `<img src="${fileOf(screen, panel, locale, mode)}" width="${width}" alt="${screen}, ${says}">`
    })
    return `| ${screen} | ${pictures.join(' | ')} |`
  })
  return `# The totem's screens

Drawn by \`npm run screens -- --kept\`, from the code and the sample data: nothing here is drawn by hand.

| | ${KEPT.map(({ says }) => says).join(' | ')} |
|---|${KEPT.map(() => '---|').join('')}
${rows.join('\n')}
`
}

describe.each(PANELS)('the totem, $name', (panel) => {
  it.each(wanted('ONLY', SCREEN_NAMES))('%s', async (screen) => {
    const gallery = await openGallery(browser, panel)
    for (const locale of LOCALES) {
      for (const mode of ['usual', ...MODES] as const) {
        if (!isDrawn(panel.name, locale, mode)) continue
        await gallery.show({ screen, locale, modes: mode === 'usual' ? [] : [mode] })
        const name = fileOf(screen, panel.name, locale, mode)
        const drawn = await gallery.page.screenshot()
        const picture = isKept ? await smaller(gallery.page, drawn) : drawn
        writeFileSync(join(folder, name), picture)
        expect(picture.length, name).toBeGreaterThan(0)
      }
    }
    await gallery.page.context().close()
  })
})
