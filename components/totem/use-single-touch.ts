'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'

/** A trembling hand comes down again sooner; whoever has seen what is there now comes later. */
const AGAIN_WITHIN_MS = 350
/** Part of the glass's short side: three quarters of the smallest key. */
const NEARBY = 1 / 15

const KEYS = 'button, label, input, textarea, dialog'

interface Touch {
  x: number
  y: number
  /** What it pressed. */
  on: Element
  at: number
}

/**
 * A touch that comes down again where what was touched has just given way to something else presses nothing.
 * Touches anywhere else, on the same key, and keys of a keyboard are as fast as ever.
 *
 * @param shown names what is on the screen: it may change later than it was touched
 */
export function useSingleTouch(shown: string): void {
  const changedAt = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useLayoutEffect(() => {
    changedAt.current = performance.now()
  }, [shown])
  useEffect(() => {
    let last: Touch | null = null
    let isEaten = false
    const onDown = (event: PointerEvent) => {
      const { clientX: x, clientY: y, pointerType, target } = event
      isEaten = false
      // Nobody's hand trembles on a mouse, and no totem has one.
      if (pointerType === 'mouse' || !(target instanceof Element)) return
      const at = performance.now()
      if (last && at - Math.max(last.at, changedAt.current) < AGAIN_WITHIN_MS && isThere(last, x, y)) {
        isEaten = isGone(last)
      }
      if (isEaten) {
        event.stopImmediatePropagation()
        if (last) last.at = at
        return
      }
      last = { x, y, on: target.closest(KEYS) ?? target, at }
    }
    const onClick = (event: MouseEvent) => {
      // A key of a keyboard, or the voice.
      if (event.detail === 0) return
      if (isEaten) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else if (last) last.at = performance.now()
    }
    const undo = new AbortController()
    const options = { capture: true, signal: undo.signal }
    window.addEventListener('pointerdown', onDown, options)
    window.addEventListener('click', onClick, options)
    return () => undo.abort()
  }, [])
}

const isThere = (touch: Touch, x: number, y: number): boolean =>
  Math.hypot(x - touch.x, y - touch.y) < Math.min(innerWidth, innerHeight) * NEARBY

const isGone = ({ on, x, y }: Touch): boolean => {
  const there = document.elementFromPoint(x, y)
  return there === null || !on.contains(there)
}
