'use client'

import { useEffect, useRef, useState } from 'react'
import { useShownDialog } from '@/components/ui/use-shown-dialog.ts'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import { fill, type Words } from '../words.ts'
import type { Attendance, AttendanceCommands } from './attendance-commands.ts'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const
const LONGEST = 8

type State = 'asking' | 'checking' | 'wrong' | 'unset' | 'locked' | 'away'

interface StaffDoorProps {
  words: Words
  commands: AttendanceCommands
  onIn: (attendance: Attendance) => void
  onCancel: () => void
}

/** Asks for the totem's PIN. What is typed is shown as dots, and forgotten at every answer. */
export function StaffDoor({ words, commands, onIn, onCancel }: StaffDoorProps) {
  const say = words.staff
  const dialog = useShownDialog()
  const enterKey = useRef<HTMLButtonElement>(null)
  const isAsking = useRef(false)
  const isHere = useRef(false)
  const [pin, setPin] = useState('')
  const [state, setState] = useState<State>('asking')
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const type = (digit: string) => {
    setState('asking')
    setPin((before) => (before + digit).slice(0, LONGEST))
  }
  const enter = async () => {
    // A second touch may come before the first has been painted.
    if (pin === '' || isAsking.current) return
    isAsking.current = true
    setState('checking')
    const answer = await commands.enter(pin)
    isAsking.current = false
    if (!isHere.current) {
      // Whoever knew the PIN has turned away; the next in front of the totem may be anybody.
      if (answer.ok) void commands.leave(answer.value)
      return
    }
    setPin('')
    if (answer.ok) onIn(answer.value)
    else setState(REFUSED[answer.refusal] ?? 'away')
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby="staff-door"
      onCancel={onCancel}
      onKeyDown={(event) => {
        const { key } = event
        if (/^\d$/.test(key)) {
          // The voice has digits for itself wherever nobody else takes them.
          event.preventDefault()
          type(key)
          // Enter would press the digit that has the focus: one more in the PIN, and a quarter of an hour shut out.
          enterKey.current?.focus()
        } else if (key === 'Backspace') setPin(pin.slice(0, -1))
      }}
      className="asking staff-door m-auto rounded-card bg-white p-48 text-ink"
    >
      <h2 id="staff-door" className="text-heading font-bold">
        {say.doorTitle}
      </h2>
      <p className="mt-16 text-body text-ink-2">{say.doorText}</p>
      <p
        role="img"
        aria-label={fill(say.typed, { count: pin.length })}
        className="mt-32 flex h-96 items-center justify-center gap-24 rounded-key bg-paper"
      >
        {Array.from(pin, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no other name
          <span key={at} className="size-28 rounded-full bg-ink" />
        ))}
      </p>
      <p role="status" className="my-16 min-h-52 text-body font-semibold text-red">
        {state === 'asking' ? '' : state === 'checking' ? say.checking : say[state]}
      </p>
      <fieldset dir="ltr" className="grid grid-cols-3 gap-20">
        <legend className="sr-only">{say.digits}</legend>
        {DIGITS.map((digit) => (
          <Key key={digit} tone="paper" className="min-h-112 text-heading" onClick={() => type(digit)}>
            {digit}
          </Key>
        ))}
        <Key
          tone="light"
          className="min-h-112"
          aria-label={say.erase}
          onClick={() => setPin(pin.slice(0, -1))}
        >
          <Icon name="delete" className="size-56" />
        </Key>
        <Key
          ref={enterKey}
          tone="blue"
          className="min-h-112 text-lead aria-disabled:opacity-50"
          // Disabled, it would lose the focus, and what is typed after a wrong PIN would reach nothing.
          aria-disabled={state === 'checking'}
          onClick={enter}
        >
          {say.enter}
        </Key>
      </fieldset>
      <Key tone="paper" className="mt-28 min-h-112 w-full text-lead" data-way="back" onClick={onCancel}>
        {say.cancel}
      </Key>
    </dialog>
  )
}

const REFUSED: Readonly<Record<string, State>> = {
  'pin-wrong': 'wrong',
  'pin-unset': 'unset',
  'too-often': 'locked',
}
