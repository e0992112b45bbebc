'use client'

import { useEffect, useState } from 'react'

/** `performance.now()`, renewed every `everyMs` while mounted: for times that run on screen. */
export function useNow(everyMs = 500): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
