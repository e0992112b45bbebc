// @vitest-environment happy-dom
// @vitest-environment-options { "url": "http://totem.test/totem?totem=padova-149" }
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LOCALES } from '@/lib/i18n/locale.ts'
import { WORDS_IN } from '../use-words.ts'
import { keepFresh } from './keep-fresh.ts'

const STATIC = 'http://totem.test/_next/static'

/** What the page has loaded, as its browser tells it: everything to an observer, only so much when it is asked. */
let observed: (names: readonly string[]) => void
let asked: { type: string; page: string; files: string[]; data: string[] }[]
let stop: () => void

beforeEach(() => {
  asked = []
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(tell: (list: { getEntries: () => unknown }) => void) {
        observed = (names) => tell({ getEntries: () => names.map((name) => ({ name })) })
      }
      observe() {}
      disconnect() {}
      takeRecords() {
        return []
      }
    },
  )
  const active = {
    postMessage(message: (typeof asked)[number], [port]: MessagePort[]) {
      asked.push(message)
      port?.postMessage('kept')
    },
  }
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { register: async () => ({}), ready: Promise.resolve({ active }) },
  })
})
afterEach(() => {
  stop()
  Reflect.deleteProperty(navigator, 'serviceWorker')
  document.head.replaceChildren()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const start = () => {
  stop = keepFresh({ slug: 'padova-149', build: 'a', isQuiet: () => true, onContent: () => undefined })
}
const kept = () => vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 20_000 })

it('keeps every language at the first round, and not only those that somebody has chosen', async () => {
  const fetched: string[] = []
  for (const locale of LOCALES) {
    vi.spyOn(WORDS_IN, locale).mockImplementation(async () => {
      fetched.push(locale)
      return { default: {} }
    })
  }
  start()
  await kept()
  expect(fetched.sort()).toEqual([...LOCALES].sort())
})

it('keeps the fonts of letters that nobody has seen yet', async () => {
  const style = document.createElement('style')
  style.textContent = `@font-face { font-family: Noto; src: url("/_next/static/media/arabic.woff2") format("woff2"), url("/_next/static/media/arabic.woff") format("woff"); }`
  document.head.append(style)
  start()
  await kept()
  expect(asked[0]?.files).toContain(`${STATIC}/media/arabic.woff2`)
  expect(asked[0]?.files).not.toContain(`${STATIC}/media/arabic.woff`)
})

it('keeps a file that came when the browser had stopped counting', async () => {
  start()
  observed([`${STATIC}/chunks/late.js`, 'http://totem.test/api/totem/beat'])
  await kept()
  expect(asked[0]?.files).toContain(`${STATIC}/chunks/late.js`)
  expect(asked[0]?.files).not.toContain('http://totem.test/api/totem/beat')
})

it('names every part of the totem that comes later, but what only works with a network', () => {
  const keeper = readFileSync(path.join(import.meta.dirname, 'keep-fresh.ts'), 'utf8')
  const forgotten = partsThatComeLater().filter((part) => !keeper.includes(`/${part}'`))
  expect(forgotten.sort()).toEqual([
    'call-layer.tsx',
    'device-choice.tsx',
    'keep-fresh.ts',
    'prepare-card.tsx',
    'privacy.json',
    'probe-network.ts',
    'still-here-screen.tsx',
  ])
})

/** The names of all that the totem's files import only when it is wanted, but the words, which are kept as they are. */
function partsThatComeLater(): string[] {
  const root = path.join(import.meta.dirname, '..')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      /\.tsx?$/.test(name) &&
      !name.includes('.test.') &&
      !name.startsWith('gallery') &&
      name !== 'use-words.ts',
  )
  return [
    ...new Set(
      sources.flatMap((name) =>
        [...readFileSync(path.join(root, name), 'utf8').matchAll(/import\('([^']+)'\)/g)].map(
          ([, address = '']) => path.basename(address),
        ),
      ),
    ),
  ]
}
