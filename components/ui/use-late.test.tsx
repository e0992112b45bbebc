// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLate } from './use-late.ts'

let root: Root
let box: HTMLElement

function Word({ now }: { now: string | null }) {
  return useLate(now, 200) ?? 'nothing'
}
const show = (now: string | null) => act(async () => root.render(<Word now={now} />))
const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('shows what has stood for its time, and takes it away at once', async () => {
  await show('asked')
  await pass(199)
  expect(box.textContent).toBe('nothing')
  await pass(1)
  expect(box.textContent).toBe('asked')
  await show(null)
  expect(box.textContent).toBe('nothing')
})

it('never shows what was over before its time, nor counts its time for the next', async () => {
  await show('asked')
  await pass(150)
  await show(null)
  await show('asked again')
  await pass(150)
  expect(box.textContent).toBe('nothing')
})
