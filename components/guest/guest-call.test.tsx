// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCallMedia } from '@/components/call/call-media.ts'
import { createThinLine } from '@/components/call/health/thin-line.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
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
  vi.useFakeTimers()
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it.each([
  ['goes without pictures, and says so,', false],
  ['keeps the hands', true],
] as const)('%s on a line that carries none (signed: %s)', async (_, isSigned) => {
  const remotes = [
    {
      identity: 't-call',
      sound: true,
      picture: true,
      receives: { sound: true, picture: true, text: true },
      isSpeaking: false,
    },
  ]
  const mediaState = {
    ...media.state(),
    connection: 'connected',
    remote: remotes[0] ?? null,
    remotes,
  } as const
  let takesPictures = true
  const thin = {
    ...media,
    state: () => mediaState,
    stats: createThinLine('t-call'),
    takePictures(does: boolean) {
      takesPictures = does
    },
  }
  const stage = { ...inside, isSigned }
  const guest = {
    screen: stage,
    isLinkDown: false,
    media: thin,
    mediaState,
    enter: () => undefined,
    leave: () => undefined,
  }
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ guest: italian }}>
        <GuestCall guest={guest} stage={stage} />
      </NextIntlClientProvider>,
    ),
  )
  await act(async () => void (await vi.advanceTimersByTimeAsync(14_000)))
  expect(takesPictures).toBe(isSigned)
  expect(document.body.textContent?.includes(words.health.voicesOnly)).toBe(!isSigned)
})

it('leaves whoever turns the sound on by keyboard at who is in the call', async () => {
  await show(true)
  const key = [...document.querySelectorAll('button')].find((one) => one.textContent === words.hear)
  key?.focus()
  await show(false)
  await settled()
  expect(document.activeElement).toBe(document.querySelector('h1'))
})
