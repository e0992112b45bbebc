'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * A `ref` for a browser's own dialog that is modal for as long as it is mounted. One that is merely taken away
 * leaves the focus nowhere; closed while it is still in the page, it gives the focus back to where somebody was.
 */
export function useShownDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return dialog
}
