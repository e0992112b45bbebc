/** How often something may happen: so many times in a row, and then once in a while. */
export interface Ration {
  atOnce: number
  everyMs: number
}

/** What is left of a ration. */
export interface Rationed {
  left: number
  /** When it was last reckoned, in milliseconds of any clock. */
  at: number
}

/** What is left after once more. Null: too often. Pure. */
export function onceMore(
  before: Rationed | undefined,
  { atOnce, everyMs }: Ration,
  now: number,
): Rationed | null {
  const left = before ? Math.min(atOnce, before.left + Math.max(0, now - before.at) / everyMs) : atOnce
  return left < 1 ? null : { left: left - 1, at: now }
}
