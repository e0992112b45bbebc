// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import italian from '@/messages/it/totem.json'
import { sceneIn } from '../gallery/sample-scene.ts'
import { TakeAlongDialog } from '../phone/take-along-dialog.tsx'
import { Promised } from '../promised.tsx'
import { MONDAY_1042 } from '../sample-views.ts'

const later = { from: epochMs(MONDAY_1042 + 3_600_000), until: epochMs(MONDAY_1042 + 3 * 3_600_000) }
let root: Root
beforeEach(() => {
  root = openRoot()
})
afterEach(() => closeRoot(root))

const keyNamed = (name: string) =>
  [...document.querySelectorAll('button')].find((key) => key.textContent?.trim() === name)
const touch = (name: string) => act(async () => keyNamed(name)?.click())
const draw = (hasPrinter: boolean, when: typeof later | null) =>
  act(async () => root.render(<Promised scene={{ ...sceneIn('it', italian), hasPrinter }} window={when} />))

it('puts the time that was chosen into a phone’s calendar', async () => {
  await draw(false, later)
  await touch(italian.promise.entry)
  await act(async () => {
    expect(await import('../phone/take-along-dialog.tsx')).toMatchObject({ TakeAlongDialog })
  })
  expect(document.querySelector('dialog')?.open).toBe(true)
  expect(document.querySelector('dialog img')?.getAttribute('alt')).toBe('Codice QR per Ti telefoniamo noi.')
})

it('prints the day and the hours where there is a printer', async () => {
  await draw(true, later)
  window.print = () => undefined
  await touch(italian.promise.print)
  expect(document.querySelector('.paper')?.textContent).toContain('lunedì 23 novembre, 11:42–13:42')
})

it('has no time for a calendar where there is none, and no paper without a printer', async () => {
  await draw(false, null)
  expect(keyNamed(italian.promise.entry)).toBeUndefined()
  expect(keyNamed(italian.promise.print)).toBeUndefined()
})
