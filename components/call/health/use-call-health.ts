'use client'

import { useEffect, useState } from 'react'
import { useLatest } from '@/components/ui/use-latest.ts'
import type { CallMedia } from '../call-media.ts'
import { createEar } from './ear.ts'
import { createPictureLook } from './thumbnail.ts'
import { type CallHealth, IN_GOOD_HEALTH, watchHealth } from './watch-health.ts'

/**
 * How the call does, while there is one.
 *
 * @param isSigned somebody in it speaks with their hands
 */
export function useCallHealth(media: CallMedia, isInCall: boolean, isSigned: boolean): CallHealth {
  const signed = useLatest(isSigned)
  const [health, setHealth] = useState(IN_GOOD_HEALTH)
  useEffect(() => {
    if (!isInCall) return
    const stop = watchHealth(media, createPictureLook, createEar, () => signed.current, setHealth)
    return () => {
      stop()
      setHealth(IN_GOOD_HEALTH)
    }
  }, [media, isInCall, signed])
  return health
}
