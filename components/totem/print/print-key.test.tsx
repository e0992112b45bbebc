// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { PrintKey } from './print-key.tsx'

let root: Root
/** What stood on the sheet each time that something was printed. */
let printed: string[]
let frames: FrameRequestCallback[]

const frame = () =>
  act(async () => {
    for (const draw of frames.splice(0)) draw(0)
  })
const sheet = () => document.querySelector('.paper')?.textContent ?? null
const says = () => document.querySelector('[role="status"]')?.textContent
const touch = () => act(async () => document.querySelector('button')?.click())

beforeEach(async () => {
  vi.useFakeTimers()
  printed = []
  frames = []
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => frames.push(draw))
  vi.stubGlobal('cancelAnimationFrame', (at: number) => frames.splice(at - 1, 1))
  window.print = () => void printed.push(sheet() ?? '')
  root = openRoot()
  await act(async () =>
    root.render(
      <PrintKey words={italian} label="Stampa">
        Delega di Ada
      </PrintKey>,
    ),
  )
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('hands one sheet over, and takes it off the page', async () => {
  expect(says()).toBe('')
  await touch()
  expect(document.querySelector('button')?.disabled, 'it would lose the focus').toBe(false)
  expect(says()).toBe(italian.print.printing)
  await touch()
  await frame()
  expect(printed).toEqual(['Delega di Ada'])
  await act(async () => vi.advanceTimersByTime(5_000))
  expect(sheet()).toBeNull()
  expect(says()).toBe(italian.print.done)
})

it('prints no other sheet while one is being printed, whichever key is touched', async () => {
  const delegation = (
    <PrintKey key="delegation" words={italian} label="Delega">
      Delega di Ada
    </PrintKey>
  )
  const list = (
    <PrintKey key="list" words={italian} label="Lista">
      Che cosa portare
    </PrintKey>
  )
  await act(async () => root.render([delegation, list]))
  const [first, second] = document.querySelectorAll('button')
  await act(async () => first?.click())
  await frame()
  await act(async () => second?.click())
  await frame()
  expect(printed).toEqual(['Delega di Ada'])
  await act(async () => vi.advanceTimersByTime(5_000))
  await act(async () => second?.click())
  await frame()
  expect(printed).toEqual(['Delega di Ada', 'Che cosa portare'])
})

it('prints nothing of a visitor who has gone: neither what was asked for last, nor what was handed over', async () => {
  await touch()
  await act(async () => root.render(null))
  await frame()
  expect(printed).toEqual([])
  expect(sheet()).toBeNull()
})
