// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { catchFocus, useKeptFocus } from './kept-focus.ts'

let root: Root

function Page({ children }: { children: ReactNode }) {
  useKeptFocus()
  return <main>{children}</main>
}

const show = (children: ReactNode) => act(async () => root.render(<Page>{children}</Page>))
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))
const key = () => document.querySelector('button')
const focused = () => document.activeElement

beforeEach(() => {
  vi.useFakeTimers()
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

const title = <h1>Sportello</h1>
const row = (inside: ReactNode) => (
  <>
    {title}
    <section aria-label="Invitati">
      <div>{inside}</div>
    </section>
  </>
)

it('whoever pressed a key that goes away is at what is around it, and on no other key', async () => {
  await show(
    row(
      <>
        <button type="button">Fai entrare</button>
        <button type="button">Rifiuta</button>
      </>,
    ),
  )
  key()?.focus()
  await show(
    row(
      <>
        {null}
        <button type="button">Rifiuta</button>
      </>,
    ),
  )
  await settled()
  const place = document.querySelector('section')
  expect(focused()).toBe(place)
  expect(place?.getAttribute('tabindex')).toBe('-1')
  key()?.focus()
  expect(place?.hasAttribute('tabindex'), 'a touch on it focuses it no more').toBe(false)
})

it('is at the page’s heading, where nothing is left around it', async () => {
  await show(row(<button type="button">Esci</button>))
  key()?.focus()
  await show(title)
  await settled()
  expect(focused()).toBe(document.querySelector('h1'))
})

it('waits for a heading while another screen is on its way', async () => {
  await show(row(<button type="button">Entra</button>))
  key()?.focus()
  await show(<p>Un attimo</p>)
  await settled()
  expect(focused()).toBe(document.body)
  await show(<h1>Sei alla porta</h1>)
  await settled()
  expect(focused()?.textContent).toBe('Sei alla porta')
})

it('leaves the focus to a screen that takes it by itself', async () => {
  await show(row(<button type="button">Avvia</button>))
  key()?.focus()
  await show(
    <>
      {title}
      <input ref={(field) => field?.focus()} />
    </>,
  )
  await settled()
  expect(focused()).toBe(document.querySelector('input'))
})

it('is at what takes the key’s place, where something does', async () => {
  const swapped = (isShown: boolean) =>
    row(
      <button type="button" key={String(isShown)} ref={catchFocus}>
        {isShown ? 'Smetti' : 'Mostra'}
      </button>,
    )
  await show(swapped(false))
  expect(focused(), 'nobody had it').toBe(document.body)
  key()?.focus()
  await show(swapped(true))
  expect(focused()?.textContent).toBe('Smetti')
})

it('is at the question that bars the way', async () => {
  await show(row(<button type="button">Mostra</button>))
  key()?.focus()
  await show(
    <>
      {row(null)}
      <dialog open aria-label="Sei ancora qui?" />
    </>,
  )
  await settled()
  expect(focused()).toBe(document.querySelector('dialog'))
})

it.each(['disabled', 'inert'] as const)('is not left on what has become %s', async (bar) => {
  await show(row(<button type="button">Salva</button>))
  key()?.focus()
  await show(
    row(
      <button type="button" {...{ [bar]: true }}>
        Salva
      </button>,
    ),
  )
  await settled()
  expect(focused()).toBe(document.querySelector('section'))
})

it('gives nothing back to whoever has turned away, nor takes it from whoever is elsewhere', async () => {
  const both = (isThere: boolean) => (
    <>
      {row(isThere && <button type="button">Chiudi</button>)}
      <input />
    </>
  )
  await show(both(true))
  key()?.focus()
  await act(async () => key()?.blur())
  await show(both(false))
  await settled()
  expect(focused()).toBe(document.body)

  await show(both(true))
  const field = document.querySelector('input')
  field?.focus()
  await show(both(false))
  await settled()
  expect(focused()).toBe(field)
})
