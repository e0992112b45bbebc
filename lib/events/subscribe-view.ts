/** What a page does with its live view. `receivedAt` is `performance.now()` of this page. */
export interface ViewListener<View> {
  /** A whole view: replaces the one before. */
  onView(view: View, receivedAt: number): void
  /** The last view is still current. */
  onBeat(receivedAt: number): void
  /** The stream is gone; it is being opened again. Said once per loss. */
  onDown(): void
}

/**
 * Keeps one event stream open and hands over its views. An EventSource gives up for good on an HTTP
 * error and does not notice a connection that died without a word, so this opens a new one in both
 * cases, soon at first and then every few seconds.
 *
 * @returns stops it; nothing is called afterwards
 */
export function subscribeView<View>(
  url: string,
  listener: ViewListener<View>,
  open: (url: string) => EventSource = (address) => new EventSource(address),
): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isDown = false
  let isStopped = false

  const heard = () => {
    failures = 0
    isDown = false
    clearTimeout(timer)
    timer = setTimeout(reopen, SILENCE_MS)
  }

  const connect = () => {
    const current = open(url)
    source = current
    current.onmessage = (message: MessageEvent<string>) => {
      heard()
      listener.onView(JSON.parse(message.data) as View, performance.now())
    }
    current.addEventListener('beat', () => {
      heard()
      listener.onBeat(performance.now())
    })
    current.onerror = reopen
    timer = setTimeout(reopen, SILENCE_MS)
  }

  const reopen = () => {
    source?.close()
    clearTimeout(timer)
    if (!isDown) {
      isDown = true
      listener.onDown()
    }
    // `onDown` may have stopped us.
    if (isStopped) return
    timer = setTimeout(connect, reopenDelayMs(failures++))
  }

  connect()
  return () => {
    isStopped = true
    clearTimeout(timer)
    source?.close()
  }
}

/** Beats come every 5 s; a little over four of them missed is a dead connection. */
export const SILENCE_MS = 22_000

/** Soon the first time (a restarted server, a Wi-Fi roam), then never more than 4 s, spread so that not all return at once. */
const reopenDelayMs = (failures: number): number =>
  Math.min(250 * 2 ** failures, 4_000) * (0.5 + Math.random() / 2)
