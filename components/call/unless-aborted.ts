/** Settles with `work`, or rejects as soon as `signal` aborts. */
export function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abandon = () => reject(new NoLongerWantedError())
    if (signal.aborted) abandon()
    signal.addEventListener('abort', abandon, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon))
  })
}

class NoLongerWantedError extends Error {
  override name = 'NoLongerWantedError'
}
