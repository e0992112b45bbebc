'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * The heading of a screen. Takes the focus when the screen appears, so that whoever listens hears
 * where they are and the next Tab goes to this screen's first key.
 */
export function ScreenHeading({
  className,
  children,
  level = 1,
  describedBy,
}: {
  className: string
  children: ReactNode
  /** 2: of what opens over a screen. */
  level?: 1 | 2
  /** What is only read on this screen, and is no scrolled part: whoever listens hears it with the heading. */
  describedBy?: string
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <Heading ref={heading} tabIndex={-1} aria-describedby={describedBy} className={className}>
      {children}
    </Heading>
  )
}
