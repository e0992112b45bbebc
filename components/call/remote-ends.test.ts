// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRemoteEnds, type RemoteEnds } from './remote-ends.ts'

/** What is asked of the media server about one track that somebody has published. */
class Publication {
  isDesired = false
  isMuted = true
  track = undefined
  readonly source: string
  readonly trackName: string
  constructor(source: string, trackName = '') {
    this.source = source
    this.trackName = trackName
  }
  setSubscribed(isDesired: boolean) {
    this.isDesired = isDesired
  }
}

let ends: RemoteEnds
const published = new Map<string, Publication>()
const guest = { identity: 'g-c', isSpeaking: false, trackPublications: published }

beforeEach(() => {
  vi.useFakeTimers()
  published.clear()
  const link = {
    participant: (identity: string) => (identity === 'g-c' ? guest : null),
    participants: () => [guest],
  }
  ends = createRemoteEnds(
    link as never,
    () => null,
    () => undefined,
  )
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
})

const wanted = () => [...published.values()].filter(({ isDesired }) => isDesired).map(({ source }) => source)

it('takes a voice and no more than two of all the pictures that one end publishes, and nothing of nobody', () => {
  for (let at = 0; at < 100; at++) published.set(`picture ${at}`, new Publication('camera'))
  published.set('voice', new Publication('microphone'))
  ends.follow(['g-c'], [])
  expect(wanted()).toEqual(['camera', 'camera', 'microphone'])
  ends.follow([], [])
  expect(wanted()).toEqual([])
})

it('takes the next picture once the one before is taken back', () => {
  for (const at of [1, 2, 3]) published.set(`picture ${at}`, new Publication('camera'))
  ends.follow(['g-c'], [])
  published.delete('picture 1')
  ends.refresh()
  expect(published.get('picture 3')?.isDesired).toBe(true)
})
