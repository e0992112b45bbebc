'use client'

import { useEffect } from 'react'

/** A panel that strangers touch: no menu on a long touch, no dragging of pictures, no zoom by two fingers. */
export function usePublicPanel() {
  useEffect(() => {
    const refuse = (event: Event) => event.preventDefault()
    const refusePinch = (event: TouchEvent) => {
      if (event.touches.length > 1) event.preventDefault()
    }
    const refuseZoom = (event: WheelEvent) => {
      if (event.ctrlKey) event.preventDefault()
    }
    const undo = new AbortController()
    const { signal } = undo
    window.addEventListener('contextmenu', refuse, { signal })
    window.addEventListener('dragstart', refuse, { signal })
    window.addEventListener('touchmove', refusePinch, { signal, passive: false })
    window.addEventListener('wheel', refuseZoom, { signal, passive: false })
    return () => undo.abort()
  }, [])
}
