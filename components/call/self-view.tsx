'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { CallMediaState } from './call-media-state.ts'
import styles from './video-box.module.css'

/** The own camera as in a mirror; `children` stand in while it is off. Always silent. */
export function SelfView({ state, label, children, className }: SelfViewProps) {
  const element = useRef<HTMLVideoElement>(null)
  const stream = state.userMuted.picture ? null : state.selfView
  useEffect(() => {
    const video = element.current
    if (!video) return
    video.srcObject = stream
    return () => {
      video.srcObject = null
    }
  }, [stream])
  return (
    <div className={`${styles.box} ${className ?? ''}`}>
      <video
        ref={element}
        aria-label={label}
        autoPlay
        muted
        playsInline
        className={`${styles.picture} ${styles.mirror}`}
        data-shown={stream !== null}
      />
      {stream ? null : children}
    </div>
  )
}

export interface SelfViewProps {
  /** Who is seen, such as "Tu". */
  label: string
  state: Pick<CallMediaState, 'selfView' | 'userMuted'>
  children?: ReactNode
  className?: string
}
