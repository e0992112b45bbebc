'use client'

import { useEffect, useRef } from 'react'
import { useLatest } from './use-latest.ts'

export interface TimeBarProps {
  totalMs: number
  remainingMs: number
  tone?: 'green' | 'blue' | 'red'
}

const TONES = { green: 'bg-green', blue: 'bg-blue', red: 'bg-red' } as const

/**
 * Time running out, as a bar. Animated by the browser from where it stands, so that it runs smoothly
 * without a render per frame. Decoration: words beside it must say the same.
 */
export function TimeBar({ totalMs, remainingMs, tone = 'green' }: TimeBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const share = totalMs > 0 ? Math.min(1, Math.max(0, remainingMs / totalMs)) : 0
  const start = useLatest({ share, remainingMs })

  // A new length is a new race: an extension, another ring. Renders within one race leave it running.
  useEffect(() => {
    if (totalMs <= 0) return
    const { share: from, remainingMs: left } = start.current
    const running = bar.current?.animate([{ transform: `scaleX(${from})` }, { transform: 'scaleX(0)' }], {
      duration: Math.max(0, left),
      easing: 'linear',
      fill: 'both',
    })
    return () => running?.cancel()
  }, [totalMs, start])

  return (
    <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-line">
      <div ref={bar} className={`h-full origin-left rounded-full ${TONES[tone]}`} />
    </div>
  )
}
