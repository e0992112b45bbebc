/**
 * LiveKit stops camera and microphone when the page is about to be left. That is no news about the devices:
 * told to the server, it would come back as "switched off" to the page that is loaded next.
 */
let leftAt = Number.NEGATIVE_INFINITY
let isWatching = false

/**
 * Starts to notice; before LiveKit does, so that its stopping is already known for what it is. On the
 * server, where a page's media is made as well, nothing is ever left.
 */
export function watchPageLeaving(): void {
  if (isWatching || typeof window === 'undefined') return
  isWatching = true
  for (const event of ['beforeunload', 'pagehide']) {
    window.addEventListener(event, () => {
      leftAt = performance.now()
    })
  }
}

/** The page is being left, or was about to be a moment ago and its person stayed. */
export const isPageLeaving = (): boolean => performance.now() - leftAt < STAYS_AFTER_MS

/** By then the next page would long have come. */
const STAYS_AFTER_MS = 3_000
