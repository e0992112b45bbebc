'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { stillKey } from '@/components/ui/still-key.ts'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import { holdStill } from '../offline/hold-still.ts'
import type { Scene } from '../scene.tsx'
import { currentPage, type Page } from '../totem-state.ts'
import { useQuiet } from '../use-quiet.ts'
import type { Attendance, AttendanceCommands, SeenByStaff } from './attendance-commands.ts'
import { AttendantTools } from './attendant-tools.tsx'

/** The server need not hear of every touch, only often enough that it is not over there before it is here. */
const TELL_EVERY_MS = 30_000

interface AttendantModeProps {
  scene: Scene
  attendance: Attendance
  commands: AttendanceCommands
  onEnd: () => void
}

/** A bar over every screen while somebody of the staff helps: ways through the pages, tools, and the end of it. */
export function AttendantMode({ scene, attendance, commands, onEnd }: AttendantModeProps) {
  const { totem, words } = scene
  const say = words.staff
  const [isOpen, setOpen] = useState(false)
  const seen = useStay(attendance, commands, onEnd)
  const { back, forward } = useSteps(scene)
  // A reload would be the end of it, and of what a technician is looking at.
  useEffect(holdStill, [])
  useQuiet(true, attendance.quietSeconds * 1_000, onEnd)
  return (
    <section aria-label={say.title} className="attendant-bar bg-sun text-ink">
      <p className="attendant-name text-body font-bold">{say.title}</p>
      <Key
        tone="paper"
        className="attendant-key aria-disabled:opacity-50"
        aria-label={words.bar.back}
        {...stillKey(!back, () => back?.())}
      >
        <Icon name="arrow-left" className="size-40 rtl:-scale-x-100" />
      </Key>
      <Key
        tone="paper"
        className="attendant-key aria-disabled:opacity-50"
        aria-label={say.forward}
        {...stillKey(!forward, () => forward?.())}
      >
        <Icon name="arrow-left" className="size-40 -scale-x-100 rtl:scale-x-100" />
      </Key>
      <Key
        tone="paper"
        className="attendant-key"
        aria-label={words.bar.home}
        // A talk is ended by its own key.
        disabled={totem.screen.kind === 'call'}
        onClick={totem.goHome}
      >
        <Icon name="house" className="size-40" />
      </Key>
      <Key tone="paper" className="attendant-key text-small" onClick={() => setOpen(true)}>
        {say.tools}
      </Key>
      <Key tone="red" className="attendant-key text-small" onClick={onEnd}>
        {say.end}
      </Key>
      {isOpen && (
        <AttendantTools
          scene={scene}
          seen={seen}
          onTicket={() => commands.ticket(attendance)}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}

/** Tells the server of touches, and learns what it answers. Over there is over here. */
function useStay(
  attendance: Attendance,
  commands: AttendanceCommands,
  onEnd: () => void,
): SeenByStaff | null {
  const [seen, setSeen] = useState<SeenByStaff | null>(null)
  const over = useEffectEvent(onEnd)
  useEffect(() => {
    let isMounted = true
    let told = -TELL_EVERY_MS
    const tell = async () => {
      if (performance.now() - told < TELL_EVERY_MS) return
      told = performance.now()
      const answer = await commands.stay(attendance)
      if (!isMounted) return
      if (answer.ok) setSeen(answer.value)
      else if (answer.refusal === 'attendance-over') over()
    }
    void tell()
    const touched = () => void tell()
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      isMounted = false
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [attendance, commands])
  return seen
}

/** Back through the visitor's pages, and forward again to those that were left that way. Null: there is none. */
function useSteps({ totem }: Scene) {
  const { trail } = totem.state
  const [left, setLeft] = useState<{ pages: readonly Page[]; at: number }>({ pages: [], at: 0 })
  // Whoever has gone on in between has another way ahead.
  const [next, ...later] = left.at === trail.length ? left.pages : []
  const back = () => {
    const here = currentPage(totem.state)
    setLeft({ pages: [here, ...(next ? [next, ...later] : [])], at: trail.length - 1 })
    totem.dispatch({ type: 'wentBack' })
  }
  const forward = () => {
    setLeft({ pages: later, at: trail.length + 1 })
    if (next) totem.dispatch({ type: 'opened', page: next })
  }
  const isReading = totem.screen.kind === 'page'
  return { back: isReading && trail.length > 1 ? back : null, forward: isReading && next ? forward : null }
}
