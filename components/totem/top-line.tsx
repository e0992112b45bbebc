import { type Scene, sampleMark } from './scene.tsx'
import { clockTime } from './times.ts'

/** Whose totem this is, and the time; above every screen but home and the call. */
export function topLine(scene: Scene, mark = sampleMark(scene)) {
  return (
    <div className="top-line flex items-center gap-x-24 text-small">
      <p className="font-semibold">{scene.bodyName}</p>
      {mark}
      <time className="ms-auto font-semibold">{clockTime(scene.now, scene.locale)}</time>
    </div>
  )
}
