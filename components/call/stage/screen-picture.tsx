'use client'

import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import { Marks } from './stage-body.tsx'
import styles from './stage-page.module.css'
import type { Mark } from './use-pointing.ts'

export interface ScreenPictureProps {
  /** Plays the screen in the element. Returns its undoing. */
  attach: (element: HTMLVideoElement) => () => void
  label: string
  isRemote: boolean
  marks: readonly Mark[]
  /** The ref of what is pointed at. */
  surface: (element: HTMLElement | null) => void
  /** In its place while there is no picture. */
  children: ReactNode
}

/** A shared screen as large as fits, and no larger: a place on it is the same place at both ends. */
export function ScreenPicture({ attach, label, isRemote, marks, surface, children }: ScreenPictureProps) {
  const element = useRef<HTMLVideoElement>(null)
  const [ratio, setRatio] = useState<number | null>(null)
  useEffect(() => (element.current ? attach(element.current) : undefined), [attach])
  const measure = () => {
    const { videoWidth = 0, videoHeight = 0 } = element.current ?? {}
    setRatio(videoWidth > 0 && videoHeight > 0 ? videoWidth / videoHeight : null)
  }
  const shape: CSSProperties & Record<'--ratio', number> = { '--ratio': ratio ?? 16 / 9 }
  return (
    <div ref={surface} className={styles.screen}>
      <div data-part="screen" className={styles.screenBox} style={shape} hidden={ratio === null}>
        <video
          ref={element}
          aria-label={label}
          data-remote={isRemote}
          autoPlay
          muted
          playsInline
          onLoadedMetadata={measure}
          onResize={measure}
          onEmptied={() => setRatio(null)}
        />
        <Marks marks={marks} />
      </div>
      {ratio === null ? children : null}
    </div>
  )
}
