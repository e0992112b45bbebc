import { Key } from '../key.tsx'
import type { Scene } from '../scene.tsx'
import { ScreenHeading } from '../screen-heading.tsx'

/** In place of the staff's door while its code has not come: what it waits for, and the way back. */
export function DoorWaits({ scene: { totem, words } }: { scene: Scene }) {
  return (
    <div className="absolute inset-0 flex flex-col justify-center gap-40 bg-night px-64 text-white">
      <ScreenHeading className="text-display font-bold">{words.staff.doorTitle}</ScreenHeading>
      <p role="status" className="text-title">
        {totem.link === 'up' ? words.stage.opening : words.staff.away}
      </p>
      <Key
        tone="night"
        className="min-h-148 text-title"
        data-way="back"
        onClick={() => totem.dispatch({ type: 'wentBack' })}
      >
        {words.staff.cancel}
      </Key>
    </div>
  )
}
