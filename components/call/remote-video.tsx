'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CallMedia } from './call-media.ts'
import type { RemoteEnd } from './call-media-state.ts'
import styles from './video-box.module.css'

/** The other end's picture, covering its box; `children` stand in while there is sound only, or nobody yet. */
export function RemoteVideo({ media, remote, label, children, className }: RemoteVideoProps) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => (element.current ? media.attachRemote(element.current) : undefined), [media])
  const hasPicture = remote?.picture === true
  // Empty it shows nothing, so it stands open for the first frame, which need not wait for React. Only the
  // last frame of a picture that was switched off has to be hidden.
  const [hasShown, setHasShown] = useState(false)
  const hasNowShown = hasPicture || (hasShown && remote !== null)
  if (hasShown !== hasNowShown) setHasShown(hasNowShown)
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
        data-shown={hasPicture || !hasNowShown}
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
