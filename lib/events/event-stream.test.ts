import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Unavailable } from '../http/refusals.ts'
import { createOpenStreams, MOST_OF_ONE, RECHECK_MS, type Sink, type Watch } from './event-stream.ts'

/** A page that opens a stream and reads it. */
function opened(streams = createOpenStreams(), mayStay = async () => true, { reader = 'totem 1' } = {}) {
  const gone = new AbortController()
  let closings = 0
  let sink: Sink | undefined
  const subscribe = (given: Sink) => {
    sink = given
    return () => {
      closings += 1
    }
  }
  const request = new Request('http://page/', { signal: gone.signal })
  const response = streams.open(request, { reader, subscribe, mayStay })
  if (!sink) throw new Error('not subscribed')
  return { streams, gone, sink, response, closings: () => closings }
}

describe('an event stream', () => {
  it('carries whole views, beats and comments', async () => {
    const { streams, sink, response } = opened()
    sink.view({ n: 1 })
    sink.beat()
    sink.comment()
    streams.closeAll()
    expect(await response.text()).toBe(': open\n\ndata: {"n":1}\n\nevent: beat\ndata:\n\n: still here\n\n')
  })

  it('is neither compressed nor kept alive', () => {
    const { response } = opened()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      connection: 'close',
    })
  })

  it('unsubscribes once, however it ends', async () => {
    const { streams, gone, response, closings } = opened()
    const reader = response.body?.getReader()
    gone.abort()
    await reader?.cancel()
    streams.closeAll()
    expect(closings()).toBe(1)
    expect(streams.count()).toBe(0)
  })

  it('ends when the page does not read any more', () => {
    const { streams, sink, closings } = opened()
    for (let n = 0; n < 200; n++) sink.view({ n })
    expect(closings()).toBe(1)
    expect(streams.count()).toBe(0)
  })

  it('is closed for a newer one where its reader has too many, and nobody else’s is', () => {
    const streams = createOpenStreams()
    const other = opened(streams, undefined, { reader: 'totem 2' })
    const theirs = Array.from({ length: MOST_OF_ONE + 2 }, () => opened(streams))
    const ended = theirs.filter(({ closings }) => closings() === 1)
    expect(ended).toEqual(theirs.slice(0, 2))
    expect([other.closings(), streams.count()]).toEqual([0, MOST_OF_ONE + 1])
  })

  it('is not opened for whoever wants to know only what it would be answered with', () => {
    const streams = createOpenStreams()
    const subscribe = vi.fn<Watch['subscribe']>(() => () => {})
    const request = new Request('http://page/', { method: 'HEAD' })
    const answer = streams.open(request, { reader: 'totem 1', subscribe, mayStay: async () => true })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect([answer.body, subscribe.mock.calls.length, streams.count()]).toEqual([null, 0, 0])
  })

  it('takes no new pages while closing', () => {
    const streams = createOpenStreams()
    streams.closeAll()
    expect(() => opened(streams)).toThrow(Unavailable)
  })
})

describe('an open stream is asked again', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('and stays for as long as its page may see it', async () => {
    const mayStay = vi.fn<() => Promise<boolean>>(async () => true)
    const { closings } = opened(createOpenStreams(), mayStay)
    expect(mayStay).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(3 * RECHECK_MS)
    expect(mayStay).toHaveBeenCalledTimes(3)
    expect(closings()).toBe(0)
  })

  it('and ends when its page may not', async () => {
    let may = true
    const { closings, response, streams } = opened(createOpenStreams(), async () => may)
    await vi.advanceTimersByTimeAsync(RECHECK_MS)
    may = false
    await vi.advanceTimersByTimeAsync(RECHECK_MS)
    expect(closings()).toBe(1)
    expect(streams.count()).toBe(0)
    expect(await response.text()).toBe(': open\n\n')
  })

  it('and stays when nobody can tell', async () => {
    const mayStay = vi.fn<() => Promise<boolean>>().mockRejectedValue(new Error('away'))
    const { closings } = opened(createOpenStreams(), mayStay)
    await vi.advanceTimersByTimeAsync(2 * RECHECK_MS)
    expect(mayStay).toHaveBeenCalledTimes(2)
    expect(closings()).toBe(0)
  })

  it('one question at a time, and none once it is closed', async () => {
    let answer = (_may: boolean) => {}
    const mayStay = vi.fn<() => Promise<boolean>>(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const { gone, closings } = opened(createOpenStreams(), mayStay)
    await vi.advanceTimersByTimeAsync(4 * RECHECK_MS)
    expect(mayStay).toHaveBeenCalledTimes(1)
    gone.abort()
    answer(true)
    await vi.advanceTimersByTimeAsync(2 * RECHECK_MS)
    expect(mayStay).toHaveBeenCalledTimes(1)
    expect(closings()).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
