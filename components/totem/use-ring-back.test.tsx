// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { callIn } from './sample-views.ts'
import type { Screen } from './screen.ts'
import { useRingBack } from './use-ring-back.ts'

let root: Root
let opened: number
let closed: number
let tones: number

beforeEach(() => {
  vi.useFakeTimers()
  opened = closed = tones = 0
  const node = { connect: () => node, disconnect() {}, start() {}, stop() {} }
  const ramp = { value: 0, setValueAtTime() {}, linearRampToValueAtTime() {} }
  vi.stubGlobal(
    'AudioContext',
    class {
      state = 'running'
      constructor() {
        opened++
      }
      createOscillator() {
        tones++
        return { ...node, frequency: { value: 0 } }
      }
      createGain = () => ({ ...node, gain: ramp })
      resume = async () => {}
      async close() {
        closed++
      }
    },
  )
  root = openRoot()
})
afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function Page({ screen }: { screen: Screen }) {
  useRingBack(screen)
  return null
}
const show = async (screen: Screen) => {
  await act(async () => root.render(<Page screen={screen} />))
  await act(() => vi.advanceTimersByTimeAsync(6_000))
}
const HOME: Screen = { kind: 'page', page: { kind: 'home' } }
const WAITING: Screen = { kind: 'wait', service: 'urp', call: null }
const phase = {
  kind: 'ringing' as const,
  position: 1,
  again: false,
  ringing: {
    displayName: 'Anna',
    officeName: 'URP',
    identity: 'o-call.1',
    channels: { sound: true, picture: true, text: true },
  },
}
const RINGING: Screen = { ...WAITING, call: { ...callIn(phase), phase } }

it('holds the sound card for the wait only, and is heard only while it rings', async () => {
  await show(HOME)
  expect(opened).toBe(0)
  await show(WAITING)
  expect({ opened, closed, tones }).toEqual({ opened: 1, closed: 0, tones: 0 })
  await show(RINGING)
  expect(tones).toBe(2)
  await show(WAITING)
  expect(tones).toBe(2)
  await show(HOME)
  expect({ opened, closed, tones }).toEqual({ opened: 1, closed: 1, tones: 2 })
})
