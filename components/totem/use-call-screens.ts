'use client'

import type { CallLayer } from './call-layer.tsx'
import type { DeviceChoice } from './device-choice.tsx'
import type { PrepareCard } from './prepare-card.tsx'
import type { Screen } from './screen.ts'
import type { StillHereScreen } from './still-here-screen.tsx'
import { useChunk } from './use-chunk.ts'

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
  const stage = screen.kind === 'page' ? screen.page.kind : screen.kind
  return useChunk(NEAR.has(stage), loadCallScreens)
}

const NEAR: ReadonlySet<string> = new Set(['notice', 'wait', 'call'])

async function loadCallScreens(): Promise<CallScreens> {
  const [call, devices, prepare, stillHere] = await Promise.all([
    import('./call-layer.tsx'),
    import('./device-choice.tsx'),
    import('./prepare-card.tsx'),
    import('./still-here-screen.tsx'),
  ])
  return { ...call, ...devices, ...prepare, ...stillHere }
}
