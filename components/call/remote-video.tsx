'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { CallMedia } from './call-media.ts'
import type { RemoteEnd } from './call-media-state.ts'
import styles from './video-box.module.css'

/** The other end's picture, covering its box; `children` stand in while there is sound only, or nobody yet. */
export function RemoteVideo({ media, remote, label, children, className }: RemoteVideoProps) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => (element.current ? media.attachRemote(element.current) : undefined), [media])
  const hasPicture = remote?.picture === true
  return (
    <div className={`${styles.box} ${className ?? ''}`}>
      <video
        ref={element}
        aria-label={label}
        aria-hidden={!hasPicture}
        data-remote="true"
        autoPlay
        muted
        playsInline
        className={styles.picture}
        data-shown={hasPicture}
      />
      {hasPicture ? null : children}
    </div>
  )
}

export interface RemoteVideoProps {
  media: Pick<CallMedia, 'attachRemote'>
  remote: RemoteEnd | null
  /** Who is seen, such as "Operatore". */
  label: string
  children?: ReactNode
  className?: string
}
