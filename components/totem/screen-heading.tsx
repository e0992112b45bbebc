'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * The heading of a screen. Takes the focus when the screen appears, so that whoever listens hears
 * where they are and the next Tab goes to this screen's first key.
 */
export function ScreenHeading({ className, children }: { className: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
