'use client'

import { useEffect, useState } from 'react'
import type { Keyboard } from './keyboard.tsx'

/**
 * The on-screen keyboard, fetched when a screen that may need it is there: whoever only reads never pays for it.
 *
 * @returns null until it has come; draw it with `createElement`
 */
export function useKeyboard(): typeof Keyboard | null {
  const [loaded, setLoaded] = useState<{ Keyboard: typeof Keyboard } | null>(null)
  useEffect(() => {
    let isMounted = true
    import('./keyboard.tsx').then(
      (module) => {
        if (isMounted) setLoaded(module)
      },
      // Without it the quick phrases still work; the next screen tries again.
      () => undefined,
    )
    return () => {
      isMounted = false
    }
  }, [])
  return loaded?.Keyboard ?? null
}
