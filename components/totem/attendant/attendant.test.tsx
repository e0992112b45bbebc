// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { sceneIn } from '../gallery/sample-scene.ts'
import { isHeldStill } from '../offline/hold-still.ts'
import { Over } from '../over.tsx'
import { ANNA, callIn } from '../sample-views.ts'
import type { Screen } from '../screen.ts'
import { NEW_VISITOR, nextState, type TotemAction, type TotemState } from '../totem-state.ts'

const VOICE = { lang: 'it-IT', localService: true }

const AT_DOOR: TotemState = {
  ...NEW_VISITOR,
  trail: [{ kind: 'home' }, { kind: 'offices' }, { kind: 'staff' }],
}

let root: Root
let state: TotemState
let screen: Screen | null
let finished: number
let homes: number
let posted: { path: string; body: unknown }[]
let answers: Record<string, () => Response | Promise<Response>>

const paint = () => {
  const still = sceneIn('it', italian)
  const page = state.trail.at(-1) ?? { kind: 'home' }
  const shown: Screen =
    screen ??
    (page.kind === 'placing' || page.kind === 'trouble' ? { kind: 'replaced' } : { kind: 'page', page })
  const totem = {
    ...still.totem,
    state,
    screen: shown,
    finish: () => finished++,
    goHome() {
      homes++
      state = nextState(state, { type: 'opened', page: { kind: 'home' } })
    },
    dispatch(action: TotemAction) {
      state = nextState(state, action)
    },
  }
  return act(async () => root.render(<Over scene={{ ...still, totem }} screen={shown} />))
}
const settle = () =>
  act(async () => {
    await import('./attendant.tsx')
    await vi.advanceTimersByTimeAsync(0)
  })
