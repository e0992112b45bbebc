'use client'

import { type RefObject, useEffect, useState } from 'react'
import { type FrozenFrame, freeze } from './frozen-frame.ts'

/** A picture that the operator has frozen; gone with whatever showed it. */
export function useFrozen(video: RefObject<HTMLVideoElement | null>) {
  const [frozen, setFrozen] = useState<FrozenFrame | null>(null)
  useEffect(() => () => frozen?.discard(), [frozen])
  return {
    frozen,
    toggle: () => setFrozen(frozen || !video.current ? null : freeze(video.current)),
  }
}
