'use client'

import { useEffect, useState } from 'react'
import type { ScreenOf } from './screen-of.tsx'

/** A quiet page fetches them anyway, so that the first touch and a lost connection find them here. */
const QUIET_MS = 10_000
const AGAIN_MS = 2_000

/**
 * The screens beyond home, fetched at the first sign of somebody: a finger is down for longer than the
 * fetch takes. Home itself is there without them.
 *
 * @param isWanted one of them is to be shown now
 * @returns null until they have come
 */
export function useScreenOf(isWanted: boolean): typeof ScreenOf | null {
  const [loaded, setLoaded] = useState<{ ScreenOf: typeof ScreenOf } | null>(null)
  const isMissing = loaded === null
  useEffect(() => {
    if (!isMissing) return
    const undo = new AbortController()
    const { signal } = undo
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = () => {
      clearTimeout(timer)
      import('./screen-of.tsx').then(
        (screens) => {
          if (!signal.aborted) setLoaded(screens)
        },
        () => {
          if (!signal.aborted) timer = setTimeout(load, AGAIN_MS)
        },
      )
    }
    signal.addEventListener('abort', () => clearTimeout(timer))
    if (isWanted) {
      load()
    } else {
      timer = setTimeout(load, QUIET_MS)
      window.addEventListener('pointerdown', load, { signal })
      window.addEventListener('keydown', load, { signal })
    }
    return () => undo.abort()
  }, [isWanted, isMissing])
  return loaded?.ScreenOf ?? null
}
