'use client'

import { useEffect, useState } from 'react'
import { pageClock } from './page-clock.ts'

/**
 * The server's time by this browser's clock, renewed every second.
 *
 * @param renderedAt the server's time when it made the page, so that both draw the same first clock
 */
export function useNow(renderedAt: number, clockOffsetMs: number): number {
  const [now, setNow] = useState(renderedAt)
  useEffect(() => {
    const tell = () => setNow(pageClock() + clockOffsetMs)
    tell()
    const timer = setInterval(tell, 1_000)
    return () => clearInterval(timer)
  }, [clockOffsetMs])
  return now
}
