'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Keeps the newest line in sight, unless the person has scrolled up to read. */
export function usePinnedScroll<Box extends HTMLElement>(content: unknown): RefObject<Box | null> {
  const box = useRef<Box>(null)
  const isPinned = useRef(true)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      isPinned.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls after what is in it has changed
  useEffect(() => {
    if (isPinned.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [content])
  return box
}

/** About two lines. */
const NEAR_END_PX = 64
