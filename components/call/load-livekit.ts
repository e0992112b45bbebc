type LiveKit = typeof import('livekit-client')

let loading: Promise<LiveKit> | null = null

/** LiveKit's client, fetched once per page. It is large, so nothing imports it but through here. */
export function loadLiveKit(): Promise<LiveKit> {
  loading ??= import('livekit-client').then(
    (livekit) => {
      livekit.setLogLevel('warn')
      return livekit
    },
    (error: unknown) => {
      // The next caller tries again: a kiosk must not need a reload because its network blinked once.
      loading = null
      throw error
    },
  )
  return loading
}

/** Fetches LiveKit's client while the page has nothing to do. Returns its undoing. */
export function preloadCallMedia(): () => void {
  const load = () => {
    // Without it the first call only starts slower.
    loadLiveKit().catch(() => undefined)
  }
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(load, 1_000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(load, { timeout: 10_000 })
  return () => cancelIdleCallback(handle)
}
