'use client'

import { useEffect, useState } from 'react'

/** Long enough to be heard or read; later it is no news any more. */
const STAYS_MS = 10_000

/** The connection has come back a moment ago, after its loss had been said. */
export function useReconnected(isDown: boolean): boolean {
  const [isBack, setBack] = useState(false)
  useEffect(() => {
    if (!isDown) return
    setBack(false)
    return () => setBack(true)
  }, [isDown])
  useEffect(() => {
    if (!isBack) return
    const timer = setTimeout(() => setBack(false), STAYS_MS)
    return () => clearTimeout(timer)
  }, [isBack])
  return isBack
}
