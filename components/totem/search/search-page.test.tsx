// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import romanian from '@/messages/ro/totem.json'
import { walked } from '../gallery/walked.ts'
import { galleryAnswer, WalkedScreen } from '../gallery/walked-screens.tsx'
import { piecesOf } from '../voice/what-is-said.ts'
import { parseWords } from '../words.ts'

afterEach(() => document.body.replaceChildren())

it('says once to ears that nothing was found, wherever eyes read it', async () => {
  const screen = <WalkedScreen name="search nothing" locale="it" words={italian} modes={[]} />
  const place = document.createElement('div')
  place.innerHTML = await walked(screen, [], galleryAnswer)
  expect(place.textContent.split(italian.search.none)).toHaveLength(3)
  const said = piecesOf(place, 'it', null).map(({ text }) => text)
  expect(said.join(' ').split(italian.search.none)).toHaveLength(2)
})

it('says what it finds, and what may be looked for, in the language that is looked through', async () => {
  const words = parseWords(romanian, italian)
  const saidOn = async (name: string) => {
    const screen = <WalkedScreen name={name} locale="ro" words={words} modes={[]} />
    const place = document.body.appendChild(document.createElement('div'))
    place.innerHTML = await walked(screen, [], galleryAnswer)
    return piecesOf(place.querySelector('section'), 'ro', null)
  }
  const found = await saidOn('search found')
  expect(found.find(({ text }) => text.includes('Carta d’identità elettronica'))?.language).toBe('it')
  expect(found.find(({ text }) => text.includes(words.search.sheet))?.language).toBe('ro')
  const examples = await saidOn('search')
  expect(examples.find(({ text }) => text.includes(words.search.example2))?.language).toBe('it')
})

it('says that nothing was found only once something is asked', async () => {
  vi.stubGlobal('fetch', async (address: string) => galleryAnswer(new URL(address, 'http://gallery.invalid')))
  const root = openRoot()
  await act(async () =>
    root.render(<WalkedScreen name="search nothing" locale="it" words={italian} modes={[]} />),
  )
  const saysNone = () => document.body.textContent.includes(italian.search.none)
  // The index and the code that reads it come between two turns of the event loop.
  for (let turn = 0; turn < 500 && !saysNone(); turn++)
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 2)))
  expect(saysNone()).toBe(true)
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  const type = (text: string) =>
    act(async () => {
      const field = document.querySelector('input')
      write?.call(field, text)
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    })
  await type('come si fa')
  expect(saysNone()).toBe(false)
  await type('come si fa xyzxyz')
  expect(saysNone()).toBe(true)
  await closeRoot(root)
  vi.unstubAllGlobals()
})

it('leaves whoever works by keys in the field, when what they pressed goes away', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  const root = openRoot()
  await act(async () =>
    root.render(<WalkedScreen name="search found" locale="it" words={italian} modes={[]} />),
  )
  await act(async () => void (await import('../keyboard/keyboard.tsx')))
  const field = document.querySelector('input')
  const press = async (name: string) => {
    const key = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
    )
    key?.focus()
    await act(async () => key?.click())
  }
  await press(italian.search.clear)
  expect(field?.value).toBe('')
  expect(document.activeElement).toBe(field)
  await press(italian.search.example2)
  expect(field?.value).toBe(italian.search.example2)
  expect(document.activeElement).toBe(field)
  await closeRoot(root)
  vi.unstubAllGlobals()
})
