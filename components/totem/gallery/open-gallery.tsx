import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import italian from '@/messages/it/totem.json'
import { IconSprite } from '../icon-sprite.tsx'
import type { Mode } from '../modes.ts'
import { parseWords } from '../words.ts'
import { FACES } from './faces.ts'
import { GalleryScreen } from './screens.tsx'
import { walked } from './walked.ts'
import { galleryAnswer, keysTo, WalkedScreen } from './walked-screens.tsx'

const ROOT = join(import.meta.dirname, '../../..')

/** A totem's panel as it hangs there. */
export interface Panel {
  name: string
  widthPx: number
  heightPx: number
  /** Of the short side of the glass. */
  shortMm: number
  /** From its lower edge to the line up to which a seated person reaches. */
  reachMm: number
}

export interface Shown {
  screen: string
  locale: Locale
  modes: readonly Mode[]
}

/** A page that shows the totem's screens one after the other, without a server behind it. */
export async function openGallery(browser: Browser, panel: Panel): Promise<Gallery> {
  const context = await browser.newContext({
    viewport: { width: panel.widthPx, height: panel.heightPx },
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: pageOn(panel) })
    return route.fulfill({ path: join(ROOT, pathname) })
  })
  await page.goto('http://gallery.invalid/')
  return {
    page,
    async show(what) {
      const body = await markupOf(what)
      const { locale, modes } = what
      const root = { lang: languageTag(locale), dir: directionOf(locale), modes: modes.join(' ') }
      await page.evaluate(drawScreen, { root, body, faces: FACES })
    },
  }
}

/** The style is read once for all screens, which differ in the body and in what the root says. */
const pageOn = ({ shortMm, reachMm }: Panel) => `<!doctype html>
  <html><head><meta charset="utf-8"><title>Pronto</title><style>${STYLE}</style>
  <style>:root { --screen-short-mm: ${shortMm}; --reach-mm: ${reachMm} }</style></head><body></body></html>`

interface Drawn {
  root: { lang: string; dir: string; modes: string }
  body: string
  faces: typeof FACES
}

/** Runs in the page. Nothing is left of the screen before, nor of how far that was scrolled. */
async function drawScreen({ root: { lang, dir, modes }, body, faces }: Drawn): Promise<void> {
  const { documentElement: root } = document
  root.lang = lang
  root.dir = dir
  root.dataset['modes'] = modes
  document.body = document.createElement('body')
  document.body.innerHTML = body
  scrollTo(0, 0)
  // Nobody is at the other end: a drawing takes the room of the picture.
  for (const video of document.querySelectorAll<HTMLVideoElement>('video:not([aria-hidden="true"])')) {
    video.poster = video.dataset['remote'] ? faces.operator : faces.visitor
  }
  // Nor does it know how far it was scrolled: a talk is read at its end.
  for (const log of document.querySelectorAll('[role="log"]')) log.scrollTop = log.scrollHeight
  // Written down, a dialog has forgotten that it lies over everything.
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]:not(.attract)')) {
    dialog.close()
    dialog.showModal()
  }
  // Which fonts a screen needs is known once it is laid out.
  document.body.getBoundingClientRect()
  await document.fonts.ready
}

/** What stands on each screen: the same on every panel, where only the style tells them apart. */
const written = new Map<string, Promise<string>>()

function markupOf(what: Shown): Promise<string> {
  const key = `${what.screen} ${what.locale} ${what.modes.join(' ')}`
  const markup = written.get(key) ?? write(what)
  written.set(key, markup)
  return markup
}

async function write({ screen, locale, modes }: Shown): Promise<string> {
  const file: unknown = JSON.parse(readFileSync(join(ROOT, 'messages', locale, 'totem.json'), 'utf8'))
  const shown = { name: screen, locale, words: parseWords(file, italian), modes }
  const keys = keysTo(screen, shown.words)
  return (
    renderToStaticMarkup(<IconSprite />) +
    (keys
      ? await walked(<WalkedScreen {...shown} />, keys, galleryAnswer)
      : renderToStaticMarkup(<GalleryScreen {...shown} />))
  )
}

export interface Gallery {
  page: Page
  show: (what: Shown) => Promise<void>
}

/** As Vite makes it out of the same file as Next: Tailwind included. */
const sheets = import.meta.glob<string>(['/app/(totem)/totem.css', '/components/call/**/*.module.css'], {
  query: '?inline',
  import: 'default',
  eager: true,
})

/** A style sheet of fonts, with addresses that the gallery's own server answers. */
const fonts = (file: string) =>
  readFileSync(join(ROOT, file), 'utf8').replaceAll(
    /url\("?\.\/([^")]+)"?\)/g,
    (_, path: string) => `url("/${dirname(file)}/${path}")`,
  )

const STYLE = [
  ...Object.values(sheets),
  fonts('app/fonts/noto.css'),
  ...[400, 600, 700].map((weight) => fonts(`node_modules/@fontsource/titillium-web/${weight}.css`)),
].join('\n')
