// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { Voice } from './voice.tsx'

let said: string[]
let root: Root
/** Ends what is being said. */
let fallSilent: () => void

interface Shown {
  alert?: string
  wait?: string
  /** A screen that is made ready for later. */
  later?: string
  status?: string
  /** A status that is not there before. */
  more?: string
  timer?: string
}

const show = ({
  alert = '',
  wait = 'Sei in attesa.',
  later = '',
  status = '',
  more = '',
  timer = '',
}: Shown = {}) =>
  act(async () =>
    root.render(
      <main>
        <h1 tabIndex={-1}>Numero</h1>
        <p aria-live="polite">{wait}</p>
        <p role="alert">{alert}</p>
        <p role="status">{status}</p>
        {more !== '' && <p role="status">{more}</p>}
        <p role="timer">{timer}</p>
        <div inert>
          <p role="alert">{later}</p>
          <p role="status">{later}</p>
        </div>
        <textarea aria-label="Motivo" />
        <Voice words={italian} language="it" />
      </main>,
    ),
  )
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))
/** Longer than a person leaves between two keys. */
const A_WHILE_MS = 1_000
const press = (key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
  return event
}

beforeEach(async () => {
  vi.useFakeTimers()
  said = []
  fallSilent = () => undefined
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      onend: () => void = () => undefined
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'it-IT', localService: true }],
    speak(utterance: { text: string; onend: () => void }) {
      said.push(utterance.text)
      fallSilent = () => utterance.onend()
    },
    cancel: () => undefined,
  })
  root = openRoot()
  await show()
  fallSilent()
  said = []
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('says trouble when it comes, and with where it leads', async () => {
  document.querySelector('h1')?.focus()
  said = []
  await show({ alert: 'Questo numero non si può chiamare.' })
  expect(said, 'whatever is being said').toEqual(['Questo numero non si può chiamare.'])
  said = []
  document.querySelector('textarea')?.focus()
  expect(said.map((words) => words.trim())).toEqual([
    'Questo numero non si può chiamare.',
    'Motivo. Campo di testo.',
  ])
  said = []
  press('ArrowUp')
  expect(said).toEqual(['Numero'])
})

describe('quieter news', () => {
  it.each([
    ['a status', { status: '3 risultati' }, '3 risultati'],
    ['what a wait says of itself', { wait: 'Stiamo chiamando Anna.' }, 'Stiamo chiamando Anna.'],
    ['a status that comes up', { more: 'Il video non è collegato.' }, 'Il video non è collegato.'],
  ])('is heard wherever the focus is: %s', async (_, shown, words) => {
    document.querySelector('textarea')?.focus()
    fallSilent()
    said = []
    await show(shown)
    await pass(A_WHILE_MS)
    expect(said).toEqual([words])
    document.querySelector('h1')?.focus()
    expect(said.at(-1), 'it is no trouble').toBe('Numero')
  })

  it('lets what is being said be said to its end, and is told as it is by then', async () => {
    document.querySelector('h1')?.focus()
    await show({ status: '3 risultati' })
    await pass(A_WHILE_MS)
    await show({ status: '2 risultati' })
    await pass(A_WHILE_MS)
    expect(said).toEqual(['Numero'])
    fallSilent()
    await pass(A_WHILE_MS)
    expect(said).toEqual(['Numero', '2 risultati'])
    fallSilent()
    await pass(A_WHILE_MS)
    expect(said).toHaveLength(2)
  })

  it('talks over nobody who types, or goes through the screen', async () => {
    document.querySelector('textarea')?.focus()
    fallSilent()
    said = []
    for (const status of ['9 risultati', '5 risultati', '1 risultato']) {
      press('a')
      await show({ status })
      await pass(400)
    }
    expect(said).toEqual([])
    press('ArrowUp')
    await pass(A_WHILE_MS)
    expect(said).toEqual(['Numero'])
    fallSilent()
    await pass(A_WHILE_MS)
    expect(said).toEqual(['Numero', '1 risultato'])
  })

  it('waits behind a question, and is dropped with what it was about', async () => {
    const question = document.createElement('dialog')
    question.open = true
    document.body.append(question)
    await show({ status: '3 risultati', more: 'Il video non è collegato.' })
    await pass(A_WHILE_MS)
    expect(said).toEqual([])
    question.remove()
    await show({ status: '3 risultati' })
    press('x')
    await pass(A_WHILE_MS)
    expect(said).toEqual(['3 risultati'])
  })

  it('is nothing that comes with a screen, is made ready for later, runs, or has just been moved to', async () => {
    await act(async () => {
      const screen = document.createElement('div')
      screen.innerHTML = '<h1>Grazie.</h1><p role="status">Grazie davvero.</p>'
      document.querySelector('main')?.append(screen)
    })
    await show({ later: 'Non ancora.', timer: '0:01' })
    await show({ timer: '0:02' })
    await act(async () => {
      const notice = document.createElement('p')
      notice.setAttribute('role', 'status')
      notice.tabIndex = -1
      notice.textContent = 'Si chiama al telefono.'
      document.querySelector('main')?.append(notice)
      notice.focus()
    })
    fallSilent()
    await pass(A_WHILE_MS)
    expect(said).toEqual(['Si chiama al telefono.'])
  })
})

it('leaves Enter to a text of several lines, and digits to whatever is typed', () => {
  document.querySelector('textarea')?.focus()
  const keys = ['Enter', '5', '0', '7', '9']
  for (const key of keys) expect(press(key).defaultPrevented, key).toBe(false)
  document.querySelector('h1')?.focus()
  for (const key of keys) expect(press(key).defaultPrevented, key).toBe(true)
})
