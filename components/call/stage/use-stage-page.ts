'use client'

import { useEffect, useState } from 'react'
import { type PageAnswer, readStagePage } from './read-stage-page.ts'

/**
 * The page that is on the stage, kept as it is published: whoever unpublishes it takes it from both ends.
 *
 * @param url where this end reads it; null: nothing is read
 * @returns null until the first answer. A page that was read stays while the server cannot be reached.
 */
export function useStagePage(url: string | null): PageAnswer | null {
  const [read, setRead] = useState<{ url: string; answer: PageAnswer } | null>(null)
  useEffect(() => {
    if (url === null) return
    const left = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const answer = await readStagePage(url, left.signal)
      if (left.signal.aborted) return
      setRead((before) => (answer.kind === 'unreachable' && before?.url === url ? before : { url, answer }))
      timer = setTimeout(() => void look(), answer.kind === 'unreachable' ? TRY_AGAIN_MS : LOOK_AGAIN_MS)
    }
    void look()
    return () => {
      left.abort()
      clearTimeout(timer)
    }
  }, [url])
  return read && read.url === url ? read.answer : null
}

/** A page that was taken down is on no screen for longer than this. */
const LOOK_AGAIN_MS = 15_000
const TRY_AGAIN_MS = 2_000
