// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act, type ReactNode } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import english from '@/messages/en/away.json'
import italian from '@/messages/it/away.json'
import GuestError from './(guest)/error.tsx'
import AdminError from './(payload)/admin/error.tsx'
import StaffError from './(staff)/error.tsx'

let search: string
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }))

let root: Root
/** What the server answers to each asking; null: nothing at all. */
let answers: (number | null)[]
const asked = vi.fn<(url: string) => void>()
const reload = vi.fn<() => void>()

const show = (page: ReactNode, locale = 'it') =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale={locale} messages={{}}>
        {page}
      </NextIntlClientProvider>,
    ),
  )
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))
const key = () => document.querySelector('button')

beforeEach(() => {
  vi.useFakeTimers()
  search = ''
  answers = []
  asked.mockClear()
  reload.mockClear()
  vi.spyOn(location, 'reload').mockImplementation(reload)
  vi.stubGlobal('fetch', async (url: string) => {
    asked(url)
    const status = answers.shift() ?? null
    if (status === null) throw new TypeError('Failed to fetch')
    return new Response(null, { status })
  })
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it.each([
  ['staff', StaffError],
  ['guests', GuestError],
  ['editors', AdminError],
])('a page for %s says what happened and opens by itself once it can be made', async (_, Page) => {
  answers = [null, 500, 503, 200]
  await show(<Page />)
  expect(document.querySelector('[role=alert]')?.textContent).toBe(italian.title + italian.text)
  for (const askings of [1, 2, 3]) {
    await pass(2_000)
    expect(asked).toHaveBeenCalledTimes(askings)
    expect(reload).not.toHaveBeenCalled()
  }
  await pass(2_000)
  expect(asked).toHaveBeenLastCalledWith(location.href)
  expect(reload).toHaveBeenCalledOnce()
})

it('opens at once at a touch, and goes on asking when that was too early', async () => {
  answers = [503, 200]
  await show(<StaffError />)
  expect(key()?.textContent).toBe(italian.retry)
  await act(async () => key()?.click())
  expect(key()?.textContent).toBe(italian.retrying)
  await pass(0)
  expect(asked).toHaveBeenCalledOnce()
  expect(key()?.textContent).toBe(italian.retry)
  await pass(2_000)
  expect(reload).toHaveBeenCalledOnce()
})

it('asks nothing more once it is gone, and loads nothing anew for an answer that comes then', async () => {
  let answer = (_: Response) => {}
  vi.stubGlobal('fetch', (url: string) => {
    asked(url)
    return new Promise<Response>((resolve) => {
      answer = resolve
    })
  })
  await show(<StaffError />)
  await pass(2_000)
  await show(null)
  answer(new Response(null, { status: 200 }))
  await pass(60_000)
  expect(asked).toHaveBeenCalledOnce()
  expect(reload).not.toHaveBeenCalled()
})

it('speaks the language of this browser, and on a public page that of its address', async () => {
  await show(<StaffError />, 'en')
  expect(document.querySelector('h1')?.textContent).toBe(english.title)
  await show(<GuestError />, 'en')
  expect(document.querySelector('h1')?.textContent).toBe(english.title)
  search = 'lang=en'
  await show(null)
  await show(<GuestError />, 'it')
  expect(document.querySelector('h1')?.textContent).toBe(english.title)
})
