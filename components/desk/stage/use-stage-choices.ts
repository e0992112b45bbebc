'use client'

import { useEffect, useState } from 'react'
import type { StageChoice } from '@/lib/content/stage-choices.ts'

/**
 * What may be put up, as it is published when it is asked. Null: not here yet. `failed`: the server is away; asked
 * again for as long as the page wants to know.
 */
export function useStageChoices(locale: string): readonly StageChoice[] | 'failed' | null {
  const [choices, setChoices] = useState<readonly StageChoice[] | 'failed' | null>(null)
  useEffect(() => {
    const left = new AbortController()
    let again: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      const response = await fetch(`/api/desk/stage?locale=${locale}`, { signal: left.signal })
      if (!response.ok) throw new Error(`${response.status}`)
      const answer: { choices: readonly StageChoice[] } = await response.json()
      setChoices(answer.choices)
    }
    const ask = () => {
      read().catch(() => {
        if (left.signal.aborted) return
        setChoices('failed')
        again = setTimeout(ask, ASK_AGAIN_MS)
      })
    }
    ask()
    return () => {
      clearTimeout(again)
      left.abort()
    }
  }, [locale])
  return choices
}

const ASK_AGAIN_MS = 2_000
