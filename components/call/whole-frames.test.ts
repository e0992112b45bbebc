import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PacketListener } from './packets.ts'
import { createWholeFrames, WHOLE_FRAME_TOPIC, type WholeFrames } from './whole-frames.ts'

let frames: WholeFrames
let isLive: boolean
let asked: string[]
let ask: PacketListener
let begun: number
let picture: { source: string; trackName: string; isMuted: boolean; track: object | undefined }

beforeEach(() => {
  vi.useFakeTimers()
  isLive = true
  asked = []
  begun = 0
  picture = { source: 'camera', trackName: '', isMuted: false, track: undefined }
  frames = createWholeFrames(
    {
      send(topic, _, to) {
        if (topic === WHOLE_FRAME_TOPIC && isLive) asked.push(...to)
        return isLive
      },
      on(topic, listener) {
        if (topic === WHOLE_FRAME_TOPIC) ask = listener
        return () => undefined
      },
    },
    {
      participants: () =>
        [{ identity: 't-call', trackPublications: new Map([['picture', picture]]) }] as never,
      beginAnew: () => begun++,
    },
  )
})
afterEach(() => vi.useRealTimers())

it('asks once whoever was live before their picture came here', () => {
  frames.follow()
  expect(asked).toEqual([])
  picture.track = {}
  frames.follow()
  frames.follow()
  expect(asked).toEqual(['t-call'])
})

it('asks again for the next track of the same person', () => {
  picture.track = {}
  frames.follow()
  picture.track = {}
  frames.follow()
  expect(asked).toEqual(['t-call', 't-call'])
})

it('asks as soon as it may', () => {
  isLive = false
  picture.track = {}
  frames.follow()
  isLive = true
  frames.follow()
  expect(asked).toEqual(['t-call'])
})

it('asks nothing of whoever has yet to begin', () => {
  picture.track = {}
  picture.isMuted = true
  frames.follow()
  picture.isMuted = false
  frames.follow()
  expect(asked).toEqual([])
})

it('gives whole frames to those who come at once, and not without end to one who never stops asking', () => {
  const nothing = new Uint8Array(1)
  for (let times = 0; times < 3; times++) ask('o-call.1', nothing)
  expect(begun).toBe(3)
  for (let tenths = 0; tenths < 100; tenths++) {
    vi.advanceTimersByTime(100)
    ask('g-call', nothing)
  }
  expect(begun).toBe(3 + 5)
})
