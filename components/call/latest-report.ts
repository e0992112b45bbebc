/**
 * Tells the server the newest of a value that may change quickly, one message at a time: two under way
 * could overtake each other, and the server would keep the older.
 */
export interface LatestReport<Value> {
  /** Sent now, or once the message before has been answered; what came in between is skipped. */
  report: (value: Value) => void
}

/**
 * @param send resolves to whether the value arrived; one that did not is sent again after a pause,
 * unless a newer one has taken its place
 * @param isSame values that need no second message
 */
export function createLatestReport<Value>(
  send: (value: Value) => Promise<boolean>,
  isSame: (one: Value, other: Value) => boolean,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, RETRY_MS)),
): LatestReport<Value> {
  let arrived: { value: Value } | null = null
  let wanted: { value: Value } | null = null
  let isSending = false

  const flush = async () => {
    if (isSending) return
    isSending = true
    while (wanted && !(arrived && isSame(arrived.value, wanted.value))) {
      const current: { value: Value } = wanted
      if (await send(current.value)) arrived = current
      else if (wanted === current) await pause()
    }
    isSending = false
  }

  return {
    report(value) {
      wanted = { value }
      void flush()
    },
  }
}

const RETRY_MS = 1_000
