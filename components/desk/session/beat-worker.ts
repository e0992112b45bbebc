/** What the page tells the worker to do, once. */
export interface BeatOrder {
  url: string
  epoch: number
  everyMs: number
}

/** What the worker tells the page: why there is no point in going on, or whether the server answers. */
export type BeatNews = 'replaced' | 'signed-out' | 'heard' | 'unheard'

/**
 * Says "this desk is alive" every few seconds. In a worker, because browsers slow the timers of a
 * background page down to one a minute, which would cost the operator their lease.
 */
self.onmessage = (message: MessageEvent<BeatOrder>) => {
  const { url, epoch, everyMs } = message.data
  const beat = async () => {
    const news = await beatOnce(url, epoch)
    self.postMessage(news)
    if (news === 'heard' || news === 'unheard') setTimeout(() => void beat(), everyMs)
  }
  void beat()
}

async function beatOnce(url: string, epoch: number): Promise<BeatNews> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ epoch }),
      signal: AbortSignal.timeout(BEAT_TIMEOUT_MS),
    })
    if (response.status === 409) return 'replaced'
    // 403: still signed in, but no longer as an operator.
    if (response.status === 401 || response.status === 403) return 'signed-out'
    return response.ok ? 'heard' : 'unheard'
  } catch {
    return 'unheard'
  }
}

/** A beat that takes longer has missed its turn: the lease is 20 s. */
const BEAT_TIMEOUT_MS = 4_000
