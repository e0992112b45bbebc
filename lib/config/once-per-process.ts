/**
 * Returns the one instance called `name` of this process, creating it at the first request.
 *
 * Next loads a module up to three times in one process (instrumentation, pages, route handlers), so a
 * module-level singleton is three. `globalThis` is the only thing they share.
 */
export function oncePerProcess<T>(name: string, create: () => T): T {
  const slots = globalThis as unknown as Record<symbol, T | undefined>
  const slot = Symbol.for(`pronto.${name}`)
  const existing = slots[slot]
  if (existing !== undefined) return existing
  const created = create()
  slots[slot] = created
  return created
}