const key = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  )
const press = async (name: string) => {
  await act(async () => key(name)?.click())
  await settle()
  await paint()
}
const type = async (pin: string) => {
  for (const digit of pin) await press(digit)
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const bar = () => document.querySelector('.attendant-bar')
const says = () => document.body.textContent

beforeEach(async () => {
  vi.useFakeTimers()
  state = AT_DOOR
  screen = null
  finished = 0
  homes = 0
  posted = []
  answers = {
    '/api/totem/attendance': () => Response.json({ token: 't', quietSeconds: 300 }, { status: 201 }),
    '/api/totem/attendance/stay': () =>
      Response.json({ version: '1.2.3', onDuty: [{ name: 'Anna', officeName: 'URP', state: 'free' }] }),
  }
  vi.stubGlobal('fetch', async (url: string, { body }: { body?: string }) => {
    const path = url.split('?')[0] ?? url
    if (body !== undefined) posted.push({ path, body: JSON.parse(body) })
    return answers[path]?.() ?? new Response(null, { status: 204 })
  })
  root = openRoot()
  await paint()
  await settle()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const comeIn = async () => {
  await type('240617')
  await press('Entra')
}
const left = () => posted.filter(({ path }) => path.endsWith('/leave')).length

describe('the door', () => {
  it('opens for the PIN, back on the page that the visitor was reading', async () => {
    await comeIn()
    expect(posted[0]).toEqual({ path: '/api/totem/attendance', body: { pin: '240617' } })
    expect(bar()).not.toBeNull()
    expect(state.trail.map(({ kind }) => kind)).toEqual(['home', 'offices'])
  })

  it('stays shut for whoever has turned away before the answer came', async () => {
    let answer: (response: Response) => void = () => undefined
    answers['/api/totem/attendance'] = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    await comeIn()
    await press('Annulla')
    await act(async () => answer(Response.json({ token: 't', quietSeconds: 300 }, { status: 201 })))
    await settle()
    await paint()
    expect(bar()).toBeNull()
    expect(state.trail.map(({ kind }) => kind)).toEqual(['home', 'offices'])
    expect(left()).toBe(1)
  })

  it.each([
    [() => Response.json({ refusal: 'pin-wrong' }, { status: 409 }), 'Il PIN non è giusto.'],
    [() => Response.json({ refusal: 'pin-unset' }, { status: 409 }), 'Lo imposta il tecnico.'],
    [() => Response.json({ error: 'too-often' }, { status: 429 }), 'Troppi tentativi.'],
    [() => Response.json({ error: 'fault' }, { status: 500 }), 'Nessuna risposta.'],
  ])('says why it stays shut, and forgets what was typed', async (answer, words) => {
    answers['/api/totem/attendance'] = answer
    await comeIn()
    expect(says()).toContain(words)
    expect(bar()).toBeNull()
    expect(document.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Cifre scritte: 0')
  })

  it('shows dots and takes eight digits at most', async () => {
    await type('1234567890')
    expect(document.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Cifre scritte: 8')
    expect(document.querySelector('[role="img"]')?.textContent).toBe('')
  })

  it('is opened by a keyboard alone: digits, Enter, and again after a wrong PIN', async () => {
    answers['/api/totem/attendance'] = () => Response.json({ refusal: 'pin-wrong' }, { status: 409 })
    const byKeyboard = async (pin: string) => {
      for (const digit of pin) {
        await act(async () =>
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: digit, bubbles: true })),
        )
      }
      const focused = document.activeElement
      // As browsers do at Enter: a disabled key does nothing.
      await act(async () => focused instanceof HTMLButtonElement && focused.click())
      expect(focused?.hasAttribute('disabled')).toBe(false)
      await settle()
    }
    await act(async () => key('1')?.focus())
    await byKeyboard('240617')
    await byKeyboard('240618')
    const pins = posted.filter(({ path }) => path === '/api/totem/attendance').map(({ body }) => body)
    expect(pins).toEqual([{ pin: '240617' }, { pin: '240618' }])
  })

  it('is asked only once by two quick touches', async () => {
    await type('240617')
    await act(async () => {
      key('Entra')?.click()
      key('Entra')?.click()
    })
    expect(posted.filter(({ path }) => path === '/api/totem/attendance')).toHaveLength(1)
  })
})

describe('while it is on', () => {
  beforeEach(comeIn)

  it('nothing changes beneath whoever helps, and again once it is over', async () => {
    expect(isHeldStill()).toBe(true)
    await press('Termina assistenza')
    expect(isHeldStill()).toBe(false)
  })

  it('nobody is asked whether they are still there, and it ends after five minutes without a touch', async () => {
    for (let minute = 0; minute < 10; minute++) {
      await pass(60_000)
      await act(async () => window.dispatchEvent(new Event('pointerdown')))
    }
    expect(document.querySelector('dialog')).toBeNull()
    expect(finished).toBe(0)
    await pass(299_000)
    expect(bar()).not.toBeNull()
    await pass(2_000)
    expect(bar()).toBeNull()
    expect([finished, left()]).toEqual([1, 1])
  })

  it('ends with one key, and nothing of the visit stays', async () => {
    await press('Termina assistenza')
    expect(bar()).toBeNull()
    expect([finished, left()]).toEqual([1, 1])
  })

  it.each<Screen>([
    { kind: 'wait', service: 'urp', call: null },
    { kind: 'thanks', call: callIn({ kind: 'over', outcome: { kind: 'ended', by: 'desk' } }) },
  ])('leads home from what bars the way, too: $kind', async (barring) => {
    screen = barring
    await paint()
    await press('Inizio')
    expect(homes).toBe(1)
  })

  it('leads home from no talk', async () => {
    const phase = { kind: 'connecting', operator: ANNA, lost: { totem: null, desk: null } } as const
    screen = { kind: 'call', call: callIn(phase), phase }
    await paint()
    expect(key('Inizio')?.hasAttribute('disabled')).toBe(true)
  })

  it('ends without ending a call', async () => {
    screen = { kind: 'wait', service: 'urp', call: null }
    await paint()
    await press('Termina assistenza')
    expect(bar()).toBeNull()
    expect(finished).toBe(0)
  })

  it('ends when the server says that it is over', async () => {
    answers['/api/totem/attendance/stay'] = () =>
      Response.json({ refusal: 'attendance-over' }, { status: 409 })
    await pass(31_000)
    await act(async () => window.dispatchEvent(new Event('pointerdown')))
    await settle()
    expect(bar()).toBeNull()
    expect(finished).toBe(1)
  })

  it('goes back through the pages and forward again, until somebody goes another way', async () => {
    await press('Indietro')
    expect(state.trail.map(({ kind }) => kind)).toEqual(['home'])
    await press('Avanti')
    expect(state.trail.map(({ kind }) => kind)).toEqual(['home', 'offices'])
    await press('Indietro')
    state = nextState(state, { type: 'opened', page: { kind: 'notices' } })
    await paint()
    expect(key('Avanti')?.getAttribute('aria-disabled')).toBe('true')
  })

  it('says who is on duty, and what this totem is', async () => {
    await press('Strumenti')
    expect(says()).toContain('Anna, URP: libero')
    expect(says()).toContain('1.2.3')
    expect(says()).toContain('padova-149')
    expect(says()).toContain('Collegato')
  })

  it('says which languages no voice of the machine speaks, and whether the page’s own can', async () => {
    vi.stubGlobal('speechSynthesis', Object.assign(new EventTarget(), { getVoices: () => [VOICE] }))
    answers['/api/totem/speech/voices'] = () => new Response(null, { status: 503 })
    await press('Strumenti')
    expect(says()).toContain('nessuna per: English, Română, Français, العربية, Українська, Shqip.')
    answers['/api/totem/speech/voices'] = () => new Response(null)
    await act(async () => speechSynthesis.dispatchEvent(new Event('voiceschanged')))
    await settle()
    expect(says()).toContain('quella della pagina per: English')
  })
})
