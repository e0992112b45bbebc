// @vitest-environment happy-dom
import { act, useState } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import italian from '@/messages/it/totem.json'
import { CallDock } from './call-dock.tsx'
import { NEW_VISITOR } from './totem-state.ts'

let root: Root

beforeEach(() => {
  root = openRoot()
})

afterEach(() => closeRoot(root))

function Totem() {
  const [locale, setLocale] = useState<Locale>('it')
  return (
    <CallDock
      words={italian}
      locale={locale}
      state={NEW_VISITOR}
      dispatch={(action) => (action.type === 'languageChosen' ? setLocale(action.locale) : undefined)}
    />
  )
}

const buttons = () => [...document.querySelectorAll('button')]
const press = (name: string) =>
  act(async () =>
    buttons()
      .find(({ textContent }) => textContent === name)
      ?.click(),
  )

it('takes one row until a language is wanted, and gives the focus back once one is chosen', async () => {
  await act(async () => root.render(<Totem />))
  expect(buttons().map(({ textContent }) => textContent)).toEqual(['Lingua: Italiano', 'Accessibilità'])
  await press('Lingua: Italiano')
  expect(buttons()).toHaveLength(10)
  // Reached by keyboard right after the key that brought them.
  expect(buttons()[1]?.textContent).toBe('Italiano')
  await press('Українська')
  expect(buttons().map(({ textContent }) => textContent)).toEqual(['Lingua: Українська', 'Accessibilità'])
  expect(document.activeElement?.textContent).toBe('Lingua: Українська')
})
