// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { epochMs, guestId } from '@/lib/switchboard/ids.ts'
import type { GuestStage, GuestView } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/guest.json'
import { GuestApp } from './guest-app.tsx'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const words = italian.join
let root: Root
let streams: FakeStream[]

class FakeStream {
  onmessage: ((message: { data: string }) => void) | null = null
  constructor() {
    streams.push(this)
  }
  addEventListener() {}
  close() {}
}

const tell = (stage: GuestStage) => {
  const view: GuestView = {
    audience: 'guest',
    serverNow: epochMs(1_000_000),
    bodyName: 'Comune di Modena',
    guest: { as: 'signer', name: 'Maria' },
    stage,
  }
  return act(async () => streams.at(-1)?.onmessage?.({ data: JSON.stringify(view) }))
}
const key = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name)
const press = (name: string) =>
  act(async () => {
    key(name)?.focus()
    key(name)?.click()
  })
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))
const isAtHeading = async (name: string) => {
  await settled()
  expect(document.activeElement?.tagName).toBe('H1')
  expect(document.activeElement?.textContent).toBe(name)
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeStream)
  vi.stubGlobal('fetch', async () => Response.json({}))
  sessionStorage.clear()
  streams = []
  root = openRoot()
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ guest: italian }}>
        <GuestApp
          invite="invite"
          guestId={guestId('maria')}
          locale="it"
          opened={{
            kind: 'open',
            invite: {
              as: 'signer',
              name: 'Maria',
              bodyName: 'Comune di Modena',
              serviceTitle: 'Carta d’identità',
              operator: null,
            },
          }}
        />
      </NextIntlClientProvider>,
    ),
  )
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('takes whoever works by keyboard along: to the door, into the call, and out of it', async () => {
  await press(words.enter)
  expect(document.querySelector('[role="status"]')?.textContent).toBe(words.entering)
  await tell({ kind: 'at_door', operator: null })
  await isAtHeading(words.door)
  await tell({
    kind: 'admitted',
    talk: 'on_hold',
    room: { name: 'call-call', media: 'opening' },
    identity: 'g-call.1',
    visitorIdentity: 't-call',
    operators: [],
    others: [],
    isSigned: false,
    supervisor: null,
  })
  await isAtHeading(words.nobody)
  await press(words.leave)
  await isAtHeading(words.over['guest-left'].title)
})
