'use client'

import { useEffect, useRef } from 'react'
import { useLatest } from './use-latest.ts'

export interface TimeBarProps {
  totalMs: number
  remainingMs: number
  tone?: 'green' | 'blue' | 'red'
}

const STEP_MS = 250

const TONES = { green: 'bg-green', blue: 'bg-blue', red: 'bg-red' } as const

/**
 * Time running out, as a bar. Animated by the browser from where it stands, without a render per frame, in
 * small steps: sixty frames a second keep a computer without a graphics card busy. Decoration: words
 * beside it must say the same.
 */
export function TimeBar({ totalMs, remainingMs, tone = 'green' }: TimeBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const share = totalMs > 0 ? Math.min(1, Math.max(0, remainingMs / totalMs)) : 0
  const start = useLatest({ share, remainingMs })

  // A new length is a new race: an extension, another ring. Renders within one race leave it running.
  useEffect(() => {
    if (totalMs <= 0) return
    const { share: from, remainingMs: left } = start.current
    const duration = Math.max(0, left)
    const running = bar.current?.animate([{ transform: `scaleX(${from})` }, { transform: 'scaleX(0)' }], {
      duration,
      easing: `steps(${Math.max(1, Math.round(duration / STEP_MS))})`,
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
