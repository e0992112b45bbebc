import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRemotePlayer, type RemotePlayer } from './remote-player.ts'

/** An element as far as the player uses one. */
class FakeElement {
  srcObject: FakeStream | null = null
  muted = false
  sink = ''
  paint: (() => void) | null = null
  async play() {
    if (isRefused && !this.muted) throw new DOMException('touch first', 'NotAllowedError')
  }
  async setSinkId(id: string) {
    this.sink = id
  }
  requestVideoFrameCallback(paint: () => void) {
    this.paint = paint
  }
  shown = () => this.srcObject?.tracks ?? []
}

class FakeAudio extends FakeElement {
  constructor() {
    super()
    speakers.push(this)
  }
}

class FakeStream {
  readonly tracks: unknown[]
  constructor(tracks: unknown[]) {
    this.tracks = tracks
  }
}

let isRefused: boolean
let speakers: FakeAudio[]
let frames: number
let player: RemotePlayer
let video: FakeElement
const track = (name: string) => ({ name }) as unknown as MediaStreamTrack
const asVideo = (element: FakeElement) => element as unknown as HTMLVideoElement
const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  isRefused = false
  speakers = []
  frames = 0
  vi.stubGlobal('Audio', FakeAudio)
  vi.stubGlobal('MediaStream', FakeStream)
  player = createRemotePlayer(() => 'headset', { onFrame: () => frames++, onSoundBlocked: () => undefined })
  video = new FakeElement()
})
afterEach(() => vi.unstubAllGlobals())

describe('the picture', () => {
  it('is shown whichever comes first, the element or the track', () => {
    const picture = track('camera')
    player.attach(asVideo(video))
    expect(video.shown()).toEqual([])
    player.play({ sound: null, picture })
    expect(video.shown()).toEqual([picture])
    const later = new FakeElement()
    player.attach(asVideo(later))
    expect(later.shown()).toEqual([picture])
  })

  it('goes when the other end does, and when the element is given back', () => {
    const picture = track('camera')
    const detach = player.attach(asVideo(video))
    player.play({ sound: null, picture })
    player.play({ sound: null, picture: null })
    expect(video.shown()).toEqual([])
    player.play({ sound: null, picture })
    detach()
    expect(video.shown()).toEqual([])
  })

  it('counts only frames of the track that is shown now', () => {
    player.attach(asVideo(video))
    player.play({ sound: null, picture: track('first') })
    const late = video.paint
    player.play({ sound: null, picture: track('second') })
    late?.()
    expect(frames).toBe(0)
    video.paint?.()
    expect(frames).toBe(1)
  })
})

describe('the sound', () => {
  it('comes from an element of its own, on the chosen speaker, while the picture stays silent', async () => {
    const sound = track('microphone')
    player.attach(asVideo(video))
    player.play({ sound, picture: track('camera') })
    await settled()
    expect(speakers.map((speaker) => [speaker.shown(), speaker.sink])).toEqual([[[sound], 'headset']])
    expect(video.muted).toBe(true)
  })

  it('says when the browser refuses it without a touch, and plays after one', async () => {
    isRefused = true
    player.play({ sound: track('microphone'), picture: null })
    await settled()
    expect(player.isSoundBlocked()).toBe(true)
    isRefused = false
    await player.resumeSound()
    expect(player.isSoundBlocked()).toBe(false)
  })

  it('asks for no touch once there is nothing to play', async () => {
    isRefused = true
    player.play({ sound: track('microphone'), picture: null })
    await settled()
    player.play({ sound: null, picture: null })
    expect(player.isSoundBlocked()).toBe(false)
  })
})
