// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { guestId } from '@/lib/switchboard/ids.ts'
import { type Guest, useGuest } from './use-guest.ts'

let root: Root
let guest: Guest | null
let streams: FakeStream[]
let asked: string[]

class FakeStream {
  onmessage: ((message: { data: string }) => void) | null = null
  readonly url: string
  constructor(url: string) {
    this.url = url
    streams.push(this)
  }
  addEventListener() {}
  close() {}
}

interface PageProps {
  first: 'welcome' | 'entering'
  onGuest: (guest: Guest) => void
}

function Page({ first, onGuest }: PageProps) {
  const now = useGuest({ invite: 'invite', guestId: guestId('maria') }, first)
  useEffect(() => {
    onGuest(now)
  })
  return null
}

async function load(first: 'welcome' | 'entering') {
  root = openRoot()
  await act(async () => root.render(<Page first={first} onGuest={(now) => (guest = now)} />))
}
const leave = () => closeRoot(root)
const muted = () => guest?.mediaState.userMuted
const switchOff = (device: 'sound' | 'picture') =>
  act(async () => guest?.media.setUserMuted({ [device]: true }))

beforeEach(() => {
  vi.stubGlobal('EventSource', FakeStream)
  asked = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json({})
  })
  sessionStorage.clear()
  streams = []
  guest = null
})
afterEach(async () => {
  await leave()
  vi.unstubAllGlobals()
})

it('keeps switched off what was, when it is loaded anew inside', async () => {
  await load('entering')
  await switchOff('sound')
  expect(muted()).toEqual({ sound: true, picture: false })
  await leave()
  await load('entering')
  expect(muted()).toEqual({ sound: true, picture: false })
})

it('begins with nothing switched off when somebody comes in, and after they have left', async () => {
  await load('entering')
  await switchOff('picture')
  await act(async () => guest?.leave())
  await leave()
  await load('welcome')
  await act(async () => guest?.enter())
  expect(muted()).toEqual({ sound: false, picture: false })
  expect(sessionStorage.length).toBe(0)
})

it('speaks for the guest of its own link, whoever else this browser has been invited as', async () => {
  await load('entering')
  await act(async () => guest?.leave())
  const addresses = [...streams.map(({ url }) => url), ...asked]
  expect(addresses.map((address) => new URL(address, 'http://page').searchParams.get('guest'))).toEqual(
    addresses.map(() => 'maria'),
  )
  expect(addresses.length).toBeGreaterThan(2)
})
