import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createWordOfPresence } from './word-of-presence.ts'

const OPEN = { name: 'call-a', identity: 't-a' }
const AWAY = { ...OPEN, isAway: true } as const

let words: number
let word: ReturnType<typeof createWordOfPresence>

beforeEach(() => {
  vi.useFakeTimers()
  words = 0
  word = createWordOfPresence(() => words++)
})
afterEach(() => vi.useRealTimers())

/** Beats of the stream, every 5 s. */
const beats = (count: number, room: typeof OPEN | typeof AWAY | null, isThere = true) => {
  for (let beat = 0; beat < count; beat++) {
    word.follow(room, isThere)
    vi.advanceTimersByTime(5_000)
  }
}

it('[SW-409] is said at once when the room is away, and again every 10 s', () => {
  word.follow(AWAY, true)
  expect(words).toBe(1)
  vi.advanceTimersByTime(5_000)
  beats(12, AWAY)
  expect(words).toBe(7)
})

it('[SW-409] is said by nobody who is not in the room', () => {
  beats(12, AWAY, false)
  expect(words).toBe(0)
  word.follow(AWAY, true)
  expect(words).toBe(1)
})

it('is not said of a room that the server sees, or of none', () => {
  beats(12, OPEN)
  beats(12, null)
  expect(words).toBe(0)
})

it('is said no more without views', () => {
  word.follow(AWAY, true)
  vi.advanceTimersByTime(60_000)
  expect(words).toBe(1)
})
