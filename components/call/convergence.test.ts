import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Convergence, createConvergence } from './convergence.ts'
import type { NextStep } from './next-step.ts'

const ROOM = { name: 'one', identity: 'me' }

/** Steps that are still to be chosen; then rest. */
let todo: NextStep[]
let taken: string[]
let pausesOver: number
/** What each step does; by default it succeeds. */
let onTake: (step: NextStep, signal: AbortSignal) => Promise<void>
let convergence: Convergence

beforeEach(() => {
  vi.useFakeTimers()
  todo = []
  taken = []
  pausesOver = 0
  onTake = async () => {}
  convergence = createConvergence({
    next: () => todo.shift() ?? { kind: 'rest' },
    async take(step, signal) {
      taken.push(step.kind)
      await onTake(step, signal)
    },
    async leave() {
      taken.push('left')
    },
    onPauseOver: () => pausesOver++,
  })
})
afterEach(() => {
  vi.useRealTimers()
})

it('takes one step at a time, however often it is asked to go on', async () => {
  let finish = () => {}
  onTake = () =>
    new Promise((resolve) => {
      finish = resolve
    })
  todo = [{ kind: 'openDevices' }, { kind: 'join', room: ROOM }]
  const done = convergence.goOn()
  void convergence.goOn()
  expect(taken).toEqual(['openDevices'])
  finish()
  await vi.advanceTimersByTimeAsync(0)
  expect(taken).toEqual(['openDevices', 'join'])
  finish()
  await done
})

it('leaves after a step that failed and pauses, longer each time and never over 5 s and a quarter', async () => {
  onTake = () => Promise.reject(new Error('no way in'))
  for (const [attempt, longest] of [500, 1_000, 2_000, 4_000, 6_250, 6_250].entries()) {
    todo = [{ kind: 'join', room: ROOM }]
    await convergence.goOn()
    expect(convergence.isPausing()).toBe(true)
    await vi.advanceTimersByTimeAsync(Math.min(400 * 2 ** attempt, 5_000) * 0.75 - 1)
    expect(pausesOver).toBe(attempt)
    await vi.advanceTimersByTimeAsync(longest)
    expect(pausesOver).toBe(attempt + 1)
  }
  expect(taken.slice(0, 4)).toEqual(['join', 'left', 'join', 'left'])
})

it('starts with a short pause again after a success, and after a change of what is wanted', async () => {
  const fail = async () => {
    todo = [{ kind: 'join', room: ROOM }]
    await convergence.goOn()
  }
  onTake = () => Promise.reject(new Error('no way in'))
  for (const again of [convergence.succeeded, convergence.endPause]) {
    await fail()
    await vi.advanceTimersByTimeAsync(7_000)
    await fail()
    await vi.advanceTimersByTimeAsync(7_000)
    again()
    await fail()
    await vi.advanceTimersByTimeAsync(500)
    expect(convergence.isPausing()).toBe(false)
  }
})

it('does not pause for a step that was abandoned: it is no failure', async () => {
  onTake = (_, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('no longer wanted')))
    })
  todo = [{ kind: 'join', room: ROOM }]
  const done = convergence.goOn()
  convergence.abandon()
  await done
  expect(taken).toEqual(['join', 'left'])
  expect(convergence.isPausing()).toBe(false)
})
