// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRemoteEnds, type RemoteEnds } from './remote-ends.ts'

/** What is asked of the media server about one track that somebody has published. */
class Publication {
  isDesired = false
  isMuted = true
  track: object | undefined = undefined
  readonly source: string
  readonly trackName: string
  constructor(source: string, trackName = '') {
    this.source = source
    this.trackName = trackName
  }
  readonly asked: boolean[] = []
  setSubscribed(isDesired: boolean) {
    this.isDesired = isDesired
    this.asked.push(isDesired)
  }
}

let ends: RemoteEnds
let place: 'signalled' | 'joined'
const published = new Map<string, Publication>()
const guest = { identity: 'g-c', isSpeaking: false, trackPublications: published }

beforeEach(() => {
  vi.useFakeTimers()
  published.clear()
  place = 'joined'
  const link = {
    state: () => ({ kind: place }),
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
  ends.follow(['g-c'], [], false)
  expect(wanted()).toEqual(['camera', 'camera', 'microphone'])
  ends.follow([], [], false)
  expect(wanted()).toEqual([])
})

it('takes no paper and no screen where only people are shown, and lets go of those that came', () => {
  published.set('voice', new Publication('microphone')).set('face', new Publication('camera'))
  published.set('paper', new Publication('camera', 'document')).set('screen', new Publication('screen_share'))
  ends.follow(['g-c'], [], false)
  expect(wanted()).toEqual(['microphone', 'camera', 'camera', 'screen_share'])
  ends.follow(['g-c'], [], true)
  expect(wanted()).toEqual(['microphone', 'camera'])
  expect(published.get('paper')?.isDesired).toBe(false)
})

it('goes without pictures while it is told to, and asks each time once', () => {
  const face = new Publication('camera')
  published.set('voice', new Publication('microphone')).set('face', face)
  ends.follow(['g-c'], [], true)
  ends.takePictures(false)
  ends.takePictures(false)
  ends.follow(['g-c'], ['g-c'], true)
  expect(wanted()).toEqual(['microphone'])
  ends.takePictures(true)
  expect(wanted()).toEqual(['microphone', 'camera'])
  expect(face.asked).toEqual([true, false, true])
})

it('takes the next picture once the one before is taken back', () => {
  for (const at of [1, 2, 3]) published.set(`picture ${at}`, new Publication('camera'))
  ends.follow(['g-c'], [], false)
  published.delete('picture 1')
  ends.refresh()
  expect(published.get('picture 3')?.isDesired).toBe(true)
})

it('asks anew for a track that does not come, now and then, and not for one that is there', () => {
  const lost = new Publication('microphone')
  const there = new Publication('camera')
  there.track = {}
  published.set('voice', lost).set('picture', there)
  ends.follow(['g-c'], [], false)
  vi.advanceTimersByTime(5_000)
  expect(lost.asked).toEqual([true])
  vi.advanceTimersByTime(2_000)
  expect(lost.asked).toEqual([true, false, true])
  vi.advanceTimersByTime(4_000)
  expect(lost.asked).toHaveLength(3)
  vi.advanceTimersByTime(3_000)
  expect(lost.asked).toEqual([true, false, true, false, true])
  expect(there.asked).toEqual([true])
})

it('asks for nothing anew of whoever is named no longer', () => {
  const lost = new Publication('microphone')
  published.set('voice', lost)
  ends.follow(['g-c'], [], false)
  vi.advanceTimersByTime(2_000)
  ends.follow([], [], false)
  vi.advanceTimersByTime(10_000)
  expect(lost.asked).toEqual([true, false])
})

it('asks for whoever comes while the page connects, when nobody tells of them', () => {
  place = 'signalled'
  ends.follow(['g-c'], [], false)
  const picture = new Publication('camera')
  published.set('picture', picture)
  vi.advanceTimersByTime(50)
  expect(picture.asked).toEqual([true])
})
