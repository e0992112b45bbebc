// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import italian from '@/messages/it/totem.json'
import { Voice } from './voice.tsx'

let said: string[]
let root: Root

interface Shown {
  alert?: string
  wait?: string
  /** A screen that is made ready for later. */
  later?: string
  status?: string
}

const show = ({ alert = '', wait = 'Sei in attesa.', later = '', status = '' }: Shown = {}) =>
  act(async () =>
    root.render(
      <main>
        <h1 tabIndex={-1}>Numero</h1>
        <p aria-live="polite">{wait}</p>
        <p role="alert">{alert}</p>
        <p role="status">{status}</p>
        <div inert>
          <p role="alert">{later}</p>
        </div>
        <textarea aria-label="Motivo" />
        <Voice words={italian} language="it" />
      </main>,
    ),
  )
const lastSaid = (words: string) => vi.waitFor(() => expect(said.at(-1)).toBe(words))
const press = (key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
  return event
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  said = []
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'it-IT', localService: true }],
    speak: ({ text }: { text: string }) => said.push(text),
    cancel: () => undefined,
  })
  root = createRoot(document.body.appendChild(document.createElement('div')))
  await show()
  said = []
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

it('says trouble when it comes, and with where it leads', async () => {
  await show({ alert: 'Questo numero non si può chiamare.' })
  await lastSaid('Questo numero non si può chiamare.')
  said = []
  document.querySelector('h1')?.focus()
  expect(said).toEqual(['Questo numero non si può chiamare.', 'Numero'])
  said = []
  press('ArrowDown')
  expect(said.map((words) => words.trim())).toEqual(['Motivo. Campo di testo.'])
})

it('says what a wait says of itself, once it changes', async () => {
  await show({ wait: 'Stiamo chiamando Anna.' })
  await lastSaid('Stiamo chiamando Anna.')
  expect(said).toEqual(['Stiamo chiamando Anna.'])
  said = []
  document.querySelector('h1')?.focus()
  expect(said, 'it is no trouble').toEqual(['Numero'])
})

it('says nothing of what is made ready for later, of a quieter word, nor of what has gone', async () => {
  await show({ later: 'Non ancora.', status: '3 risultati' })
  await show({ alert: 'Un guaio.' })
  await lastSaid('Un guaio.')
  await show()
  await show({ alert: 'Un altro.' })
  await lastSaid('Un altro.')
  expect(said).toEqual(['Un guaio.', 'Un altro.'])
})

it('leaves Enter to a text of several lines, and digits to whatever is typed', () => {
  document.querySelector('textarea')?.focus()
  for (const key of ['Enter', '5', '0']) expect(press(key).defaultPrevented, key).toBe(false)
  document.querySelector('h1')?.focus()
  for (const key of ['Enter', '5', '0']) expect(press(key).defaultPrevented, key).toBe(true)
})
