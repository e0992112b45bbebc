import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSharedDevices } from './copied-devices.ts'

/** A track as far as devices use one. */
class FakeTrack extends EventTarget {
  readyState = 'live'
  enabled = true
  label = ''
  readonly id = crypto.randomUUID()
  readonly kind: string
  constructor(kind: string) {
    super()
    this.kind = kind
  }
  clone() {
    const copy = new FakeTrack(this.kind)
    copies.push(copy)
    return copy
  }
  stop() {
    this.readyState = 'ended'
  }
}

let copies: FakeTrack[]
let opened: FakeTrack[]
const settle = () => new Promise((resolve) => setTimeout(resolve))
const none = () => ({ camera: null, microphone: null })

beforeEach(() => {
  copies = []
  opened = []
  vi.stubGlobal(
    'MediaStream',
    class {
      readonly tracks: unknown[]
      constructor(tracks: unknown[]) {
        this.tracks = tracks
      }
      getTracks = () => this.tracks
    },
  )
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: async () => {
        const sound = new FakeTrack('audio')
        const picture = new FakeTrack('video')
        opened.push(sound, picture)
        return { getAudioTracks: () => [sound], getVideoTracks: () => [picture], getTracks: () => [picture] }
      },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

async function both() {
  const { own, copies: copied } = createSharedDevices()
  const first = own(none, () => undefined)
  const second = copied(none, () => undefined)
  await second.open({ sound: true, picture: true })
  return { first, second }
}

it('waits for the original, then sends a copy and never the track itself', async () => {
  const { first, second } = await both()
  expect(second.phase()).toBe('opening')
  expect(second.track('sound')).toBeNull()
  await first.open({ sound: true, picture: true })
  await settle()
  expect(second.phase()).toBe('open')
  expect(second.track('sound')).not.toBeNull()
  expect(second.track('sound')?.id).not.toBe(first.track('sound')?.id)
})

it('ends with the original, and leaves it alone when it ends itself', async () => {
  const { first, second } = await both()
  await first.open({ sound: true, picture: true })
  second.close()
  expect(opened.map(({ readyState }) => readyState)).toEqual(['live', 'live'])
  expect(second.phase()).toBe('closed')
  await second.open({ sound: true, picture: true })
  first.close()
  expect(copies.map(({ readyState }) => readyState)).not.toContain('live')
  expect(second.track('picture')).toBeNull()
})

it('follows the original when another is chosen, and the copy that is sent goes on until then', async () => {
  const { first, second } = await both()
  await first.open({ sound: true, picture: true })
  await settle()
  const before = second.track('picture')
  await first.takeChosen('picture')
  const after = second.track('picture')
  expect(after?.id).not.toBe(before?.id)
  expect(before?.readyState).toBe('live')
  expect(second.isOwn('picture', before?.id ?? '')).toBe(true)
  second.settle('picture', after?.id ?? '')
  expect(before?.readyState).toBe('ended')
  second.close()
  expect(after?.readyState).toBe('ended')
})
