import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createReceivedPaper, type ReceivedPaperParts } from './received-paper.ts'

interface Sent {
  trackName: string
  isMuted: boolean
  track: { mediaStreamTrack: string }
}
class Stream {
  readonly #tracks: readonly string[]
  constructor(tracks: readonly string[]) {
    this.#tracks = tracks
  }
  getTracks = () => this.#tracks
}

let room: Record<string, Map<string, Sent>>
let paper: ReceivedPaperParts
let changes: number
const seen = () => paper.picture()?.getTracks() ?? null
const publish = (identity: string, trackName: string, isMuted = false) =>
  room[identity]?.set(trackName, {
    trackName,
    isMuted,
    track: { mediaStreamTrack: `${trackName} of ${identity}` },
  })

beforeEach(() => {
  vi.stubGlobal('MediaStream', Stream)
  room = { 't-call': new Map(), 'g-guest': new Map() }
  changes = 0
  const link = {
    participant: (identity: string) => (room[identity] ? { trackPublications: room[identity] } : null),
  }
  paper = createReceivedPaper(link as never)
  paper.subscribe(() => changes++)
  paper.follow(['t-call', 'g-guest'])
})
afterEach(() => vi.unstubAllGlobals())

it('is what the visitor shows, and nothing once they have stopped or hold', () => {
  publish('t-call', '')
  paper.refresh()
  expect(seen()).toBeNull()
  publish('t-call', 'document')
  paper.refresh()
  expect(seen()).toEqual(['document of t-call'])
  paper.follow([])
  expect(seen()).toBeNull()
  paper.follow(['t-call'])
  publish('t-call', 'document', true)
  paper.refresh()
  expect(seen()).toBeNull()
  expect(changes).toBe(4)
})

it('is never what somebody else in the call calls a document', () => {
  publish('g-guest', 'document')
  paper.refresh()
  expect(seen()).toBeNull()
  publish('t-call', 'document')
  paper.refresh()
  expect(seen()).toEqual(['document of t-call'])
})
