// @vitest-environment happy-dom
import { act, useReducer } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import englishText from '@/messages/en/privacy.json'
import english from '@/messages/en/totem.json'
import italianText from '@/messages/it/privacy.json'
import italian from '@/messages/it/totem.json'
import ukrainian from '@/messages/uk/totem.json'
import { sceneIn } from '../gallery/sample-scene.ts'
import { screenFor } from '../screen.ts'
import { ScreenOf } from '../screen-of.tsx'
import { NEW_VISITOR, nextState } from '../totem-state.ts'
import { parseWords, type Words } from '../words.ts'

let root: Root
beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

/** A visitor who is about to call. */
function AtNotice({ locale, words }: { locale: Locale; words: Words }) {
  const [state, dispatch] = useReducer(nextState, {
    ...NEW_VISITOR,
    locale,
    trail: [{ kind: 'home' }, { kind: 'notice', service: 'cie' }],
  })
  const still = sceneIn(locale, words)
  const screen = screenFor(state, still.totem.view, 'up')
  const scene = { ...still, totem: { ...still.totem, state, screen, dispatch } }
  return <ScreenOf scene={scene} screen={screen} callScreens={null} />
}

const keyNamed = (name: string) =>
  [...document.querySelectorAll('button')].find((key) => key.textContent?.trim() === name)
const touch = (name: string) => act(async () => keyNamed(name)?.click())
const text = () => document.body.textContent ?? ''

async function readAll(locale: Locale, words: Words) {
  await act(async () => root.render(<AtNotice locale={locale} words={words} />))
  await touch(words.notice.readAll)
  // The text comes late; by now it is the same module.
  await act(() => Promise.all([import('@/messages/it/privacy.json'), import('@/messages/en/privacy.json')]))
}

it('opens the whole notice, and leads back to the question', async () => {
  await readAll('it', italian)
  for (const { title } of Object.values(italianText.sections)) expect(text()).toContain(title)
  expect(text()).toContain('Il titolare è Comune di Modena.')
  expect(keyNamed(italian.stage.takeAlong)).toBeDefined()
  await touch(italian.bar.back)
  expect(keyNamed(italian.notice.start)).toBeDefined()
})

it('is whole in English, and elsewhere in Italian, which it says', async () => {
  await readAll('en', parseWords(english, italian))
  for (const { title } of Object.values(englishText.sections)) expect(text()).toContain(title)
  await act(async () => root.render(null))
  const words = parseWords(ukrainian, italian)
  await readAll('uk', words)
  expect(text()).toContain(words.bar.italianOnly)
  const heading = [...document.querySelectorAll('h2')].find((one) =>
    one.textContent.includes(italianText.sections.rights.title),
  )
  expect(heading?.closest('[lang]')?.getAttribute('lang')).toBe('it')
})

it('offers sign language before the call, and says that it was chosen', async () => {
  await act(async () => root.render(<AtNotice locale="it" words={italian} />))
  expect(text()).not.toContain(italian.notice.signs)
  expect(keyNamed(italian.modes.signs)?.getAttribute('aria-pressed')).toBe('false')
  await touch(italian.modes.signs)
  expect(text()).toContain(italian.notice.signs)
  expect(keyNamed(italian.modes.signs)?.getAttribute('aria-pressed')).toBe('true')
  await touch(italian.modes.signs)
  expect(text()).not.toContain(italian.notice.signs)
})
