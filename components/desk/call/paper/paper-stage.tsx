'use client'

import { Maximize, Pause, Play, RotateCw, X, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { FrozenFrame } from './frozen-frame.ts'
import { moved, PAN_STEP_PX, scaleOf, turnedRight, WHOLE, ZOOM_STEP, zoomed } from './sight.ts'
import type { PaperAtDesk } from './use-paper.ts'
import { useSight } from './use-sight.ts'

const SHORTCUTS = { '+': 'zoomIn', '-': 'zoomOut', R: 'turn', B: 'freeze', 0: 'fit' } as const

/** What a paper's picture should have at least for its print to be read. */
const READABLE = { width: 1920, height: 1080 }

export interface PaperStageProps {
  paper: PaperAtDesk
  /** Nothing of the visitor arrives for the moment, whatever they show. */
  isInterrupted: boolean
}

/**
 * The paper that the visitor shows, as large as the desk has room. Zooming, turning and freezing happen on this
 * screen alone: nothing is sent, and a frozen picture lives in this page's memory until it is let go.
 */
export function PaperStage({ paper, isInterrupted }: PaperStageProps) {
  const { live, frozen } = paper
  const words = useTranslations('desk.paper')
  const box = useRef<HTMLDivElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const { sight, scene, change } = useSight(video, box, frozen?.canvas ?? null)
  const toggle = () => {
    if (frozen) paper.letGo()
    else if (video.current) paper.freeze(video.current)
  }
  useEffect(() => {
    const element = video.current
    if (!element || !live) return
    element.srcObject = live
    element.play().catch(() => undefined)
    return () => {
      element.srcObject = null
    }
  }, [live])

  const acts = {
    zoomIn: () => change((now, seen) => zoomed(now, ZOOM_STEP, seen)),
    zoomOut: () => change((now, seen) => zoomed(now, 1 / ZOOM_STEP, seen)),
    turn: () => change(turnedRight),
    fit: () => change(() => WHOLE),
    freeze: toggle,
  }
  useShortcuts(SHORTCUTS, acts)
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const [dx, dy] = ARROWS[key] ?? [0, 0]
    if (dx !== 0 || dy !== 0) change((now, seen) => moved(now, dx, dy, seen))
  }

  const Thaw = live ? Play : X
  const { width, height } = scene.picture
  const isSmall = Math.max(width, height) < READABLE.width || Math.min(width, height) < READABLE.height
  const transform = `translate(-50%, -50%) translate(${sight.x}px, ${sight.y}px) rotate(${sight.turns * 90}deg) scale(${scaleOf(sight, scene)})`
  return (
    <section aria-label={words('name')} className="absolute inset-0 flex flex-col bg-night text-white">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of one picture, not of fields */}
      <div
        ref={box}
        role="group"
        aria-label={words('move')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: moved with the arrow keys, like anything that scrolls
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="relative min-h-0 flex-1 cursor-grab touch-none overflow-hidden select-none active:cursor-grabbing"
      >
        <video
          ref={video}
          aria-label={words('name')}
          autoPlay
          muted
          playsInline
          style={{ width, height, transform }}
          className={`absolute top-1/2 left-1/2 max-w-none ${frozen ? 'invisible' : ''}`}
        />
        {frozen ? <Frozen frozen={frozen} transform={transform} /> : null}
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-night-line bg-night-2 p-3">
        <fieldset className="contents">
          <legend className="sr-only">{words('keys')}</legend>
          <Button tone="onNight" size="small" keyHint="+" onClick={acts.zoomIn}>
            <ZoomIn aria-hidden="true" size={18} />
            {words('zoomIn')}
          </Button>
          <Button tone="onNight" size="small" keyHint="-" onClick={acts.zoomOut}>
            <ZoomOut aria-hidden="true" size={18} />
            {words('zoomOut')}
          </Button>
          <Button tone="onNight" size="small" keyHint="0" onClick={acts.fit}>
            <Maximize aria-hidden="true" size={18} />
            {words('fit')}
          </Button>
          <Button tone="onNight" size="small" keyHint="R" onClick={acts.turn}>
            <RotateCw aria-hidden="true" size={18} />
            {words('turn')}
          </Button>
          <Button tone={frozen ? 'main' : 'onNight'} size="small" keyHint="B" onClick={toggle}>
            {frozen ? <Thaw aria-hidden="true" size={18} /> : <Pause aria-hidden="true" size={18} />}
            {words(frozen ? (live ? 'live' : 'letGo') : 'freeze')}
          </Button>
        </fieldset>
        <p className="ml-auto text-right text-sm text-night-ink-2 tabular-nums">
          <span role="status" className={`block ${frozen ? 'font-semibold text-sun' : ''}`}>
            {words(saidOf(paper, isInterrupted))}
          </span>
          {width > 0 ? words(isSmall ? 'small' : 'size', { width, height }) : null}
          {sight.zoom > 1 ? ` · ${words('zoom', { percent: Math.round(sight.zoom * 100) })}` : null}
        </p>
      </div>
    </section>
  )
}

/** Whoever looks at a still picture is told whether anything is shown behind it. */
function saidOf({ live, frozen }: PaperAtDesk, isInterrupted: boolean) {
  if (!frozen) return 'shown'
  if (!live) return isInterrupted ? 'frozenInterrupted' : 'frozenAfter'
  return live === frozen.of ? 'frozen' : 'frozenBefore'
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [PAN_STEP_PX, 0],
  ArrowRight: [-PAN_STEP_PX, 0],
  ArrowUp: [0, PAN_STEP_PX],
  ArrowDown: [0, -PAN_STEP_PX],
}

/** The canvas itself: making a picture of it would be one more copy. */
function Frozen({ frozen: { canvas }, transform }: { frozen: FrozenFrame; transform: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.append(canvas)
    return () => canvas.remove()
  }, [canvas])
  return <div ref={place} style={{ transform }} className="absolute top-1/2 left-1/2" />
}
