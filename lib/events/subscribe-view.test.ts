import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SILENCE_MS, subscribeView } from './subscribe-view.ts'

/** As much of an EventSource as the subscription uses; the test plays the server. */
class FakeSource extends EventTarget {
  isClosed = false
  onmessage: ((message: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  close() {
    this.isClosed = true
  }
}

const sources: FakeSource[] = []
const open = () => {
  const source = new FakeSource()
  sources.push(source)
  return source as unknown as EventSource
}
const latest = () => {
  const source = sources.at(-1)
  if (!source) throw new Error('no stream was opened')
  return source
}

const seen: string[] = []
const listener = {
  onView: (view: { n: number }) => seen.push(`view ${view.n}`),
  onBeat: () => seen.push('beat'),
  onDown: () => seen.push('down'),
}

beforeEach(() => {
  vi.useFakeTimers()
  sources.length = 0
  seen.length = 0
})
afterEach(() => vi.useRealTimers())

it('hands over whole views and beats', () => {
  const stop = subscribeView('/stream', listener, open)
  latest().onmessage?.({ data: '{"n":1}' })
  latest().dispatchEvent(new Event('beat'))
  expect(seen).toEqual(['view 1', 'beat'])
  stop()
})

it('opens a new stream after an error and says once that it was down', () => {
  const stop = subscribeView('/stream', listener, open)
  latest().onerror?.()
  expect(latest().isClosed).toBe(true)
  vi.advanceTimersByTime(250)
  expect(sources).toHaveLength(2)
  latest().onerror?.()
  vi.advanceTimersByTime(500)
  latest().onmessage?.({ data: '{"n":2}' })
  latest().onerror?.()
  expect(seen).toEqual(['down', 'view 2', 'down'])
  expect(sources).toHaveLength(3)
  stop()
})

it('never waits longer than a few seconds between tries', () => {
  const stop = subscribeView('/stream', listener, open)
  for (let n = 0; n < 12; n++) {
    latest().onerror?.()
    vi.advanceTimersByTime(4_000)
  }
  expect(sources).toHaveLength(13)
  stop()
})

it('replaces a connection that died without a word', () => {
  const stop = subscribeView('/stream', listener, open)
  latest().dispatchEvent(new Event('beat'))
  vi.advanceTimersByTime(SILENCE_MS - 1)
  expect(seen).toEqual(['beat'])
  vi.advanceTimersByTime(1)
  expect(seen).toEqual(['beat', 'down'])
  vi.advanceTimersByTime(250)
  expect(sources).toHaveLength(2)
  stop()
})

it('is silent once stopped', () => {
  const stop = subscribeView('/stream', listener, open)
  latest().onerror?.()
  stop()
  vi.advanceTimersByTime(60_000)
  expect(sources).toHaveLength(1)
  expect(latest().isClosed).toBe(true)
})
