// @vitest-environment happy-dom
import { act, createElement } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import type { KeyboardProps } from './keyboard.tsx'
import { useKeyboard } from './use-keyboard.ts'

let root: Root
let written: string

function Screen(props: KeyboardProps) {
  const Keyboard = useKeyboard()
  return Keyboard && createElement(Keyboard, props)
}

beforeEach(async () => {
  written = ''
  root = openRoot()
  await act(async () => {
    root.render(
      <Screen
        words={italian}
        layout="text"
        ground="night"
        onText={(text) => {
          written += text
        }}
        onErase={() => {
          written = written.slice(0, -1)
        }}
        onNewline={() => {
          written += '\n'
        }}
      />,
    )
    await import('./keyboard.tsx')
  })
})

afterEach(() => closeRoot(root))

const keyNamed = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)
  if (!found) throw new Error(`no key ${name}`)
  return found
}

/** A finger: it comes down, and the browser makes a click of it. */
const touch = (name: string) =>
  act(async () => {
    keyNamed(name).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
    keyNamed(name).click()
  })

/** A keyboard's Enter or a screen reader: a click and nothing before it. */
const activate = (name: string) => act(async () => keyNamed(name).click())

it('writes once for each touch, and as well for whoever has no finger', async () => {
  for (const name of ['p', 'e', 'r', 'ò', 'Spazio', '7']) await touch(name)
  await activate('é')
  await activate('é')
  expect(written).toBe('però 7éé')
})

it('erases and ends a line', async () => {
  for (const name of ['s', 'i', 'Cancella', 'ì', 'A capo', 'n', 'o']) await touch(name)
  expect(written).toBe('sì\nno')
})

it('writes one capital, then goes on small', async () => {
  for (const name of ['Maiuscola', 'M', 'a', 'r', 'i', 'o']) await touch(name)
  expect(written).toBe('Mario')
})

it('changes to signs and back, and says which', async () => {
  await touch('Segni e altre lettere')
  await touch('@')
  await touch('Lettere')
  await touch('a')
  expect(written).toBe('@a')
})
