// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act, type ReactNode } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { epochMs, guestId, pageEpoch } from '@/lib/switchboard/ids.ts'
import type { GuestAtDesk } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/desk.json'
import { deskAt, offerFrom } from '../../sample-views.ts'
import { offerCommands } from '../offer-commands.ts'
import { GuestList } from './guest-list.tsx'

const maria = (state: GuestAtDesk['state']): GuestAtDesk => ({
  id: guestId('call.g1'),
  as: 'signer',
  name: 'Maria',
  identity: 'g-call.1',
  state,
  until: null,
})
const offer = offerFrom()
const commands = offerCommands(offer.id, pageEpoch(3), null, () => undefined)
const view = deskAt({ kind: 'idle', readyAt: epochMs(1_000_000) })

function Desk({ children }: { children: ReactNode }) {
  useKeptFocus()
  return (
    <main>
      <h1>{offer.totemName}</h1>
      {children}
    </main>
  )
}

let root: Root
const show = (guests: readonly GuestAtDesk[]) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }}>
        <Desk>
          <GuestList guests={guests} offer={commands} received={{ view, receivedAt: performance.now() }} />
        </Desk>
      </NextIntlClientProvider>,
    ),
  )
const key = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name)
const words = italian.guests
/** Presses it as a keyboard does; the answer is in the next view. */
const press = (name: string) =>
  act(async () => {
    key(name)?.focus()
    key(name)?.click()
  })
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async () => Response.json({}))
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('leaves whoever lets a guest in by keyboard at that guest, who is inside now', async () => {
  await show([maria('at_door')])
  await press(words.admit)
  await show([maria('admitted')])
  await settled()
  expect(document.activeElement?.tagName).toBe('LI')
  const name = document.activeElement?.getAttribute('aria-labelledby') ?? ''
  expect(document.getElementById(name)?.textContent).toBe(
    `Maria ${words.kinds.signer} ${words.state.admitted}`,
  )
})

it('leaves whoever sends the last guest away at the call', async () => {
  await show([maria('admitted')])
  await press(words.dismiss.admitted)
  await show([])
  await settled()
  expect(document.activeElement).toBe(document.querySelector('h1'))
})

it('calls the operator once somebody waits at the door', async () => {
  await show([maria('invited')])
  expect(document.querySelector('[role="alert"]')).toBeNull()
  await show([maria('at_door')])
  expect(document.querySelector('[role="alert"]')?.textContent).toContain(words.state.at_door)
})

it('lets two in at once: the first answer that is still awaited keeps nobody at the door', async () => {
  const posted: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    posted.push(url)
    return new Promise(() => undefined)
  })
  await show(['Maria', 'Ugo'].map((name) => ({ ...maria('at_door'), id: guestId(name), name })))
  const keys = [...document.querySelectorAll('button')].filter(
    ({ textContent }) => textContent === words.admit,
  )
  for (const each of keys) await act(async () => each.click())
  expect(posted).toEqual(['/api/offers/call.1/guests/Maria/admit', '/api/offers/call.1/guests/Ugo/admit'])
})
