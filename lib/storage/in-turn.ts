/** Whoever was before took too long. What was asked has not happened, and will not. */
class TurnNotCome extends Error {
  override name = 'TurnNotCome'
  /** For `isDatabaseAway`: the same request will work later. */
  readonly code = 'ETIMEDOUT'
  constructor(patienceMs: number) {
    super(`no turn within ${patienceMs} ms`)
  }
}

/**
 * Lets one piece of work per name run at a time, in the order asked. Commands of one body queue here
 * instead of in the pool, where they would take the connections that other bodies need. Work whose turn has
 * not come after `patienceMs` is not done: while the database is silent the queue must not grow, and its
 * caller will ask again.
 */
export function createTurns(patienceMs: number): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const before = last.get(name) ?? Promise.resolve()
    let leave = (_error: TurnNotCome) => {}
    const left = new Promise<never>((_, reject) => {
      leave = reject
    })
    let hasLeft = false
    const patience = setTimeout(() => {
      hasLeft = true
      leave(new TurnNotCome(patienceMs))
    }, patienceMs)
    const mine = before.then(() => {
      clearTimeout(patience)
      return hasLeft ? left : work()
    })
    // Whoever comes next waits for this one whether it succeeds or not; the error goes to its caller.
    const settled = mine.then(
      () => {},
      () => {},
    )
    last.set(name, settled)
    void settled.then(() => {
      if (last.get(name) === settled) last.delete(name)
    })
    return Promise.race([mine, left])
  }
}
