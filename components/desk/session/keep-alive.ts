import type { BeatNews, BeatOrder } from './beat-worker.ts'

/** Renews the desk's lease well within its 20 s. */
const BEAT_EVERY_MS = 5_000

/**
 * Beats for `epoch` until stopped, and says goodbye when the page goes away, so that nobody is rung at
 * a desk that was closed.
 */
export function keepAlive(epoch: number, onNews: (news: BeatNews) => void): () => void {
  const worker = new Worker(new URL('./beat-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (message: MessageEvent<BeatNews>) => onNews(message.data)
  const order: BeatOrder = {
    url: new URL('/api/desk/beat', location.href).href,
    epoch,
    everyMs: BEAT_EVERY_MS,
  }
  worker.postMessage(order)

  const sayGoodbye = () => {
    const body = new Blob([JSON.stringify({ epoch })], { type: 'application/json' })
    navigator.sendBeacon('/api/desk/leave', body)
  }
  window.addEventListener('pagehide', sayGoodbye)

  return () => {
    window.removeEventListener('pagehide', sayGoodbye)
    worker.terminate()
  }
}
