'use client'

import { useEffect, useState } from 'react'

/** Short enough for an operator to be back in a call within its grace. */
const PAUSE_MS = 2_000
/** The server gives a silent database up sooner. */
const PATIENCE_MS = 10_000

/**
 * Asks for this very page every few seconds and loads it anew once the server can make it. Never before: where
 * no server is, the browser would show a page of its own, which asks nobody again.
 */
export function useReopening(): { isAsking: boolean; askNow: () => void } {
  const [turn, setTurn] = useState({ count: 0, isByHand: false })
  useEffect(() => {
    const left = new AbortController()
    const openOrWait = async () => {
      const canReopen = await canBeMade(left.signal)
      if (left.signal.aborted) return
      if (canReopen) location.reload()
      setTurn(({ count }) => ({ count: count + 1, isByHand: false }))
    }
    const timer = setTimeout(() => void openOrWait(), turn.isByHand ? 0 : PAUSE_MS)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [turn])
  return {
    isAsking: turn.isByHand,
    askNow: () => setTurn(({ count }) => ({ count: count + 1, isByHand: true })),
  }
}

async function canBeMade(signal: AbortSignal): Promise<boolean> {
  try {
    const { status } = await fetch(location.href, {
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    return status < 500
  } catch {
    return false
  }
}
