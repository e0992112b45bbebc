import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { createPlanFeed, type PlanFeed } from './plan-feed.ts'

/** A view is a name; it has a call unless it is "home". */
let feed: PlanFeed<string>
let applied: string[]
let closed: number

const planOf = (view: string, viewAgeMs: number): MediaPlan => ({
  room: view === 'home' ? null : { name: view, identity: 'me' },
  send: viewAgeMs < 20_000 ? 'live' : 'muted',
  mayReceive: [],
  shows: [],
})

beforeEach(() => {
  vi.useFakeTimers()
  applied = []
  closed = 0
  feed = createPlanFeed(
    {
      apply: ({ room, send }) => applied.push(`${room?.name ?? 'nowhere'} ${send}`),
      closeDevices: () => {
        closed++
      },
    },
    { planOf, hasCall: (view) => view !== 'home' },
  )
})
afterEach(() => {
  feed.stop()
  vi.useRealTimers()
})

it('applies a view in the very call that brings it', () => {
  feed.onView('lobby')
  expect(applied).toEqual(['lobby live'])
})

it('mutes by itself when no view and no beat has come for 20 s', () => {
  feed.onView('lobby')
  vi.advanceTimersByTime(19_999)
  expect(applied).toEqual(['lobby live'])
  vi.advanceTimersByTime(2)
  expect(applied.at(-1)).toBe('lobby muted')
})

it('stays live as long as beats come', () => {
  feed.onView('lobby')
  for (let beat = 0; beat < 10; beat++) {
    vi.advanceTimersByTime(5_000)
    feed.onBeat()
  }
  expect(new Set(applied)).toEqual(new Set(['lobby live']))
  vi.advanceTimersByTime(20_001)
  expect(applied.at(-1)).toBe('lobby muted')
})

it('is live again with the first beat after a silence', () => {
  feed.onView('lobby')
  vi.advanceTimersByTime(30_000)
  feed.onBeat()
  expect(applied.at(-1)).toBe('lobby live')
})

it('lets go of the devices when a call ends whose room never opened', () => {
  feed.onView('home')
  expect(closed).toBe(0)
  feed.onView('lobby')
  feed.onView('home')
  expect(closed).toBe(1)
  feed.onView('home')
  expect(closed).toBe(1)
})

it('knows nothing before the first view, and nothing more after it was stopped', () => {
  feed.onBeat()
  expect(applied).toEqual([])
  feed.onView('lobby')
  feed.stop()
  vi.advanceTimersByTime(60_000)
  expect(applied).toEqual(['lobby live'])
})
