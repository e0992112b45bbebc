'use client'

import { useEffect, useEffectEvent } from 'react'

export const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'listening'] as const

/** Sent to the window again and again while the voice says what somebody asked to hear. */
export const LISTENING = 'listening' satisfies (typeof SIGNS_OF_LIFE)[number]

/** @returns its undoing */
export function onLife(tell: () => void): () => void {
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, tell, { passive: true })
  return () => {
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, tell)
  }
}

/** Tells once nobody has touched the totem or listened for `quietMs`. Counts from when it is watched, and from each. */
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
    const stop = onLife(restart)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isWatched, quietMs])
}
