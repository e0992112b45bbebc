'use client'

import { useEffect } from 'react'

/**
 * A panel that strangers touch: no menu on a long touch, no dragging of pictures, no zoom by keys. Two fingers zoom
 * nothing by `touch-action` alone: a listener that may refuse a touch would let every scroll wait for it.
 */
export function usePublicPanel() {
  useEffect(() => {
    const refuse = (event: Event) => event.preventDefault()
    const refuseZoom = (event: WheelEvent) => {
      if (event.ctrlKey) event.preventDefault()
    }
    const undo = new AbortController()
    const { signal } = undo
    window.addEventListener('contextmenu', refuse, { signal })
    window.addEventListener('dragstart', refuse, { signal })
    window.addEventListener('wheel', refuseZoom, { signal, passive: false })
    return () => undo.abort()
  }, [])
}
