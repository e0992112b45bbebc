// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { callId, epochMs } from '@/lib/switchboard/ids.ts'
import type { SupervisionView } from '@/lib/switchboard/views.ts'
import type { WallCall, WallView } from '@/lib/switchboard/wall-view.ts'
import italian from '@/messages/it/supervisor.json'
import { Supervisor } from './supervisor.tsx'

let root: Root
let streams: Map<string, FakeStream>

class FakeStream {
  onmessage: ((message: { data: string }) => void) | null = null
  constructor(url: string) {
    streams.set(url, this)
  }
  addEventListener() {}
  close() {}
}

const tell = (url: string, view: WallView | SupervisionView) =>
  act(async () => streams.get(url)?.onmessage?.({ data: JSON.stringify(view) }))

const wall = (supervisor: WallCall['supervisor'], listeningAllowed = true, isOver = false) =>
  tell('/api/supervisor/stream', {
    audience: 'wall',
    serverNow: epochMs(1_000_000),
    bodyName: 'Comune di Modena',
    listeningAllowed,
    calls: isOver ? [] : [{ ...CALL, supervisor }],
    operators: [],
  })
const CALL: WallCall = {
  id: callId('a'),
  totemName: 'Totem di via Padova 149',
  serviceTitle: 'Carta d’identità',
  isCallback: false,
  state: 'in_call',
  since: epochMs(990_000),
  operators: ['Anna'],
  isOnHold: false,
  supervisor: null,
}
const visit = (as: 'listening' | 'third' | null) =>
  tell('/api/supervisor/calls/a/stream', {
    audience: 'supervision',
    serverNow: epochMs(1_000_000),
    call: as && {
      id: callId('a'),
      as,
      totemName: 'Totem di via Padova 149',
      serviceTitle: 'Carta d’identità',
      room: { name: 'call-a', media: 'opening' },
      identity: 'l-a',
      visitorIdentity: 't-a',
      operators: [],
      guests: [],
      isSigned: false,
      isOnHold: false,
    },
  })
const you = (as: 'listening' | 'third') => ({ displayName: 'Sofia', as, isYou: true })

const key = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name)
/** As a keyboard does. */
const press = (name: string) =>
  act(async () => {
    key(name)?.focus()
    key(name)?.click()
  })
/** What comes after a change has had its turn. */
const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)))
const panel = () => document.querySelector(`section[aria-label="${italian.visit.title}"]`)
const focused = () => document.activeElement

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeStream)
  vi.stubGlobal('fetch', async () => Response.json({}))
  streams = new Map()
  root = openRoot()
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ supervisor: italian }}>
        <Supervisor person="Sofia" />
      </NextIntlClientProvider>,
    ),
  )
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it.each([true, false])(
  'takes whoever works by keyboard into the call that they ask for, and back to its keys (listening: %s)',
  async (listeningAllowed) => {
    const [ask, as] = listeningAllowed
      ? ([italian.calls.listen, 'listening'] as const)
      : ([italian.calls.enter, 'third'] as const)
    await wall(null, listeningAllowed)
    expect(focused(), 'nothing is taken from the page').toBe(document.body)
    await press(ask)
    // The wallboard may know of it first.
    await wall(you(as), listeningAllowed)
    await visit(as)
    expect(focused()).toBe(panel())
    await press(italian.visit.leave)
    expect(panel()).toBeNull()
    expect(focused()?.textContent).toBe(italian.calls.again)
    await wall(null, listeningAllowed)
    expect(focused()?.textContent).toBe(ask)
  },
)

it('keeps whoever turns from a listener into a third in the call', async () => {
  await wall(null)
  await press(italian.calls.listen)
  await visit('listening')
  await press(italian.visit.enter)
  await visit('third')
  await settled()
  expect(focused()).toBe(panel())
  const says = document.getElementById(panel()?.getAttribute('aria-describedby') ?? '')
  expect(says?.textContent, 'nothing leaves before the room is open').toBe(
    `Sei nella chiamata: Totem di via Padova 149. ${italian.visit.neither}`,
  )
})

it('lets a listener read what is typed, and whoever joined type too', async () => {
  const field = () => document.querySelector('textarea')?.getAttribute('aria-label') ?? null
  const log = () => document.querySelector('[role="log"]')?.getAttribute('aria-label')
  await wall(null)
  await press(italian.calls.listen)
  await visit('listening')
  await press(italian.visit.text.read)
  expect([log(), field()]).toEqual([italian.visit.text.log, null])
  expect(panel()?.textContent).toContain(italian.visit.text.readOnly)
  await press(italian.visit.enter)
  await visit('third')
  expect([log(), field()]).toEqual([italian.visit.text.log, italian.visit.text.field])
  await press(italian.visit.text.close)
  expect(log()).toBeUndefined()
  expect(key(italian.visit.text.write)?.getAttribute('aria-expanded')).toBe('false')
})

it('is at the page’s heading when the call that somebody was in is over', async () => {
  await wall(null)
  await press(italian.calls.listen)
  await visit('listening')
  const status = document.querySelector('main > [role="status"]')
  expect(status?.textContent).toBe('')
  await visit(null)
  expect(status?.textContent, 'told where nothing stood before').toContain(italian.visitOver)
  await wall(null, true, true)
  await settled()
  expect(focused()).toBe(document.querySelector('h1'))
})
