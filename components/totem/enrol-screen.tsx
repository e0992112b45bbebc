'use client'

import { type SubmitEvent, useEffect, useState } from 'react'
import { sendCommand } from '@/lib/events/send-command.ts'
import { EmergencyNote } from './emergency-note.tsx'
import { Key } from './key.tsx'
import { ScreenHeading } from './screen-heading.tsx'
import type { Words } from './words.ts'

interface EnrolScreenProps {
  words: Words
  /** The totem that the sample municipality lends to this browser; null: a code is needed. */
  sample: string | null
}

/** A device that no body knows yet: asks for its code, or takes a sample totem's place by itself. */
export function EnrolScreen({ words, sample }: EnrolScreenProps) {
  const [code, setCode] = useState('')
  const [state, setState] = useState<'idle' | 'working' | 'wrong' | 'unknown' | 'away'>(
    sample ? 'working' : 'idle',
  )

  const enrol = async (body: { code: string } | { sample: string }) => {
    setState('working')
    const answer = await sendCommand<{ slug: string }>('/api/totem/enrolments', body)
    if (answer.ok) location.replace(`/totem?${new URLSearchParams({ totem: answer.value.slug })}`)
    else setState(AWAY.has(answer.refusal) ? 'away' : 'sample' in body ? 'unknown' : 'wrong')
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per page
  useEffect(() => {
    if (sample) void enrol({ sample })
  }, [sample])

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state !== 'working' && code.trim() !== '') void enrol({ code: code.trim() })
  }

  const say = words.enrol
  if (sample && state === 'working') {
    return (
      <div className="flex h-full items-center justify-center bg-night text-white">
        <p role="status" className="text-title">
          {say.working}
        </p>
      </div>
    )
  }
  return (
    <div className="flex h-full flex-col bg-night px-64 pt-48 pb-48 text-white">
      <form onSubmit={onSubmit} className="flex min-h-0 flex-1 flex-col justify-center">
        <ScreenHeading className="text-display font-bold">{say.title}</ScreenHeading>
        <p className="mt-32 text-title text-night-ink-2">{say.text}</p>
        <label className="mt-72 block text-lead font-semibold">
          {say.code}
          <input
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={state === 'wrong'}
            aria-describedby="enrol-problem"
            className="mt-16 block min-h-148 w-full rounded-key bg-white px-44 text-heading font-semibold tracking-wider text-ink"
          />
        </label>
        <p id="enrol-problem" role="alert" className="min-h-96 pt-20 text-lead text-red-on-night">
          {state === 'wrong' && say.wrong}
          {state === 'unknown' && say.unknown}
          {state === 'away' && say.away}
        </p>
        <Key tone="green" type="submit" className="min-h-148 text-title font-bold">
          {state === 'working' ? say.working : say.send}
        </Key>
      </form>
      <EmergencyNote words={words} className="justify-center" />
    </div>
  )
}

const AWAY: ReadonlySet<string> = new Set(['unreachable', 'fault', 'too-often'])
