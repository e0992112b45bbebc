'use client'

import { useEffect, useState } from 'react'
import type { CallMedia } from '../call-media.ts'
import { createEar } from './ear.ts'
import { createPictureLook } from './thumbnail.ts'
import { type CallHealth, IN_GOOD_HEALTH, watchHealth } from './watch-health.ts'

/** How the call does, while there is one. */
export function useCallHealth(media: CallMedia, isInCall: boolean): CallHealth {
  const [health, setHealth] = useState(IN_GOOD_HEALTH)
  useEffect(() => {
    if (!isInCall) return
    const stop = watchHealth(media, createPictureLook, createEar, setHealth)
    return () => {
      stop()
      setHealth(IN_GOOD_HEALTH)
    }
  }, [media, isInCall])
  return health
}
