// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { CallRating } from './call-rating.tsx'
import { PageRating } from './page-rating.tsx'
import { forgetRatings } from './send-rating.ts'

const THANKS = /^Grazie/
const LOST = 'Il tuo giudizio non è arrivato.'

let root: Root
let answer: () => Response | Promise<Response>
let posted: unknown[]

beforeEach(() => {
  vi.useFakeTimers()
  answer = () => new Response(null, { status: 204 })
  posted = []
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    posted.push(JSON.parse(body))
    return answer()
  })
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  forgetRatings()
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const touch = async (name: string) => {
  const named = [...document.querySelectorAll('button')].find(
    (key) => (key.getAttribute('aria-label') ?? key.textContent) === name,
  )
  await act(async () => named?.click())
  await pass(0)
}
const status = () => document.querySelector('[role="status"]')?.textContent ?? ''
const away = () => Promise.reject(new TypeError('no network'))

describe.each([
  [
    'a call',
    <CallRating key="call" words={italian} slug="padova-149" callId="c" />,
    'Bene',
    { face: 'good' },
  ],
  [
    'a page',
    <PageRating key="page" words={italian} slug="padova-149" service="cie" />,
    '5 stelle su 5',
    { stars: 5 },
  ],
] as const)('the rating of %s', (_, rating, best, body) => {
  beforeEach(() => act(async () => root.render(rating)))

  it('is thanked for once it is kept', async () => {
    await touch(best)
    expect(status()).toMatch(THANKS)
  })

  it('is not thanked for before, says that it did not arrive, and is kept when the network is back', async () => {
    answer = away
    await touch(best)
    expect(status()).toBe('')
    await pass(20_000)
    expect(status()).toBe(LOST)
    answer = () => new Response(null, { status: 204 })
    await pass(10_000)
    expect(status()).toMatch(THANKS)
    expect(posted.at(-1)).toMatchObject(body)
  })

  it('is sent again though its screen was left, until the visit ends', async () => {
    answer = away
    await touch(best)
    await act(async () => root.render(null))
    await pass(60_000)
    expect(posted.length).toBeGreaterThan(8)
    forgetRatings()
    await pass(15_000)
    posted.length = 0
    await pass(60_000)
    expect(posted).toEqual([])
  })

  it('is not sent again where it is refused, and that is said', async () => {
    answer = () => Response.json({ error: 'not-found' }, { status: 404 })
    await touch(best)
    await pass(60_000)
    expect(status()).toBe(LOST)
    expect(posted).toHaveLength(1)
  })
})

it('keeps the last of two touches, whichever arrives first', async () => {
  await act(async () => root.render(<CallRating words={italian} slug="padova-149" callId="c" />))
  let arrive: (response: Response) => void = () => undefined
  answer = () =>
    new Promise((resolve) => {
      arrive = resolve
    })
  await touch('Male')
  await touch('Bene')
  expect(posted).toHaveLength(1)
  answer = () => new Response(null, { status: 204 })
  await act(async () => arrive(new Response(null, { status: 204 })))
  await pass(0)
  expect(posted.at(-1)).toMatchObject({ face: 'good' })
  expect(status()).toMatch(THANKS)
})
