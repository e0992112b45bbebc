// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Line } from '@/components/call/text/conversation.ts'
import { TEXT_AT_REST, type TextTalk, type TextTalkState } from '@/components/call/text/text-state.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import english from '@/messages/en/desk.json'
import italian from '@/messages/it/desk.json'
import { NOTHING_NOTED, noteFrom, withNoted } from './noted-lines.ts'
import { TextPanel } from './text-panel.tsx'

const ME = { by: 'o-c.1', run: 'r1' }
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
let written: string[]

beforeEach(() => {
  written = []
  root = openRoot()
})

afterEach(() => closeRoot(root))

function show(
  more: Partial<TextTalkState>,
  noted = NOTHING_NOTED,
  locale: 'it' | 'en' = 'it',
  isOnHold = false,
) {
  const state = { ...TEXT_AT_REST, writer: ME, isHeard: true, ...more }
  const talk: TextTalk = {
    state: () => state,
    subscribe: () => () => {},
    write: (text) => written.push(text),
    append: () => {},
    erase: () => {},
    call: () => {},
  }
  let marked = noted
  const messages = { desk: locale === 'it' ? italian : english }
  return act(async () =>
    root.render(
      <NextIntlClientProvider locale={locale} messages={messages}>
        <TextPanel
          talk={talk}
          people={[]}
          isOnHold={isOnHold}
          noted={noted}
          onNote={(each) => {
            marked = withNoted(marked, each)
            written.push(noteFrom(marked))
          }}
        />
      </NextIntlClientProvider>,
    ),
  )
}

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === name || each.textContent === name,
  )

it('shows the visitor as they type, and names each side', async () => {
  const lines = [
    line('t-c', 'ho perso la ca', { isDone: false }),
    line('o-c.1', 'buongiorno'),
    line('o-c.0', 'sono Bruno'),
  ]
  await show({ conversation: { lines }, names: { 'o-c.0': 'Bruno' } })
  const rows = [...document.querySelectorAll('[role=log] li bdi')].map(({ textContent }) => textContent)
  expect(rows).toEqual(['ho perso la ca', 'buongiorno', 'sono Bruno'])
  const names = [...document.querySelectorAll('[role=log] li')].map(
    ({ textContent }) => textContent.split(':')[0],
  )
  expect(names).toEqual(['Cittadino', 'Tu', 'Bruno'])
})

it('puts a line into the note only when it is told to, and never one that is still being typed', async () => {
  const lines = [line('t-c', 'pratica 12'), line('t-c', 'e poi', { number: 1, isDone: false })]
  await show({ conversation: { lines } })
  expect(button('Nella nota: e poi')).toBeUndefined()
  expect(written).toEqual([])
  await act(async () => button('Nella nota: pratica 12')?.click())
  expect(written).toEqual(['Cittadino: pratica 12'])
})

it('answers with a phrase behind what was begun', async () => {
  await show({ draft: 'Sì.' })
  await act(async () => button('Un momento, controllo.')?.click())
  expect(written).toEqual(['Sì. Un momento, controllo.\n'])
})

it.each(['it', 'en'] as const)('says what went wrong, in %s', async (locale) => {
  const { text } = locale === 'it' ? italian : english
  await show({ isForgotten: true, earlier: { lines: [line('t-c', 'prima')] } }, NOTHING_NOTED, locale)
  expect(document.body.textContent).toContain(text.forgotten)
  expect(document.body.textContent).toContain('prima')
  await show({ isForgotten: true }, NOTHING_NOTED, locale)
  expect(document.body.textContent).toContain(text.forgottenBefore)
  for (const trouble of ['cut', 'tooFast'] as const) {
    await show({ trouble, isHeard: true }, NOTHING_NOTED, locale)
    expect(document.querySelector('[role=status]')?.textContent).toBe(text[trouble])
  }
  await show({ isHeard: false, trouble: 'cut' }, NOTHING_NOTED, locale)
  expect(document.querySelector('[role=status]')?.textContent).toBe(text.later)
})

it('says calmly that the visitor on hold reads later, and in red only what is wrong', async () => {
  const hint = () => document.querySelector('[role="status"]')
  await show({ isHeard: false }, NOTHING_NOTED, 'it', true)
  expect(hint()?.textContent).toContain('Il cittadino è in attesa')
  expect(hint()?.className).not.toContain('text-red')
  await show({ isHeard: false })
  expect(hint()?.textContent).toContain('Adesso nessuno ti legge')
  expect(hint()?.className).toContain('text-red')
  await show({ isHeard: false, trouble: 'tooFast' }, NOTHING_NOTED, 'it', true)
  expect(hint()?.className).toContain('text-red')
})
