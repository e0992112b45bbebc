// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import italian from '@/messages/it/totem.json'
import { sceneIn } from '../gallery/sample-scene.ts'
import { MONDAY_1042, totemShowing } from '../sample-views.ts'
import type { TotemAction } from '../totem-state.ts'
import { Voice } from '../voice/voice.tsx'
import { CallbackForm } from './callback-form.tsx'

const FROM = MONDAY_1042 + 3_600_000
const UNTIL = FROM + 7_200_000

let root: Root
let posts: { path: string; key: string | null; body: Record<string, unknown> }[]
let answers: Record<string, () => Response>
const dispatch = vi.fn<(action: TotemAction) => void>()
const sayStillHere = vi.fn<() => void>()

beforeEach(() => {
  posts = []
  answers = {}
  dispatch.mockClear()
  vi.stubGlobal(
    'fetch',
    async (url: string, init: { method?: string; headers?: HeadersInit; body?: string } = {}) => {
      const path = url.split('?')[0] ?? url
      if (init.method !== 'POST')
        return Response.json({ windows: [{ from: FROM, until: UNTIL }, { from: 'x' }] })
      posts.push({
        path,
        key: new Headers(init.headers).get('idempotency-key'),
        body: JSON.parse(init.body ?? '{}'),
      })
      return answers[path]?.() ?? Response.json({ callId: 'back' }, { status: 201 })
    },
  )
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

const open = (callId: string | null, locale: Locale = 'it') => {
  const scene = sceneIn(locale, italian, { view: totemShowing(null), dispatch, sayStillHere })
  return act(async () => root.render(<CallbackForm scene={scene} service="cie" callId={callId} />))
}
it.each([
  [48, 'Lo cancelliamo 48 ore dopo.'],
  [1, 'Lo cancelliamo 1 ora dopo.'],
  [0, 'Lo cancelliamo subito dopo.'],
])('says how long this body keeps the number: %i hours', async (callbackHours, said) => {
  const scene = {
    ...sceneIn('it', italian, { view: totemShowing(null) }),
    kept: { callbackHours, logDays: 30 },
  }
  await act(async () => root.render(<CallbackForm scene={scene} service="cie" callId={null} />))
  expect(document.querySelector('header')?.textContent).toContain(said)
})

const keys = () => [...document.querySelectorAll('button')]
const key = (name: string) => {
  const found = keys().find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name)
  if (!found) throw new Error(`no key ${name}`)
  return found
}
const touch = (name: string) => act(async () => key(name).click())
const dial = async (number: string) => {
  for (const digit of number) await touch(digit)
}
const say = italian.callback

it('[SW-120] takes a number, a time and no reason out of a call that waits', async () => {
  await open('call')
  await dial('3381234567')
  await touch(say.next)
  const [, window] = document.querySelectorAll<HTMLInputElement>('input[type=radio]')
  await act(async () => window?.click())
  await touch(say.next)
  await touch(say.confirm)
  expect(posts).toMatchObject([
    {
      path: '/api/calls/call/callback',
      body: { epoch: 1, phone: '3381234567', reason: '', window: { from: FROM, until: UNTIL } },
    },
  ])
  expect(dispatch).toHaveBeenCalledWith({
    type: 'opened',
    page: { kind: 'promised', window: { from: FROM, until: UNTIL } },
  })
})

it('sends once, however fast it is touched again', async () => {
  await open(null)
  await dial('059203120')
  await touch(say.next)
  await touch(say.next)
  const confirm = key(say.confirm)
  await act(async () => {
    confirm.click()
    confirm.click()
  })
  const sent = new Set(posts.map((post) => post.key))
  expect(sent.size).toBe(1)
  expect(posts[0]).toMatchObject({
    path: '/api/callbacks',
    body: { service: 'cie', needs: { language: 'it' } },
  })
})

it('asks for an operator who speaks Italian where Easy Italian is read', async () => {
  await open(null, 'it-facile')
  await dial('059203120')
  await touch(say.next)
  await touch(say.next)
  await touch(say.confirm)
  expect(posts[0]).toMatchObject({ body: { needs: { language: 'it' } } })
})

it('keeps the focus on the key that sends, so that it can send again', async () => {
  await open(null)
  await dial('059203120')
  await touch(say.next)
  await touch(say.next)
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  await touch(say.confirm)
  expect(key(say.sending).disabled).toBe(false)
})

it.each(['call-unknown', 'call-over'])(
  'asks anew where the call has no place to give: %s',
  async (refusal) => {
    answers['/api/calls/call/callback'] = () => Response.json({ refusal }, { status: 409 })
    await open('call')
    await dial('3381234567')
    await touch(say.next)
    await touch(say.next)
    await touch(say.confirm)
    expect(posts.map(({ path }) => path)).toEqual(['/api/calls/call/callback', '/api/callbacks'])
    expect(posts[0]?.key).not.toBe(posts[1]?.key)
    expect(dispatch).toHaveBeenCalledTimes(1)
  },
)

it('leads back to the number that cannot be called, and says why', async () => {
  answers['/api/callbacks'] = () => Response.json({ refusal: 'phone-invalid' }, { status: 409 })
  await open(null)
  await dial('899123456')
  await touch(say.next)
  await touch(say.next)
  await touch(say.confirm)
  expect(document.querySelector('h1')?.textContent).toBe(say.phoneTitle)
  expect(document.querySelector('[role=alert]')?.textContent).toBe(say.troubles['phone-invalid'])
  await touch('1')
  expect(document.querySelector('[role=alert]')?.textContent).toBe('')
})

it.each(['callbacks-full', 'call-unknown', 'anything else'])(
  'gives the number to call where none can be left: %s',
  async (refusal) => {
    answers['/api/callbacks'] = () => Response.json({ refusal }, { status: 409 })
    await open(null)
    await dial('3381234567')
    await touch(say.next)
    await touch(say.next)
    await touch(say.confirm)
    expect(document.querySelector('[role=alert]')?.textContent).toMatch(/ Al telefono: 059 20312$/)
  },
)

it('does not go on without a number that could be one, and turns back at the first step', async () => {
  await open('call')
  await dial('12345')
  expect(key(say.next).getAttribute('aria-disabled')).toBe('true')
  await touch(say.next)
  expect(document.querySelector('h1')?.textContent).toBe(say.phoneTitle)
  await touch(say.cancel)
  expect(dispatch).toHaveBeenCalledWith({ type: 'wentBack' })
  expect(posts).toEqual([])
})

describe('with the voice', () => {
  let said: string[]
  const press = (key: string) =>
    act(async () => {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    })
  const field = () => document.querySelector<HTMLInputElement>('input[type=tel]')

  beforeEach(async () => {
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
      getVoices: () => [{ lang: 'it', localService: true }],
      speak: ({ text }: { text: string }) => said.push(text),
      cancel: () => undefined,
    })
    const scene = sceneIn('it', italian, { view: totemShowing(null), dispatch })
    await act(async () =>
      root.render(
        <main>
          <CallbackForm scene={scene} service="cie" callId={null} />
          <Voice words={italian} language="it" />
        </main>,
      ),
    )
  })

  it('takes the digits of a keypad wherever the focus is, and says how many there are', async () => {
    expect(document.activeElement).toBe(document.querySelector('h1'))
    said = []
    await press('5')
    expect(field()?.value).toBe('5')
    expect(document.activeElement).toBe(field())
    expect(said.at(-1)).toBe('Cifre scritte: 1')
    await act(async () => key('7').focus())
    await press('0')
    expect(field()?.value).toBe('50')
    await act(async () => key('7').focus())
    await press('Backspace')
    expect(field()?.value).toBe('5')
    expect(said.at(-1)).toBe('Cifre scritte: 1')
  })

  it('says how many digits are typed, and the number only at Enter on it', async () => {
    await dial('3381234567')
    await act(async () => field()?.focus())
    expect(said.at(-1)).toContain('Cifre scritte: 10')
    await touch(say.next)
    await touch(say.next)
    await press('0')
    expect(said.at(-1)).toContain('Cifre scritte: 10')
    expect(said.join(' ')).not.toMatch(/3\s*3\s*8/)
    await touch(italian.bar.back)
    await touch(italian.bar.back)
    await act(async () => field()?.focus())
    await press('Enter')
    expect(said.at(-1)).toBe('3 3 8 1 2 3 4 5 6 7')
  })

  it('says the reason only with the whole screen', async () => {
    await dial('3381234567')
    await touch(say.next)
    await touch(say.next)
    const reason = document.querySelector('textarea')
    const type = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    await act(async () => {
      type?.call(reason, 'Separazione')
      reason?.dispatchEvent(new Event('input', { bubbles: true }))
    })
    said = []
    await act(async () => reason?.focus())
    expect(said.join(' ')).toContain(italian.voice.askText)
    expect(said.join(' ')).not.toContain('Separazione')
    await press('ArrowUp')
    expect(said.join(' ')).not.toContain('Separazione')
    await press('0')
    expect(said.join(' ')).toContain('Separazione')
  })
})
