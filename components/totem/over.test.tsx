// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { sceneIn } from './gallery/sample-scene.ts'
import { Over } from './over.tsx'
import { callIn, totemShowing } from './sample-views.ts'
import type { Scene } from './scene.tsx'
import type { Screen } from './screen.ts'
import { NEW_VISITOR, type TotemState } from './totem-state.ts'
import type { Totem } from './use-totem.ts'
import { WORDS_IN } from './use-words.ts'

const HOME: Screen = { kind: 'page', page: { kind: 'home' } }
const OFFICES: Screen = { kind: 'page', page: { kind: 'offices' } }

let root: Root
let finished: number

interface Shown {
  screen?: Screen
  state?: Partial<TotemState>
  totem?: Partial<Totem>
}

const over = ({ screen = HOME, state, totem }: Shown) => {
  const still: Scene = sceneIn('it', italian)
  const scene: Scene = {
    ...still,
    totem: { ...still.totem, finish: () => finished++, ...totem, state: { ...NEW_VISITOR, ...state } },
  }
  return <Over scene={scene} screen={screen} />
}
const show = (shown: Shown = {}) => act(async () => root.render(over(shown)))
/** What is fetched meanwhile is there at the end of it. */
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
    await Promise.all([
      import('./attract/attract-loop.tsx'),
      ...Object.values(WORDS_IN).map((load) => load()),
    ])
  })
const loop = () => document.querySelector<HTMLElement>('dialog.attract')
const fire = (event: Event) => act(async () => loop()?.dispatchEvent(event))

beforeEach(() => {
  vi.useFakeTimers()
  finished = 0
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it('shows what can be done here once home has been quiet for a minute, and not before', async () => {
  await show()
  await pass(59_900)
  expect(loop()).toBeNull()
  await pass(200)
  expect(loop()?.textContent).toContain('Qui il Comune ti aiuta')
  expect(loop()?.textContent).toContain('Rispondiamo subito')
})

it('says the same in every language, one after the other, each marked as what it is', async () => {
  await show()
  await pass(60_100)
  const said = new Set<string>()
  for (let turn = 0; turn < 16; turn++) {
    await pass(6_000)
    const board = loop()?.querySelector('[lang]')
    said.add(`${board?.getAttribute('lang')} ${board?.getAttribute('dir')}`)
  }
  expect([...said]).toEqual(['it ltr', 'en ltr', 'ro ltr', 'fr ltr', 'ar rtl', 'uk ltr', 'sq ltr'])
})

it('stays in front of the finger that touches it, and is gone with the click that comes of it', async () => {
  await show()
  await pass(60_100)
  await fire(new PointerEvent('pointerdown', { bubbles: true }))
  expect(loop()?.dataset.touched).toBe('true')
  await fire(new PointerEvent('pointerup', { bubbles: true }))
  expect(loop(), 'a click may still come').not.toBeNull()
  await fire(new MouseEvent('click', { bubbles: true }))
  expect(loop()).toBeNull()
})

it('is gone after a finger that slid, of which no click comes', async () => {
  await show()
  await pass(60_100)
  await fire(new PointerEvent('pointerdown', { bubbles: true }))
  await fire(new PointerEvent('pointercancel', { bubbles: true }))
  await pass(500)
  expect(loop()).toBeNull()
})

it('is gone at any key, which does nothing else; the one that starts the voice still does', async () => {
  for (const [key, isPassedOn] of [
    ['Enter', false],
    ['Tab', false],
    ['*', true],
  ] as const) {
    await show()
    await pass(60_100)
    const heard = vi.fn<(event: Event) => void>()
    window.addEventListener('keydown', heard)
    await fire(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    window.removeEventListener('keydown', heard)
    expect(loop(), key).toBeNull()
    expect(heard.mock.calls.length > 0, key).toBe(isPassedOn)
  }
})

it('comes back after the next quiet minute', async () => {
  await show()
  await pass(60_100)
  await fire(new MouseEvent('click', { bubbles: true }))
  await pass(59_000)
  expect(loop()).toBeNull()
  await pass(1_100)
  expect(loop()).not.toBeNull()
})

it.each<[string, Shown]>([
  ['a page that is read', { screen: OFFICES, state: { trail: [{ kind: 'home' }, { kind: 'offices' }] } }],
  ['home in a language that somebody chose', { state: { locale: 'ar' } }],
  ['home in a mode that somebody chose', { state: { modes: ['large'] } }],
  ['the list of modes', { state: { choosesModes: true } }],
  ['a wait', { screen: { kind: 'wait', service: 'urp', call: null } }],
  [
    'the end of a call',
    {
      screen: { kind: 'thanks', call: callIn({ kind: 'over', outcome: { kind: 'completed' } as never }) },
    },
  ],
])('never comes over %s', async (_, shown) => {
  await show(shown)
  await pass(80_000)
  expect(loop()).toBeNull()
})

it('comes at once when nobody has answered whether they are still there', async () => {
  const reading: Shown = { screen: OFFICES, state: { trail: [{ kind: 'home' }, { kind: 'offices' }] } }
  await show(reading)
  await pass(60_100)
  await pass(31_000)
  expect(finished).toBe(1)
  await show()
  await pass(0)
  expect(loop()).not.toBeNull()
  await fire(new MouseEvent('click', { bubbles: true }))
  await pass(30_000)
  expect(loop(), 'somebody is there again').toBeNull()
})

it('says honestly that it is closed or out of service, and which number to dial', async () => {
  const closed = { kind: 'no', why: 'totem-out-of-service', nextSteps: { opensAt: null } as never } as const
  await show({ totem: { view: totemShowing(null, { callable: { urp: closed } }) } })
  await pass(60_100)
  expect(loop()?.textContent).toContain('Su questo totem il video non è attivo')
  expect(loop()?.textContent).toContain('Al telefono: 059')
  await show({ totem: { link: 'stale' } })
  expect(loop()?.textContent).toContain('Video senza collegamento')
  expect(loop()?.textContent).not.toContain('Rispondiamo subito')
})

it('says at the door of the staff what it waits for and leads back, while the door has not come', () => {
  const dispatch = vi.fn<Totem['dispatch']>()
  const page = { kind: 'staff' } as const
  const shown: Shown = {
    screen: { kind: 'page', page },
    state: { trail: [{ kind: 'home' }, page] },
    totem: { dispatch, link: 'down' },
  }
  act(() => root.render(over(shown)))
  expect(document.querySelector('h1')?.textContent).toBe('Assistenza al totem')
  expect(document.querySelector('[role="status"]')?.textContent).toContain('Controlla il collegamento')
  document.querySelector<HTMLElement>('[data-way="back"]')?.click()
  expect(dispatch).toHaveBeenCalledWith({ type: 'wentBack' })
})
