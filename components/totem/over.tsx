'use client'

import { createElement, useState } from 'react'
import type { Attendance } from './attendant/attendance-commands.ts'
import { DoorWaits } from './attendant/door-waits.tsx'
import { IdleGuard } from './idle-guard.tsx'
import type { Scene } from './scene.tsx'
import { quietMsOn, type Screen, timesOut } from './screen.ts'
import { currentPage } from './totem-state.ts'
import { useChunk } from './use-chunk.ts'
import { useQuiet } from './use-quiet.ts'
import { useScreenMeasures } from './use-screen-measures.ts'
import { useSingleTouch } from './use-single-touch.ts'

/** What lies over the screens: who of the staff helps, else a question to whoever may have left, else what a totem shows at rest. */
export function Over({ scene, screen }: { scene: Scene; screen: Screen }) {
  const [attendance, setAttendance] = useState<Attendance | null>(null)
  useScreenMeasures(scene.hardware)
  useSingleTouch(screen.kind === 'page' ? JSON.stringify(screen.page) : screen.kind)
  const isAtDoor = currentPage(scene.totem.state).kind === 'staff'
  const staff = useChunk(isAtDoor || attendance !== null, loadAttendant)
  return (
    <>
      {isAtDoor && !staff && <DoorWaits scene={scene} />}
      {staff && createElement(staff.Attendant, { scene, attendance, onAttendance: setAttendance })}
      {!attendance && <Unattended scene={scene} screen={screen} />}
    </>
  )
}

/** Nobody but a visitor is here, or nobody at all. */
function Unattended({ scene, screen }: { scene: Scene; screen: Screen }) {
  const { state, finish } = scene.totem
  const [isDeserted, setDeserted] = useState(false)
  if (timesOut(screen, state)) {
    return (
      <IdleGuard
        key={JSON.stringify(state.trail)}
        words={scene.words}
        locale={scene.locale}
        quietMs={quietMsOn(screen, scene.hardware)}
        onGone={() => {
          setDeserted(true)
          finish()
        }}
      />
    )
  }
  if (screen.kind !== 'page') return null
  return <Resting scene={scene} isDeserted={isDeserted} onTouch={() => setDeserted(false)} />
}

interface RestingProps {
  scene: Scene
  /** Whoever was here did not answer: nobody has to be waited for. */
  isDeserted: boolean
  onTouch: () => void
}

/** Home, untouched. A touch on what it shows then leads there, and does nothing else. */
function Resting({ scene, isDeserted, onTouch }: RestingProps) {
  const [isQuiet, setQuiet] = useState(isDeserted)
  useQuiet(!isQuiet, scene.hardware.restSeconds * 1_000, () => setQuiet(true))
  const loop = useChunk(isQuiet, loadLoop)
  return (
    isQuiet &&
    loop &&
    createElement(loop.AttractLoop, {
      scene,
      onTouch() {
        setQuiet(false)
        onTouch()
      },
    })
  )
}

const loadLoop = () => import('./attract/attract-loop.tsx')
const loadAttendant = () => import('./attendant/attendant.tsx')
