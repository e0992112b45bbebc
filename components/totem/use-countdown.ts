'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { onLife } from './use-quiet.ts'

/**
 * Seconds left of `seconds`, counted from when the screen appeared; calls `onEnd` once at zero.
 *
 * @param startsOver at every sign that somebody is there
 */
export function useCountdown(seconds: number, onEnd: () => void, startsOver = false): number {
  const [left, setLeft] = useState(seconds)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    let endsAt = performance.now() + seconds * 1_000
    const timer = setInterval(() => {
      const next = Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000))
      setLeft(next)
      if (next > 0) return
      clearInterval(timer)
      end()
    }, 250)
    const stop = startsOver
      ? onLife(() => {
          endsAt = performance.now() + seconds * 1_000
        })
      : undefined
    return () => {
      clearInterval(timer)
      stop?.()
    }
  }, [seconds, startsOver])
  return left
}
