'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

type State = { kind: 'none' } | { kind: 'failed' } | { kind: 'made'; code: string; validMinutes: number }

/** On a totem's page: makes the code that turns one browser into this totem, and shows it once. */
export function EnrolmentCode() {
  const { id } = useDocumentInfo()
  const [state, setState] = useState<State>({ kind: 'none' })
  if (!id) return null

  const make = async () => {
    const answer = await fetch(`/content-api/totems/${id}/enrolment-code`, { method: 'POST' }).catch(
      () => null,
    )
    setState(answer?.ok ? { kind: 'made', ...(await answer.json()) } : { kind: 'failed' })
  }

  return (
    <div className="field-type">
      <Button type="button" buttonStyle="secondary" onClick={make}>
        Crea un codice di registrazione
      </Button>
      <div>
        <output>
          {state.kind === 'made' && (
            <>
              Scrivi sul totem il codice <strong>{state.code}</strong>. Vale una volta sola, per{' '}
              {state.validMinutes} minuti; chi era registrato prima smette di funzionare.
            </>
          )}
          {state.kind === 'failed' &&
            'Non è stato possibile creare il codice. Possono farlo i tecnici e gli amministratori.'}
        </output>
      </div>
    </div>
  )
}
