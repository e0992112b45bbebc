import { Unavailable } from '../http/refusals.ts'

/** The server's end of one open page's stream. */
export interface Sink {
  view: (view: object) => void
  beat: () => void
  /** Keeps the connection alive without claiming anything. */
  comment: () => void
}

/** What a stream carries, and for how long. */
export interface Watch {
  /** Whose page it is, such as `totem <id>`: of each only so many streams are open at once, the newest. */
  reader: string
  /** Called once the stream is open; returns its own undoing. */
  subscribe: (sink: Sink) => () => void
  /** Asked again and again: may the page still see this? Once it may not, the stream ends. A rejection says nothing. */
  mayStay: () => Promise<boolean>
}

/** All streams of this process, so that it can end: Next waits for every open response. */
export interface OpenStreams {
  /** Answers with an event stream. */
  open: (request: Request, watch: Watch) => Response
  count: () => number
  /** Closes every stream and refuses new ones. */
  closeAll: () => void
}

/** How long a page whose session or registration has ended may go on seeing. */
export const RECHECK_MS = 30_000

export function createOpenStreams({ recheckMs = RECHECK_MS } = {}): OpenStreams {
  const closers: Closers = new Map()
  let isClosing = false
  return {
    count: () => closers.size,
    closeAll() {
      isClosing = true
      for (const close of closers.keys()) close()
    },
    open(request, watch) {
      if (isClosing) throw new Unavailable('closing')
      // Next asks the same of us, reads nothing of the stream and never says that it is done.
      if (request.method === 'HEAD') return new Response(null, { headers: HEADERS })
      const theirs = [...closers].filter(([, reader]) => reader === watch.reader)
      for (const [close] of theirs.slice(0, Math.max(theirs.length - MOST_OF_ONE + 1, 0))) close()
      return new Response(bodyOf(request.signal, watch, { closers, recheckMs }), { headers: HEADERS })
    },
  }
}

/** A page has one, and a few more while what it has lost is not noticed; several tabs or trials share a reader. */
export const MOST_OF_ONE = 20

/** What ends each stream, oldest first, and whose it is. */
type Closers = Map<() => void, string>

function bodyOf(
  disconnected: AbortSignal,
  { reader, subscribe, mayStay }: Watch,
  { closers, recheckMs }: { closers: Closers; recheckMs: number },
): ReadableStream<Uint8Array> {
  let close = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true
      let unsubscribe = () => {}
      let timer: ReturnType<typeof setTimeout> | undefined
      const recheck = async () => {
        const ends = await mayStay().then(
          (may) => !may,
          () => false,
        )
        if (ends) close()
        else recheckLater()
      }
      const recheckLater = () => {
        if (isOpen) timer = setTimeout(() => void recheck(), recheckMs)
      }
      const write = (frame: string) => {
        if (!isOpen) return
        controller.enqueue(utf8.encode(frame))
        // The page does not read any more: it gets a whole view when it comes back.
        if ((controller.desiredSize ?? 0) < -MAX_QUEUED_FRAMES) close()
      }
      close = () => {
        if (!isOpen) return
        isOpen = false
        clearTimeout(timer)
        closers.delete(close)
        disconnected.removeEventListener('abort', close)
        unsubscribe()
        // Next may both abort the request and cancel the body; closing twice throws.
        try {
          controller.close()
        } catch {}
      }
      closers.set(close, reader)
      disconnected.addEventListener('abort', close)
      write(': open\n\n')
      unsubscribe = subscribe({
        view: (view) => write(`data: ${JSON.stringify(view)}\n\n`),
        beat: () => write('event: beat\ndata:\n\n'),
        comment: () => write(': still here\n\n'),
      })
      recheckLater()
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
