// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useScreenOf } from './use-screen-of.ts'

let root: Root
const render = (isWanted: boolean) => act(async () => root.render(<Probe isWanted={isWanted} />))

function Probe({ isWanted }: { isWanted: boolean }) {
  return <p>{useScreenOf(isWanted) ? 'here' : 'not here'}</p>
}

const here = () => document.body.textContent === 'here'
const fetched = () => act(async () => import('./screen-of.tsx'))

beforeEach(() => {
  root = openRoot()
})

afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it('leaves the other screens where they are while nobody is there', async () => {
  await render(false)
  await fetched()
  expect(here()).toBe(false)
})

it('has them once a finger is down, before it is lifted', async () => {
  await render(false)
  window.dispatchEvent(new Event('pointerdown'))
  await fetched()
  expect(here()).toBe(true)
})

it('has them when one is to be shown, as after a reload within a call', async () => {
  await render(true)
  await fetched()
  expect(here()).toBe(true)
})

it('fetches them after a quiet while, so that a lost connection finds them here', async () => {
  vi.useFakeTimers()
  await render(false)
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  vi.useRealTimers()
  await fetched()
  expect(here()).toBe(true)
})
