'use client'

import { useEffect, useEffectEvent, useState } from 'react'

/** Seconds left of `seconds`, counted from when the screen appeared; calls `onEnd` once at zero. */
export function useCountdown(seconds: number, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    const endsAt = performance.now() + seconds * 1_000
    const timer = setInterval(() => {
      const next = Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000))
      setLeft(next)
      if (next > 0) return
      clearInterval(timer)
      end()
    }, 250)
    return () => clearInterval(timer)
  }, [seconds])
  return left
}
