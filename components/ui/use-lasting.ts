'use client'

import { useEffect, useState } from 'react'

/** True once `condition` has held for `forMs`; false as soon as it does not. */
export function useLasting(condition: boolean, forMs: number): boolean {
  const [hasLasted, setHasLasted] = useState(false)
  useEffect(() => {
    if (!condition) return
    const timer = setTimeout(() => setHasLasted(true), forMs)
    return () => {
      clearTimeout(timer)
      setHasLasted(false)
    }
  }, [condition, forMs])
  return condition && hasLasted
}
