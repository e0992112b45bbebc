'use client'

import { useEffect, useState } from 'react'
import type { CallScreen } from './call-screen.tsx'
import type { Screen } from './screen.ts'

/**
 * The screen of a call, fetched when a call is near: most who touch the totem only read. Kept once it
 * is here, and drawn without React's own waiting, which would hold a picture back for 300 ms.
 *
 * @returns null until it has come
 */
export function useCallScreen(screen: Screen): typeof CallScreen | null {
  const [loaded, setLoaded] = useState<typeof CallScreen | null>(null)
  const stage = screen.kind === 'page' ? screen.page.kind : screen.kind
  const isWanted = loaded === null && NEAR.has(stage)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stage is a new chance after a failed one
  useEffect(() => {
    if (!isWanted) return
    let isMounted = true
    void import('./call-screen.tsx').then(
      (module) => {
        if (isMounted) setLoaded(() => module.CallScreen)
      },
      () => undefined,
    )
    return () => {
      isMounted = false
    }
  }, [isWanted, stage])
  return loaded
}

const NEAR: ReadonlySet<string> = new Set(['notice', 'wait', 'call'])
