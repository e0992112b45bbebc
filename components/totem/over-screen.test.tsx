// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { OverScreen } from './over-screen.tsx'

let root: Root
let done: number

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(async () => {
  vi.useFakeTimers()
  done = 0
  root = openRoot()
  await act(async () =>
    root.render(
      <OverScreen words={italian} locale="it" top={null} title="Grazie" text="" onDone={() => done++} />,
    ),
  )
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it('goes by itself after half a minute in which nobody is there', async () => {
  await pass(29_500)
  expect(done).toBe(0)
  expect(document.body.textContent).toContain('tra 1 secondo')
  await pass(1_000)
  expect(done).toBe(1)
})

it.each(['pointerdown', 'keydown', 'touchmove', 'listening'])(
  'stays for whoever is there: %s',
  async (sign) => {
    for (let times = 0; times < 9; times++) {
      await pass(25_000)
      window.dispatchEvent(new Event(sign))
    }
    expect(done).toBe(0)
    await pass(1_000)
    expect(document.body.textContent).toContain('tra 29 secondi')
    await pass(29_500)
    expect(done).toBe(1)
  },
)
