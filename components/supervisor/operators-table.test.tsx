// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { Intent } from '@/lib/switchboard/board.ts'
import { operatorId } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/supervisor.json'
import { OperatorsTable } from './operators-table.tsx'

let root: Root

const show = (intent: Intent) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ supervisor: italian }}>
        <OperatorsTable
          operators={[
            {
              id: operatorId('anna'),
              displayName: 'Anna',
              officeName: 'URP',
              intent,
              isPresent: true,
              work: 'idle',
            },
          ]}
        />
      </NextIntlClientProvider>,
    ),
  )
const list = () => document.querySelector('select')
const choose = (wanted: Intent) =>
  act(async () => {
    const select = list()
    if (!select) throw new Error('no list')
    select.value = wanted
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
const trouble = () => document.querySelector('[role=alert]')?.textContent

beforeEach(async () => {
  root = openRoot()
  await show('available')
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

it('leaves whoever works by keyboard on the list in which they chose', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
  const select = list()
  select?.focus()
  await choose('on_break')
  await show('on_break')
  expect(list()?.value).toBe('on_break')
  expect(document.activeElement).toBe(select)
})

it('says why a choice came to nothing, until the state is another', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ refusal: 'intent-changed' }, { status: 409 }))
  await choose('off_duty')
  expect(list()?.value).toBe('available')
  expect(trouble()).toBe(italian.refusals['intent-changed'])
  await show('on_break')
  expect(trouble()).toBeUndefined()
})
