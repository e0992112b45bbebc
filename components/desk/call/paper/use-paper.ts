'use client'

import { useEffect, useState } from 'react'
import type { ReceivedPaper } from '@/components/call/received-paper.ts'
import { useFollowed } from '@/components/call/use-followed.ts'
import { type FrozenFrame, freeze } from './frozen-frame.ts'

/** A paper at this desk: what arrives of it now, a picture of it that the operator has frozen, or both. */
export interface PaperAtDesk {
  /** Null: nothing arrives now. */
  live: MediaStream | null
  frozen: FrozenPaper | null
  /** Nothing happens while `video` has no picture yet. */
  freeze: (video: HTMLVideoElement) => void
  letGo: () => void
}

export interface FrozenPaper extends FrozenFrame {
  /** What it was frozen from; that may have ended, and something else be shown since. */
  of: MediaStream
}

/**
 * A frozen picture outlives what it was frozen from, because somebody copies a number from it when the paper is
 * taken away. It is gone once the operator lets it go, freezes anew or `mayKeep` is false, and with this screen.
 *
 * @returns null while there is nothing to see
 */
export function usePaper({ subscribe, picture }: ReceivedPaper, mayKeep: boolean): PaperAtDesk | null {
  const live = useFollowed(subscribe, picture)
  const [frozen, setFrozen] = useState<FrozenPaper | null>(null)
  useEffect(() => () => frozen?.discard(), [frozen])
  if (frozen && !mayKeep) setFrozen(null)
  if (!live && !frozen) return null
  return {
    live,
    frozen,
    freeze(video) {
      const frame = live && freeze(video)
      if (frame) setFrozen({ ...frame, of: live })
    },
    letGo: () => setFrozen(null),
  }
}
