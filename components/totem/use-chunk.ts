'use client'

import { useEffect, useState } from 'react'

const AGAIN_MS = 2_000

/**
 * A part of the page that few need, fetched when it is wanted and kept then. Drawn with `createElement`.
 *
 * @param load the same function at every call
 * @returns null until it has come
 */
export function useChunk<Part>(isWanted: boolean, load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<{ here: Part } | null>(null)
  const isMissing = isWanted && part === null
  useEffect(() => {
    if (!isMissing) return
    let isMounted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const fetchIt = () => {
      load().then(
        (here) => {
          if (isMounted) setPart({ here })
        },
        () => {
          if (isMounted) timer = setTimeout(fetchIt, AGAIN_MS)
        },
      )
    }
    fetchIt()
    return () => {
      isMounted = false
      clearTimeout(timer)
    }
  }, [isMissing, load])
  return part?.here ?? null
}
