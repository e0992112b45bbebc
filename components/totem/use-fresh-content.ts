'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { ReadContent } from './offline/keep-fresh.ts'

/** Home is drawn, touched and called from first. */
const AFTER_MS = 4_000

/**
 * The totem's content, put in place anew while nobody is there, and kept for when the network is gone.
 *
 * @param isQuiet nothing on the page is a visitor's; somebody may read it all the same, so it must be untouched too
 */
export function useFreshContent(
  slug: string,
  build: string,
  given: ReadContent,
  isQuiet: boolean,
): ReadContent {
  const [read, setRead] = useState(given)
  const isQuietNow = useEffectEvent(
    (untouchedMs: number) => isQuiet && untouchedMs >= read.hardware.readingSeconds * 1_000,
  )
  useEffect(() => {
    let stop = () => {}
    const timer = setTimeout(() => {
      import('./offline/keep-fresh.ts').then(
        ({ keepFresh }) => {
          stop = keepFresh({ slug, build, isQuiet: (ms) => isQuietNow(ms), onContent: setRead })
        },
        () => undefined,
      )
    }, AFTER_MS)
    stop = () => clearTimeout(timer)
    return () => stop()
  }, [slug, build])
  return read
}
