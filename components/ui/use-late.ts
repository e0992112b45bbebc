'use client'

import { useEffect, useState } from 'react'

/**
 * `value`, once it has stood for a while; null at once when it is null. For what is only worth painting if it lasts:
 * a word for a tenth of a second is not read.
 *
 * @param afterMs milliseconds
 */
export function useLate<Value>(value: Value | null, afterMs: number): Value | null {
  const [late, setLate] = useState<Value | null>(null)
  useEffect(() => {
    if (value === null) return
    const timer = setTimeout(() => setLate(value), afterMs)
    return () => {
      clearTimeout(timer)
      setLate(null)
    }
  }, [value, afterMs])
  return value === null ? null : late
}
