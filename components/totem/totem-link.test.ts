import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { ViewListener } from '@/lib/events/subscribe-view.ts'
import type { TotemView } from '@/lib/switchboard/views.ts'
import { callIn, totemShowing } from './sample-views.ts'
import { type LinkPorts, type LinkState, NO_LINK, openTotemLink } from './totem-link.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A server in a few lines: what it answers, what it was sent, and its stream. */
function fakeServer(pages: CommandAnswer = { ok: true, value: { epoch: 7 } }) {
  const server = {
    pages,
    beatStatus: 204,
    beats: 0,
    openStreams: 0,
    stream: null as ViewListener<TotemView> | null,
    state: NO_LINK,
    views: 0,
    lastView: null as TotemView | null,
    stop: () => {},
  }
  const ports: LinkPorts = {
    send: async <Value>() => server.pages as CommandAnswer<Value>,
    subscribe(_url, listener) {
      server.stream = listener
      server.openStreams++
      return () => {
        server.openStreams--
      }
    },
    async beat() {
      server.beats++
      return server.beatStatus
    },
  }
  const listener = {
    onView: (view: TotemView) => {
      server.views++
      server.lastView = view
    },
    onBeat: () => {},
    onChange: (state: LinkState) => {
      server.state = state
    },
  }
  server.stop = openTotemLink('padova-149', listener, ports)
  return server
}

const settle = () => vi.advanceTimersByTimeAsync(0)

it('takes an epoch, listens and hands the view over', async () => {
  const server = fakeServer()
  await settle()
  expect(server.state).toMatchObject({ epoch: 7, link: 'opening' })
  server.stream?.onView(totemShowing(null), 10)
  expect(server.state).toMatchObject({ link: 'up', provedAt: 10 })
  expect(server.views).toBe(1)
})

it('beats every five seconds', async () => {
  const server = fakeServer()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(server.beats).toBe(3)
})

it('says nothing about a stream that is back within a moment', async () => {
  const server = fakeServer()
  await settle()
  server.stream?.onView(totemShowing(null), 0)
  server.stream?.onDown()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.state.link).toBe('up')
  server.stream?.onBeat(1_000)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(server.state.link).toBe('up')
})

it('says that the server is away, then that it must have given up, and comes back by itself', async () => {
  const server = fakeServer()
  await settle()
  server.stream?.onView(totemShowing(null), 0)
  server.stream?.onDown()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.state.link).toBe('down')
  await vi.advanceTimersByTimeAsync(18_000)
  expect(server.state.link).toBe('stale')
  server.stream?.onBeat(20_000)
  expect(server.state.link).toBe('up')
})

it('asks again for an epoch while the server is away', async () => {
  const server = fakeServer({ ok: false, refusal: 'unreachable', detail: {} })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.state.link).toBe('down')
  server.pages = { ok: true, value: { epoch: 8 } }
  await vi.advanceTimersByTimeAsync(3_000)
  expect(server.state.epoch).toBe(8)
})

it('stops when a newer page has taken over', async () => {
  const server = fakeServer()
  await settle()
  server.stream?.onView(totemShowing(null, { page: 'replaced' }), 0)
  expect(server.openStreams).toBe(0)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(server.beats).toBe(0)
  expect(server.state.view?.page).toBe('replaced')
})

it.each([401, 403, 404])('asks for a code when a beat answers %i', async (status) => {
  const server = fakeServer()
  await settle()
  server.beatStatus = status
  await vi.advanceTimersByTimeAsync(5_000)
  expect(server.state.link).toBe('unregistered')
  expect(server.openStreams).toBe(0)
})

it('lets go of a call whose device is no longer this one', async () => {
  const server = fakeServer()
  await settle()
  server.stream?.onView(
    totemShowing(
      callIn({
        kind: 'waiting',
        position: 1,
        again: false,
        wait: { kind: 'position' },
        stillHere: null,
        callbackOffered: false,
      }),
    ),
    10,
  )
  server.beatStatus = 401
  await vi.advanceTimersByTimeAsync(5_000)
  expect(server.lastView).toMatchObject({ page: 'replaced', call: null })
})

it('goes on when a beat fails', async () => {
  const server = fakeServer()
  await settle()
  server.stream?.onView(totemShowing(null), 0)
  server.beatStatus = 0
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.state.link).toBe('up')
})

it('tells nothing after it was stopped', async () => {
  const server = fakeServer()
  server.stop()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(server.state).toBe(NO_LINK)
  expect(server.openStreams).toBe(0)
})
