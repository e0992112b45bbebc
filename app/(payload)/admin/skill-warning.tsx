'use client'

import { useFormFields } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useState } from 'react'

/** Long enough that a word is asked about once, and short enough to be seen while one looks there. */
const AFTER_TYPING_MS = 400

/** On a service's page, while it is edited: what it asks for that nobody who answers calls has. */
export function SkillWarning() {
  const asked = useFormFields(([fields]) => askedIn(fields))
  const [warning, setWarning] = useState<string | null>(null)
  useEffect(() => {
    const undo = new AbortController()
    const timer = setTimeout(() => {
      warningFor(asked, undo.signal).then(setWarning, () => undefined)
    }, AFTER_TYPING_MS)
    return () => {
      clearTimeout(timer)
      undo.abort()
    }
  }, [asked])
  return (
    <div className="field-type">
      <output>{warning && `Attenzione. ${warning}`}</output>
    </div>
  )
}

/** As text, so that the form's other fields change nothing here. */
function askedIn(fields: FormState): string {
  const values: Record<string, unknown> = reduceFieldsToValues(fields, true)
  return JSON.stringify({
    requiredSkills: listOf(values.requiredSkills),
    skillNeeds: listOf(values.skillNeeds),
  })
}

/** Without rows, a list is their number. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

async function warningFor(asked: string, signal: AbortSignal): Promise<string | null> {
  const answer = await fetch('/api/staff/skill-gaps', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: asked,
    signal,
  })
  if (!answer.ok) return null
  const { warning }: { warning: string | null } = await answer.json()
  return warning
}
