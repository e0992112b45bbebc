/**
 * Lets one piece of work per name run at a time, in the order asked. Commands of one body queue here
 * instead of in the pool, where they would take the connections that other bodies need.
 */
export function createTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const before = last.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    // Whoever comes next waits for this one whether it succeeds or not; the error goes to its caller.
    const settled = mine.then(
      () => {},
      () => {},
    )
    last.set(name, settled)
    void settled.then(() => {
      if (last.get(name) === settled) last.delete(name)
    })
    return mine
  }
}
