// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { HandOverTargets } from '@/lib/switchboard/hand-over-targets.ts'
import { offerId, officeId, operatorId, pageEpoch } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/desk.json'
import { offerCommands } from './offer-commands.ts'
import { TransferKey } from './transfer-key.tsx'

const targets: HandOverTargets = {
  colleagues: [
    { id: operatorId('b'), displayName: 'Bruno', officeName: 'URP', state: 'free', isAble: true },
    { id: operatorId('c'), displayName: 'Chiara', officeName: 'URP', state: 'busy', isAble: true },
    { id: operatorId('d'), displayName: 'Dario', officeName: 'URP', state: 'away', isAble: true },
  ],
  offices: [{ id: officeId('tributi'), name: 'Tributi', onDuty: 1 }],
  services: [],
}

let root: Root
let posted: { command: string; body: unknown }[]
let answer: () => Response

beforeEach(async () => {
  posted = []
  answer = () => Response.json({})
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    posted.push({ command: url.split('/').at(-1) ?? '', body: JSON.parse(body) })
    return answer()
  })
  root = openRoot()
  const offer = offerCommands(offerId('call.1'), pageEpoch(3), null, () => {})
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }}>
        <TransferKey targets={targets} offer={offer} />
      </NextIntlClientProvider>,
    ),
  )
  await press('Trasferisci')
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

const key = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith(name))
const press = (name: string) => act(async () => key(name)?.click())
const choose = (name: string) =>
  act(async () =>
    [...document.querySelectorAll('label')]
      .find((one) => one.textContent.includes(name))
      ?.querySelector('input')
      ?.click(),
  )

it('sends nothing before somebody is chosen', async () => {
  await press('Passa subito')
  await press('Chiedi prima')
  expect(posted).toEqual([])
  expect(document.body.textContent).toContain('Scegli a chi passare la chiamata')
})

it('asks first only who is free, and passes on also to who is busy', async () => {
  await choose('Chiara')
  await press('Chiedi prima')
  expect(posted).toEqual([])
  await press('Passa subito')
  await choose('Bruno')
  await press('Chiedi prima')
  expect(posted).toEqual([
    { command: 'transfer', body: { epoch: 3, to: { kind: 'operator', operatorId: 'c' }, note: '' } },
    { command: 'consult', body: { epoch: 3, to: 'b', note: '' } },
  ])
})

it('offers nothing with who is away, and says so', async () => {
  await choose('Dario')
  expect(key('Passa subito')?.getAttribute('aria-disabled')).toBe('true')
  expect(document.body.textContent).toContain('nessuno può rispondere')
})

it('says in words why a colleague could not be asked, and stays open', async () => {
  answer = () => Response.json({ refusal: 'target-busy' }, { status: 409 })
  await choose('Bruno')
  await press('Chiedi prima')
  await vi.waitFor(() => expect(document.body.textContent).toContain('si è appena occupato'))
  expect(key('Annulla')).toBeDefined()
})
