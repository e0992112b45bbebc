'use client'

import { useEffect, useEffectEvent } from 'react'

export const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Tells once nobody has touched the totem for `quietMs`. Counts from when it is watched, and from every touch. */
export function useQuiet(isWatched: boolean, quietMs: number, onQuiet: () => void) {
  const tell = useEffectEvent(onQuiet)
  useEffect(() => {
    if (!isWatched) return
    let timer: ReturnType<typeof setTimeout>
    const restart = () => {
      clearTimeout(timer)
      timer = setTimeout(() => tell(), quietMs)
    }
    restart()
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, restart, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, restart)
    }
  }, [isWatched, quietMs])
}
