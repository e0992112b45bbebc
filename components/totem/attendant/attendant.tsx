'use client'

import { useState } from 'react'
import type { Scene } from '../scene.tsx'
import { currentPage } from '../totem-state.ts'
import { type Attendance, attendanceCommands } from './attendance-commands.ts'
import { AttendantMode } from './attendant-mode.tsx'
import { StaffDoor } from './staff-door.tsx'

interface AttendantProps {
  scene: Scene
  attendance: Attendance | null
  onAttendance: (attendance: Attendance | null) => void
}

/**
 * Somebody of the staff at the totem: at its door, or in. Ending it wipes the visit; a call that is under way
 * goes on, and wipes when it is over as every call does.
 */
export function Attendant({ scene, attendance, onAttendance }: AttendantProps) {
  const { totem, words, slug } = scene
  const [commands] = useState(() => attendanceCommands(slug))
  const end = () => {
    if (!attendance) return
    onAttendance(null)
    void commands.leave(attendance)
    if (totem.screen.kind !== 'wait' && totem.screen.kind !== 'call') totem.finish()
  }
  return (
    <>
      {attendance && <AttendantMode scene={scene} attendance={attendance} commands={commands} onEnd={end} />}
      {currentPage(totem.state).kind === 'staff' && (
        <StaffDoor
          words={words}
          commands={commands}
          onIn={(entered) => {
            onAttendance(entered)
            totem.dispatch({ type: 'wentBack' })
          }}
          onCancel={() => totem.dispatch({ type: 'wentBack' })}
        />
      )}
    </>
  )
}
