// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useLate } from './use-late.ts'

let root: Root

function Word({ now }: { now: string | null }) {
  return useLate(now, 200) ?? 'nothing'
}
const show = (now: string | null) => act(async () => root.render(<Word now={now} />))
const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.useFakeTimers()
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it('shows what has stood for its time, and takes it away at once', async () => {
  await show('asked')
  await pass(199)
  expect(document.body.textContent).toBe('nothing')
  await pass(1)
  expect(document.body.textContent).toBe('asked')
  await show(null)
  expect(document.body.textContent).toBe('nothing')
})

it('never shows what was over before its time, nor counts its time for the next', async () => {
  await show('asked')
  await pass(150)
  await show(null)
  await show('asked again')
  await pass(150)
  expect(document.body.textContent).toBe('nothing')
})
