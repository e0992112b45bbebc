import { type RefCallback, useCallback } from 'react'
import type { CallMedia } from './call-media.ts'
import type { CurtainSide } from './curtain.ts'

/** For the `ref` of what changes places with the far end. */
export function useCurtain(
  media: Pick<CallMedia, 'attachCurtain'>,
  side: CurtainSide,
): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement | null) => (element ? media.attachCurtain(element, side) : undefined),
    [media, side],
  )
}
