// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useWall } from './use-wall.ts'

let root: Root
let streams: FakeStream[]
/** What the browser gets when it asks for the page; null: no answer. */
let page: { type: string } | null

class FakeStream {
  onerror = () => undefined
  constructor() {
    streams.push(this)
  }
  addEventListener() {}
  close() {}
}

function Wall() {
  return useWall().link
}
const lose = () => act(async () => streams.at(-1)?.onerror())
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const shown = () => document.body.textContent

beforeEach(async () => {
  vi.useFakeTimers()
  streams = []
  page = null
  vi.stubGlobal('EventSource', FakeStream)
  vi.stubGlobal('fetch', async () => page ?? Promise.reject(new TypeError('no network')))
  root = openRoot()
  await act(async () => root.render(<Wall />))
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('waits for a server that is away, and knows one that asks to sign in again', async () => {
  await lose()
  expect(shown()).toBe('down')
  await pass(60_000)
  expect(shown()).toBe('down')
  page = { type: 'basic' }
  await pass(15_000)
  expect(shown()).toBe('down')
  page = { type: 'opaqueredirect' }
  await pass(15_000)
  expect(shown()).toBe('signed_out')
  const opened = streams.length
  await pass(60_000)
  expect(streams, 'nothing more is asked').toHaveLength(opened)
})
