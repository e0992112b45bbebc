/**
 * `next`, with every part that is equal to its counterpart in `before` replaced by it; `before` itself
 * when all are. So "changed" can be asked with `===`, as React does.
 */
export function keepUnchanged<State extends object>(before: State, next: State): State {
  let isSame = true
  const kept = { ...next }
  for (const key in next) {
    if (isEqual(before[key], next[key])) kept[key] = before[key]
    else isSame = false
  }
  return isSame ? before : kept
}

/** Plain data is compared by what is in it, anything else by identity. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isPlain(one) || !isPlain(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => isEqual(one[key], other[key]))
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
