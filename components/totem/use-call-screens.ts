'use client'

import { useEffect, useState } from 'react'
import type { CallLayer } from './call-layer.tsx'
import type { DeviceChoice } from './device-choice.tsx'
import type { PrepareCard } from './prepare-card.tsx'
import type { Screen } from './screen.ts'
import type { StillHereScreen } from './still-here-screen.tsx'

/** What only somebody who calls will see. */
export interface CallScreens {
  CallLayer: typeof CallLayer
  DeviceChoice: typeof DeviceChoice
  PrepareCard: typeof PrepareCard
  StillHereScreen: typeof StillHereScreen
}

/**
 * The screens of a call, fetched when a call is near: most who touch the totem only read. Kept once they
 * are here, and drawn without React's own waiting, which would hold a picture back for 300 ms.
 *
 * @returns null until they have come
 */
export function useCallScreens(screen: Screen): CallScreens | null {
  const [loaded, setLoaded] = useState<CallScreens | null>(null)
  const stage = screen.kind === 'page' ? screen.page.kind : screen.kind
  const isWanted = loaded === null && NEAR.has(stage)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stage is a new chance after a failed one
  useEffect(() => {
    if (!isWanted) return
    let isMounted = true
    void Promise.all([
      import('./call-layer.tsx'),
      import('./device-choice.tsx'),
      import('./prepare-card.tsx'),
      import('./still-here-screen.tsx'),
    ]).then(
      ([call, devices, prepare, stillHere]) => {
        if (isMounted) setLoaded({ ...call, ...devices, ...prepare, ...stillHere })
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
