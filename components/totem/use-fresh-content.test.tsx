// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import type { ReadContent } from './offline/keep-fresh.ts'
import { useFreshContent } from './use-fresh-content.ts'

const EMPTY = { topics: [], moreTopics: [], sheets: [], offices: [], totems: [], lifeEvents: [], notices: [] }
const GIVEN: ReadContent = {
  content: { it: EMPTY, en: EMPTY },
  readAt: 1,
  hardware: { ...USUAL_HARDWARE, readingSeconds: 90 },
}

let root: Root

function Probe({ isQuiet }: { isQuiet: boolean }) {
  return <p>{useFreshContent('padova-149', 'a', GIVEN, isQuiet).readAt}</p>
}

const show = (isQuiet: boolean) => act(async () => root.render(<Probe isQuiet={isQuiet} />))
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const touch = () => act(async () => window.dispatchEvent(new Event('pointerdown')))
const isFresh = () => document.body.textContent === '2'

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async () => Response.json({ ...GIVEN, build: 'a', readAt: 2 }))
  root = openRoot()
  await show(true)
  await pass(4_000)
  await act(async () => import('./offline/keep-fresh.ts'))
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('changes nothing under somebody who reads home, for as long as this totem gives a reader', async () => {
  await pass(299_000)
  await touch()
  await pass(88_000)
  expect(isFresh()).toBe(false)
  await pass(30_000)
  expect(isFresh()).toBe(true)
})

it('changes nothing while a page is a visitor’s, however long they touch nothing', async () => {
  await show(false)
  await pass(20 * 60_000)
  expect(isFresh()).toBe(false)
  await show(true)
  await pass(30_000)
  expect(isFresh()).toBe(true)
})
