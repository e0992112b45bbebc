import { useEffect, useState } from 'react'
import { createRingBack } from './ring-back.ts'
import type { Screen } from './screen.ts'

/**
 * Rings while an operator is being rung; the sound card is held for the wait only. A touch began the wait, and
 * still counts for the sound when the wait's screen has been painted.
 */
export function useRingBack(screen: Screen): void {
  const [ringBack] = useState(createRingBack)
  const isWaiting = screen.kind === 'wait'
  const isRinging = isWaiting && screen.call?.phase.kind === 'ringing'
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(ringBack.arm, AFTER_A_FRAME_MS)
    return () => {
      clearTimeout(timer)
      ringBack.release()
    }
  }, [ringBack, isWaiting])
  useEffect(() => {
    if (!isRinging) return
    ringBack.start()
    return ringBack.stop
  }, [ringBack, isRinging])
}

const AFTER_A_FRAME_MS = 32
