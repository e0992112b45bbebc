'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

type State = 'untouched' | 'set' | 'removed' | 'pin-malformed' | 'pin-too-simple' | 'failed'

const SAID: Readonly<Record<State, string>> = {
  untouched: '',
  set: 'Il PIN è impostato. Dallo solo a chi assiste al totem: qui non si può più leggere.',
  removed: 'Il totem non ha più un PIN: nessuno può aprire l’assistenza.',
  'pin-malformed': 'Il PIN ha da 6 a 8 cifre, senza lettere né spazi.',
  'pin-too-simple': 'Così lo indovina chiunque: non usare cifre tutte uguali o in fila.',
  failed: 'Non è stato possibile. Possono farlo i tecnici e gli amministratori.',
}

const FACTS: Readonly<Record<string, string>> = {
  pin_set: 'PIN impostato',
  pin_removed: 'PIN tolto',
  entered: 'assistenza aperta',
  wrong_pin: 'PIN sbagliato',
  refused: 'troppi tentativi: bloccato per un quarto d’ora',
  left: 'assistenza chiusa',
}

/** On a totem's page: sets the PIN of those who help there, and shows what was done with it lately. */
export function AttendantPin() {
  const { id } = useDocumentInfo()
  const [pin, setPin] = useState('')
  const [state, setState] = useState<State>('untouched')
  const [facts, setFacts] = useState<readonly { at: string; fact: string }[]>([])
  const field = useId()
  const address = `/content-api/totems/${id}/attendant-pin`
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was just done is among them
  useEffect(() => {
    if (!id) return
    fetch(address).then(
      async (answer) => setFacts(answer.ok ? (await answer.json()).facts : []),
      () => undefined,
    )
  }, [id, address, state])
  if (!id) return null

  const change = async (method: 'POST' | 'DELETE', done: State) => {
    const answer = await fetch(address, {
      method,
      ...(method === 'POST' && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ pin }),
      }),
    }).catch(() => null)
    setPin('')
    if (answer?.ok) return setState(done)
    const refusal: unknown = answer?.status === 409 ? (await answer.json()).refusal : null
    setState(refusal === 'pin-malformed' || refusal === 'pin-too-simple' ? refusal : 'failed')
  }

  return (
    <div className="field-type text">
      <label className="field-label" htmlFor={field}>
        PIN di chi assiste al totem
      </label>
      <p>
        Sul totem, in fondo ad “Accessibilità”, apre l’assistenza: prova degli apparecchi, chi è in servizio,
        nessun limite di tempo. Si chiude da sola dopo 5 minuti senza tocchi. Un PIN nuovo annulla quello di
        prima.
      </p>
      <div className="input-wrapper">
        <input
          id={field}
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          maxLength={8}
          onChange={({ target }) => setPin(target.value)}
        />
      </div>
      <Button type="button" buttonStyle="secondary" onClick={() => change('POST', 'set')}>
        Imposta il PIN
      </Button>{' '}
      <Button type="button" buttonStyle="secondary" onClick={() => change('DELETE', 'removed')}>
        Togli il PIN
      </Button>
      <div>
        <output>{SAID[state]}</output>
      </div>
      {facts.length > 0 && (
        <ul>
          {facts.map(({ at, fact }) => (
            <li key={at + fact}>
              {new Date(at).toLocaleString('it-IT', { timeZone: 'Europe/Rome' })}: {FACTS[fact] ?? fact}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
