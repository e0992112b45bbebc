'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Packets } from '../packets.ts'
import { onceMore, type Ration, type Rationed } from '../ration.ts'
import { POINTING_TOPIC, type Pointer, parsePointer, pointerAt, pointerBytes } from './pointer.ts'

/** A place that somebody has just touched. */
export interface Mark extends Pointer {
  id: number
  by: 'self' | 'other'
}

/**
 * Pointing at the stage: a click here shows a mark at both ends, for a few seconds.
 *
 * @param page what is up, as `<kind> <slug>`
 * @param to who sees it
 * @returns `surface`: the ref of what is pointed at
 */
export function usePointing(packets: Packets, page: string, to: readonly string[]) {
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const count = useRef(0)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())

  const add = useCallback((pointer: Pointer, by: Mark['by']) => {
    const id = ++count.current
    setMarks((before) => [...before.filter((mark) => mark.by !== by), { ...pointer, id, by }])
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setMarks((before) => before.filter((mark) => mark.id !== id))
    }, STAYS_MS)
    timers.current.add(timer)
  }, [])

  useEffect(() => {
    const touches = new Map<string, Rationed>()
    return packets.on(POINTING_TOPIC, (from, bytes) => {
      const left = onceMore(touches.get(from), TOUCHES, performance.now())
      if (!left) return
      touches.set(from, left)
      const pointer = parsePointer(bytes)
      if (pointer) add(pointer, 'other')
    })
  }, [packets, add])
  useEffect(() => {
    const pending = timers.current
    return () => {
      for (const timer of pending) clearTimeout(timer)
    }
  }, [])

  const click = useEffectEvent((event: MouseEvent) => {
    // Enter and Space click too, and point at nothing.
    if (event.detail === 0) return
    const pointer = pointerAt(page, event.target, { x: event.clientX, y: event.clientY })
    if (!pointer) return
    // Behind the click: painted within it, a checkbox would be set back before React has seen it change.
    setTimeout(() => add(pointer, 'self'))
    if (to.length > 0) packets.send(POINTING_TOPIC, pointerBytes(pointer), to)
  })
  const [surface, setSurface] = useState<HTMLElement | null>(null)
  useEffect(() => {
    // Beside whatever a click does there.
    surface?.addEventListener('click', click)
    return () => surface?.removeEventListener('click', click)
  }, [surface])
  return { marks: marks.filter((mark) => mark.page === page), surface: setSurface }
}

const STAYS_MS = 4_000
/** As fast as fingers drum; each mark is drawn anew and has its timer. */
const TOUCHES: Ration = { atOnce: 10, everyMs: 200 }
