// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCallMedia } from '@/components/call/call-media.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import type { GuestStage } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/guest.json'
import { GuestCall } from './guest-call.tsx'

const words = italian.join
const media = createCallMedia({ fetchToken: () => Promise.reject(new Error('no room here')) })
const inside: Extract<GuestStage, { kind: 'admitted' }> = {
  kind: 'admitted',
  talk: 'on',
  room: { name: 'call-call', media: 'open' },
  identity: 'g-call.1',
  visitorIdentity: 't-call',
  operators: [],
  others: [],
  isSigned: false,
  supervisor: null,
}

function Guest({ soundBlocked }: { soundBlocked: boolean }) {
  useKeptFocus()
  const guest = {
    screen: inside,
    isLinkDown: false,
    media,
    mediaState: { ...media.state(), soundBlocked },
    enter: () => undefined,
    leave: () => undefined,
  }
  return <GuestCall guest={guest} stage={inside} />
}

let root: Root
const show = (soundBlocked: boolean) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ guest: italian }}>
        <Guest soundBlocked={soundBlocked} />
      </NextIntlClientProvider>,
    ),
  )
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('leaves whoever turns the sound on by keyboard at who is in the call', async () => {
  await show(true)
  const key = [...document.querySelectorAll('button')].find((one) => one.textContent === words.hear)
  key?.focus()
  await show(false)
  await settled()
  expect(document.activeElement).toBe(document.querySelector('h1'))
})
