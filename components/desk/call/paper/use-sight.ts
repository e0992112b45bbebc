'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useLatest } from '@/components/ui/use-latest.ts'
import { type Scene, type Sight, type Size, WHOLE, within, zoomed } from './sight.ts'

const NOTHING: Size = { width: 0, height: 0 }

/**
 * Looks at a picture through `box`, whatever their sizes come to be.
 *
 * @param still what is looked at instead of what `video` plays; null: nothing
 */
export function useSight(
  video: RefObject<HTMLVideoElement | null>,
  box: RefObject<HTMLElement | null>,
  still: HTMLCanvasElement | null,
) {
  const [sight, setSight] = useState<Sight>(WHOLE)
  const [scene, setScene] = useState<Scene>({ picture: NOTHING, box: NOTHING })
  const latest = useLatest(scene)
  const change = useCallback(
    (next: (sight: Sight, scene: Scene) => Sight) => setSight((now) => next(now, latest.current)),
    [latest],
  )

  useEffect(() => {
    const [picture, frame] = [video.current, box.current]
    if (!picture || !frame) return
    const measure = () =>
      setScene({
        picture: still
          ? { width: still.width, height: still.height }
          : { width: picture.videoWidth, height: picture.videoHeight },
        box: { width: frame.clientWidth, height: frame.clientHeight },
      })
    const watching = new ResizeObserver(measure)
    watching.observe(frame)
    picture.addEventListener('resize', measure)
    picture.addEventListener('loadedmetadata', measure)
    measure()
    return () => {
      watching.disconnect()
      picture.removeEventListener('resize', measure)
      picture.removeEventListener('loadedmetadata', measure)
    }
  }, [video, box, still])

  useWheel(box, change)
  useDrag(box, change)
  return { sight: within(sight, scene), scene, change }
}

type Change = (next: (sight: Sight, scene: Scene) => Sight) => void

function useWheel(box: RefObject<HTMLElement | null>, change: Change) {
  useEffect(() => {
    const frame = box.current
    if (!frame) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top, width, height } = frame.getBoundingClientRect()
      const at = { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 }
      change((sight, scene) => zoomed(sight, 1.002 ** -event.deltaY, scene, at))
    }
    // React's own listener may not keep the page from scrolling.
    frame.addEventListener('wheel', onWheel, { passive: false })
    return () => frame.removeEventListener('wheel', onWheel)
  }, [box, change])
}

function useDrag(box: RefObject<HTMLElement | null>, change: Change) {
  const from = useRef<{ x: number; y: number } | null>(null)
  useEffect(() => {
    const frame = box.current
    if (!frame) return
    const down = (event: PointerEvent) => {
      from.current = { x: event.clientX, y: event.clientY }
      frame.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent) => {
      const before = from.current
      if (!before) return
      from.current = { x: event.clientX, y: event.clientY }
      const [dx, dy] = [event.clientX - before.x, event.clientY - before.y]
      change((sight, scene) => within({ ...sight, x: sight.x + dx, y: sight.y + dy }, scene))
    }
    const up = () => {
      from.current = null
    }
    frame.addEventListener('pointerdown', down)
    frame.addEventListener('pointermove', move)
    frame.addEventListener('pointerup', up)
    frame.addEventListener('pointercancel', up)
    return () => {
      frame.removeEventListener('pointerdown', down)
      frame.removeEventListener('pointermove', move)
      frame.removeEventListener('pointerup', up)
      frame.removeEventListener('pointercancel', up)
    }
  }, [box, change])
}
