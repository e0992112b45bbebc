// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { sceneIn } from '../gallery/sample-scene.ts'
import { PageLayer, type ReadingPage } from '../pages/page-layer.tsx'
import type { Scene } from '../scene.tsx'
import { whatIsSaidOf } from '../voice/what-is-said.ts'
import { parseWords } from '../words.ts'
import { TakeAlongDialog } from './take-along-dialog.tsx'

let root: Root
beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

const keyNamed = (name: string) =>
  [...document.querySelectorAll('button')].find((key) => key.textContent?.trim() === name)
const touch = (name: string) => act(async () => keyNamed(name)?.click())
const text = () => document.querySelector('dialog')?.textContent ?? ''

/** What is fetched late has come: it is the same module. */
const fetched = () =>
  act(async () => {
    expect(await import('./take-along-dialog.tsx')).toMatchObject({ TakeAlongDialog })
  })

/** Takes along what this page shows; where its QR leads. */
async function takeAlong(page: ReadingPage, scene: Scene = sceneIn('it', italian)): Promise<string> {
  await act(async () => root.render(<PageLayer scene={scene} page={page} />))
  await touch(scene.words.stage.takeAlong)
  await fetched()
  expect(document.querySelector('dialog')?.open).toBe(true)
  return document.querySelector('dialog img')?.getAttribute('alt') ?? ''
}

it.each([
  [{ kind: 'sheet', service: 'cie' }, 'sheet/cie'],
  [{ kind: 'office', office: 'urp' }, 'office/urp'],
  [{ kind: 'offices' }, 'offices/all'],
  [{ kind: 'lifeEvent', event: 'casa' }, 'life-event/casa'],
] as const)('leads a phone from %j to the same page', async (page, path) => {
  expect(await takeAlong(page)).toBe(
    `Codice QR per https://sportello.comune.modena.it/read/padova-149/${path}`,
  )
})

it('leads to the language that is read', async () => {
  const page = { kind: 'sheet', service: 'cie' } as const
  expect(await takeAlong(page, sceneIn('en', parseWords(english, italian)))).toMatch(/\/cie\?lang=en$/)
  await act(async () => root.render(null))
  expect(await takeAlong(page, sceneIn('uk', italian))).toMatch(/\/cie\?lang=uk$/)
})

it('says that the totem is not connected, and draws the code nevertheless', async () => {
  await takeAlong({ kind: 'sheet', service: 'cie' })
  expect(text()).not.toContain(italian.stage.qrAway)
  await act(async () => root.render(null))
  await takeAlong({ kind: 'sheet', service: 'cie' }, sceneIn('it', italian, { link: 'down' }))
  expect(text()).toContain(italian.stage.qrAway)
  const close = keyNamed(italian.modes.close)
  const said = close ? whatIsSaidOf(close, italian, 'it') : []
  expect(said.map((piece) => piece.text).join(' ')).toContain(italian.stage.qrAway)
})

it('says so where no phone reaches the address', async () => {
  await takeAlong({ kind: 'sheet', service: 'cie' })
  expect(text()).not.toContain('su questo computer')
  await act(async () => root.render(null))
  const scene = { ...sceneIn('it', italian), phonesAt: 'http://localhost:3000' }
  await takeAlong({ kind: 'sheet', service: 'cie' }, scene)
  expect(text()).toContain('su questo computer')
})

it('is put away by its key, and goes with its page', async () => {
  await takeAlong({ kind: 'sheet', service: 'cie' })
  await touch(italian.modes.close)
  expect(document.querySelector('dialog')).toBeNull()
  await touch(italian.stage.takeAlong)
  expect(document.querySelector('dialog')).not.toBeNull()
  await act(async () => root.render(<PageLayer scene={sceneIn('it', italian)} page={{ kind: 'notices' }} />))
  expect(document.querySelector('dialog')).toBeNull()
})

it('prints the list of a sheet where there is a printer, and only there', async () => {
  const scene = sceneIn('it', italian)
  const sheet = { kind: 'sheet', service: 'cie' } as const
  await act(async () => root.render(<PageLayer scene={{ ...scene, hasPrinter: false }} page={sheet} />))
  expect(keyNamed(italian.acts.printList)).toBeUndefined()
  await act(async () => root.render(<PageLayer scene={scene} page={sheet} />))
  window.print = () => undefined
  await touch(italian.acts.printList)
  expect([...document.querySelectorAll('.paper li')].map((item) => item.textContent)).toContain(
    '☐ La tessera sanitaria',
  )
})
