'use client'

import { useEffect, useState } from 'react'
import { useLatest } from '@/components/ui/use-latest.ts'
import { createEar } from './ear.ts'
import { createPictureLook } from './thumbnail.ts'
import { type CallHealth, type HealthMedia, IN_GOOD_HEALTH, watchHealth } from './watch-health.ts'

/**
 * How the call does, while there is one.
 *
 * @param isSigned somebody in it speaks with their hands
 * @param isBeside this page is beside the talk of others, and goes without their pictures where its line is too thin
 */
export function useCallHealth(
  media: HealthMedia,
  isInCall: boolean,
  isSigned: boolean,
  isBeside = false,
): CallHealth {
  const rules = useLatest({ isSigned, isBeside })
  const [health, setHealth] = useState(IN_GOOD_HEALTH)
  useEffect(() => {
    if (!isInCall) return
    const stop = watchHealth(media, createPictureLook, createEar, () => rules.current, setHealth)
    return () => {
      stop()
      setHealth(IN_GOOD_HEALTH)
    }
  }, [media, isInCall, rules])
  return health
}
