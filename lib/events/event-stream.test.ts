import { describe, expect, it } from 'vitest'
import { Unavailable } from '../http/refusals.ts'
import { createOpenStreams, type Sink } from './event-stream.ts'

/** A page that opens a stream and reads it. */
function opened(streams = createOpenStreams()) {
  const gone = new AbortController()
  let closings = 0
  let sink: Sink | undefined
  const response = streams.open(new Request('http://page/', { signal: gone.signal }), (given) => {
    sink = given
    return () => {
      closings += 1
    }
  })
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

  it('takes no new pages while closing', () => {
    const streams = createOpenStreams()
    streams.closeAll()
    expect(() => opened(streams)).toThrow(Unavailable)
  })
})
