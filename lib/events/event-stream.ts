import { Unavailable } from '../http/refusals.ts'

/** The server's end of one open page's stream. */
export interface Sink {
  view: (view: object) => void
  beat: () => void
  /** Keeps the connection alive without claiming anything. */
  comment: () => void
}

/** All streams of this process, so that it can end: Next waits for every open response. */
export interface OpenStreams {
  /** Answers with an event stream. `subscribe` is called once it is open and returns its own undoing. */
  open: (request: Request, subscribe: (sink: Sink) => () => void) => Response
  count: () => number
  /** Closes every stream and refuses new ones. */
  closeAll: () => void
}

export function createOpenStreams(): OpenStreams {
  const closers = new Set<() => void>()
  let isClosing = false
  return {
    count: () => closers.size,
    closeAll() {
      isClosing = true
      for (const close of closers) close()
    },
    open(request, subscribe) {
      if (isClosing) throw new Unavailable('closing')
      return new Response(bodyOf(request.signal, subscribe, closers), { headers: HEADERS })
    },
  }
}

function bodyOf(
  disconnected: AbortSignal,
  subscribe: (sink: Sink) => () => void,
  closers: Set<() => void>,
): ReadableStream<Uint8Array> {
  let close = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      let unsubscribe = () => {}
      const write = (frame: string) => {
        if (!isOpen) return
        controller.enqueue(utf8.encode(frame))
        // The page does not read any more: it gets a whole view when it comes back.
        if ((controller.desiredSize ?? 0) < -MAX_QUEUED_FRAMES) close()
      }
      close = () => {
        if (!isOpen) return
        isOpen = false
        closers.delete(close)
        disconnected.removeEventListener('abort', close)
        unsubscribe()
        // Next may both abort the request and cancel the body; closing twice throws.
        try {
          controller.close()
        } catch {}
      }
      closers.add(close)
      disconnected.addEventListener('abort', close)
      write(': open\n\n')
      unsubscribe = subscribe({
        view: (view) => write(`data: ${JSON.stringify(view)}\n\n`),
        beat: () => write('event: beat\ndata:\n\n'),
        comment: () => write(': still here\n\n'),
      })
      if (disconnected.aborted) close()
    },
    cancel: () => close(),
  })
}

const utf8 = new TextEncoder()

/** Views are whole, so nobody needs the ones that piled up. */
const MAX_QUEUED_FRAMES = 100

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Without no-transform Next compresses the stream and holds events back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  // A kept-alive socket would let the page reconnect to a process that is ending.
  connection: 'close',
}
