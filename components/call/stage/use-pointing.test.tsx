// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { PacketListener, Packets } from '../packets.ts'
import { pointerBytes } from './pointer.ts'
import { usePointing } from './use-pointing.ts'

let root: Root
let hear: PacketListener
let drawn: number

const packets: Packets = {
  send: () => true,
  on(_topic, listener) {
    hear = listener
    return () => undefined
  },
}

function Surface() {
  const { marks, surface } = usePointing(packets, 'sheet tari', [])
  useEffect(() => {
    drawn++
  })
  return (
    <div ref={surface}>
      {marks.map(({ id, part }) => (
        <i key={id}>{part}</i>
      ))}
    </div>
  )
}

const points = (from: string, part: string) =>
  act(() => hear(from, pointerBytes({ page: 'sheet tari', part, x: 0, y: 0 })))

beforeEach(async () => {
  vi.useFakeTimers()
  drawn = 0
  root = openRoot()
  await act(async () => root.render(<Surface />))
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
})

it('shows where another points, for a few seconds', () => {
  points('t-c', 'cost')
  expect(document.body.textContent).toBe('cost')
  act(() => void vi.advanceTimersByTime(4_000))
  expect(document.body.textContent).toBe('')
})

it('is not kept busy by one who points and points, and sees where the others do', () => {
  const before = drawn
  for (let at = 0; at < 1_000; at++) points('g-c', `part${at}`)
  expect(drawn - before).toBeLessThan(30)
  points('t-c', 'cost')
  expect(document.body.textContent).toBe('cost')
})
