// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Line } from '@/components/call/text/conversation.ts'
import { TEXT_AT_REST, type TextTalk, type TextTalkState } from '@/components/call/text/text-state.ts'
import { type TextOpening, useTextOpening } from '@/components/call/text/use-text-opening.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { whatIsSaidOf } from '../voice/what-is-said.ts'
import { TextPanel } from './text-panel.tsx'

const ME = { by: 't-c', run: 'r1' }
const line = (by: string, text: string, more: Partial<Line> = {}): Line => ({
  by,
  run: 'r1',
  number: 0,
  revision: 1,
  text,
  isDone: true,
  ...more,
})

let root: Root
let asked: string[]
const talk: TextTalk = {
  state: () => TEXT_AT_REST,
  subscribe: () => () => {},
  write: (text) => asked.push(`write ${text}`),
  append: (text) => asked.push(`append ${text}`),
  erase: () => asked.push('erase'),
  call: () => {},
}

beforeEach(() => {
  asked = []
  root = openRoot()
})

afterEach(() => closeRoot(root))

const show = (more: Partial<TextTalkState>, isTyping = true, words = italian) =>
  act(async () => {
    const state = { ...TEXT_AT_REST, writer: ME, isHeard: true, ...more }
    root.render(<TextPanel words={words} talk={talk} state={state} isTyping={isTyping} />)
    await import('../keyboard/keyboard.tsx')
  })

const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[role=log] li')].map((row) => [
    row.dataset.side,
    row.textContent,
  ])

it('tells both sides apart in words as well', async () => {
  await show({
    conversation: { lines: [line('o-c.1', 'Buongiorno'), line('t-c', 'Ho perso la carta')] },
    names: { 'o-c.1': 'Anna' },
  })
  expect(rows()).toEqual([
    ['received', 'Anna: Buongiorno'],
    ['sent', 'Tu: Ho perso la carta'],
  ])
})

it('says to ears what the operator writes, and of the visitor’s own lines that they are there', async () => {
  await show({
    conversation: { lines: [line('o-c.1', 'Buongiorno'), line('t-c', 'Ho perso la carta')] },
    names: { 'o-c.1': 'Anna' },
    draft: 'sto scrivendo',
  })
  const said = [...document.querySelectorAll('[role=log], textarea')].flatMap((one) =>
    whatIsSaidOf(one, italian, 'it').map(({ text }) => text),
  )
  expect(said.join(' ')).toContain('Buongiorno')
  expect(said.join(' ')).toContain(italian.voice.typed)
  expect(said.join(' ')).not.toMatch(/perso|scrivendo/)
})

it('shows what is being typed here in the field and nowhere else, and nothing that was erased', async () => {
  const lines = [line('t-c', 'sto scriv', { isDone: false }), line('o-c.1', '', { isDone: false })]
  await show({ conversation: { lines }, draft: 'sto scriv' })
  expect(rows()).toEqual([])
  expect(document.querySelector('textarea')?.value).toBe('sto scriv')
  await show({ conversation: { lines }, draft: 'sto scriv' }, false)
  expect(rows()).toEqual([['sent', 'Tu: sto scriv']])
})

it('says in words what was lost, forgotten, cut, or cannot leave now', async () => {
  await show({ conversation: { lines: [line('o-c.1', '\uFFFD', { revision: 0 })] } })
  expect(rows()).toEqual([['received', 'Operatore: \uFFFDQui manca una parte.']])
  await show({ isForgotten: true })
  expect(document.body.textContent).toContain('Il totem si è riavviato')
  await show({ trouble: 'cut', isHeard: true })
  expect(document.body.textContent).toContain('ho tenuto solo l’inizio')
  await show({ isHeard: false, trouble: 'cut' })
  expect(document.body.textContent).toContain('Ci stiamo ricollegando')
  await show({ isHeard: false }, true, { ...italian, ...english })
  expect(document.body.textContent).toContain('Reconnecting')
})

it('sends a phrase as a line of its own, behind what was begun', async () => {
  await show({ draft: 'ecco' })
  const phrase = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Grazie')
  await act(async () => phrase?.click())
  expect(asked).toEqual(['write ecco Grazie\n'])
})

interface OpeningProps {
  state: TextTalkState
  isTextOnly: boolean
  shown: string | null
  chooses: TextOpening
}

function Opening({ state, isTextOnly, shown, chooses }: OpeningProps) {
  const [opening, setOpening] = useTextOpening(state, isTextOnly, shown)
  return (
    <button type="button" onClick={() => setOpening(chooses)}>
      {opening}
    </button>
  )
}

const opening = async (
  state: Partial<TextTalkState>,
  isTextOnly = false,
  shown: string | null = null,
  chooses: TextOpening = 'closed',
) => {
  const asked = { isTextOnly, shown, chooses }
  await act(async () => root.render(<Opening state={{ ...TEXT_AT_REST, writer: ME, ...state }} {...asked} />))
  return document.querySelector('button')?.textContent
}

it('opens by itself when the operator writes, stays closed once closed, and opens again for more', async () => {
  expect(await opening({ conversation: { lines: [line('t-c', 'mio')] } })).toBe('closed')
  const first = { conversation: { lines: [line('o-c.1', 'Buongiorno')] } }
  expect(await opening(first)).toBe('reading')
  await act(async () => document.querySelector('button')?.click())
  expect(await opening(first)).toBe('closed')
  expect(await opening({ conversation: { lines: [line('o-c.1', 'Buongiorno a', { revision: 2 })] } })).toBe(
    'reading',
  )
})

it('is open from the start where text is all there is', async () => {
  expect(await opening({}, true)).toBe('typing')
})

it('makes room for what the operator puts up, once for each page, and gives the keyboard back', async () => {
  const choose = () => act(async () => document.querySelector('button')?.click())
  expect(await opening({}, true, 'sheet cie')).toBe('reading')
  expect(await opening({}, true)).toBe('typing')
  expect(await opening({}, false, null, 'typing')).toBe('closed')
  await choose()
  expect(await opening({}, false, null, 'typing')).toBe('typing')
  expect(await opening({}, false, 'sheet cie', 'typing')).toBe('reading')
  await choose()
  expect(await opening({}, false, 'sheet cie', 'typing')).toBe('typing')
  expect(await opening({}, false, 'sheet residenza', 'typing')).toBe('reading')
  expect(await opening({}, false, null, 'typing')).toBe('typing')
})
