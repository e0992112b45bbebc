import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRemotePlayer, type RemotePlayer } from './remote-player.ts'

/** An element as far as the player uses one. */
class FakeElement {
  srcObject: FakeStream | null = null
  muted = false
  volume = 1
  style = { visibility: '' }
  sinkId = ''
  /** Where it plays has been unplugged. */
  isStuck = false
  paint: ((now: number, metadata: { width: number }) => void) | null = null
  async play() {
    if (isRefused && !this.muted) throw new DOMException('touch first', 'NotAllowedError')
  }
  async setSinkId(id: string) {
    if (this.isStuck && this.srcObject) throw new DOMException('', 'AbortError')
    this.sinkId = id
  }
  requestVideoFrameCallback(paint: (now: number, metadata: { width: number }) => void) {
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
  tracks: unknown[]
  constructor(tracks: unknown[]) {
    this.tracks = tracks
  }
  getVideoTracks = () => this.tracks
  addTrack(track: unknown) {
    this.tracks = [...this.tracks, track]
  }
  removeTrack(track: unknown) {
    this.tracks = this.tracks.filter((one) => one !== track)
  }
}

const black = { name: 'black', stop: () => undefined }
const canvas = { getContext: () => null, captureStream: () => new FakeStream([black]) }

let isRefused: boolean
let speakers: FakeAudio[]
let frames: number
let chosen: string | null
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
  vi.stubGlobal('document', { createElement: () => canvas })
  chosen = 'headset'
  player = createRemotePlayer(() => chosen, {
    onFrame() {
      frames++
      return false
    },
    onSoundBlocked: () => undefined,
  })
  video = new FakeElement()
})
afterEach(() => vi.unstubAllGlobals())

describe('the picture', () => {
  it('is shown whichever comes first, the element or the track', () => {
    const picture = track('camera')
    player.attach(asVideo(video))
    expect(video.shown()).toEqual([black])
    player.play({ sound: null, picture, isShown: true })
    expect(video.shown()).toEqual([picture])
    const later = new FakeElement()
    player.attach(asVideo(later))
    expect(later.shown()).toEqual([picture])
  })

  it('goes when the other end does, and when the element is given back', () => {
    const picture = track('camera')
    const detach = player.attach(asVideo(video))
    player.play({ sound: null, picture, isShown: true })
    player.play({ sound: null, picture: null, isShown: true })
    expect(video.shown()).toEqual([black])
    player.play({ sound: null, picture, isShown: true })
    detach()
    expect(video.shown()).toEqual([])
  })

  it('counts only frames of the track that is shown now', () => {
    player.attach(asVideo(video))
    player.play({ sound: null, picture: track('first'), isShown: true })
    const late = video.paint
    player.play({ sound: null, picture: track('second'), isShown: true })
    late?.(0, { width: 640 })
    expect(frames).toBe(0)
    video.paint?.(0, { width: 640 })
    expect(frames).toBe(1)
  })

  it('takes the place of a black one in an element that plays already, whose own frame counts for nothing', () => {
    player.attach(asVideo(video))
    const playing = video.srcObject
    player.play({ sound: null, picture: track('camera'), isShown: true })
    expect(video.srcObject).toBe(playing)
    video.paint?.(0, { width: 16 })
    expect(frames).toBe(0)
    video.paint?.(0, { width: 640 })
    expect(frames).toBe(1)
  })
})

describe('before it may be shown', () => {
  it('the other end is made ready, unseen and unheard, and both change in the very task', () => {
    player.attach(asVideo(video))
    const tracks = { sound: track('microphone'), picture: track('camera') }
    player.play({ ...tracks, isShown: false })
    expect(video.style.visibility).toBe('hidden')
    expect(speakers.map(({ muted }) => muted)).toEqual([true])
    player.play({ ...tracks, isShown: true })
    expect(video.style.visibility).toBe('')
    expect(speakers.map(({ muted }) => muted)).toEqual([false])
    player.play({ ...tracks, isShown: false })
    expect(video.style.visibility).toBe('hidden')
    expect(speakers.map(({ muted }) => muted)).toEqual([true])
  })

  it('the browser may refuse its sound only when it is to be heard', async () => {
    isRefused = true
    const sound = track('microphone')
    player.play({ sound, picture: null, isShown: false })
    await settled()
    expect(player.isSoundBlocked()).toBe(false)
    player.play({ sound, picture: null, isShown: true })
    await settled()
    expect(player.isSoundBlocked()).toBe(true)
  })

  it('an element that comes later is unseen too', () => {
    player.play({ sound: null, picture: track('camera'), isShown: false })
    player.attach(asVideo(video))
    expect(video.style.visibility).toBe('hidden')
  })
})

describe('the sound', () => {
  it('comes from an element of its own, on the chosen speaker, while the picture stays silent', async () => {
    const sound = track('microphone')
    player.attach(asVideo(video))
    player.play({ isShown: true, sound, picture: track('camera') })
    await settled()
    expect(speakers.map((speaker) => [speaker.shown(), speaker.sinkId])).toEqual([[[sound], 'headset']])
    expect(video.muted).toBe(true)
  })

  it('moves to another speaker while it plays, also from one that was unplugged', async () => {
    const sound = track('microphone')
    player.play({ isShown: true, sound, picture: null })
    await settled()
    const [element] = speakers
    const heardAt = () => [element?.sinkId, element?.shown()]
    chosen = 'wall'
    player.prepare()
    await settled()
    expect(heardAt()).toEqual(['wall', [sound]])
    if (element) element.isStuck = true
    chosen = null
    player.prepare()
    await settled()
    expect(heardAt()).toEqual(['', [sound]])
    expect(speakers).toHaveLength(1)
  })

  it('says when the browser refuses it without a touch, and plays after one', async () => {
    isRefused = true
    player.play({ sound: track('microphone'), picture: null, isShown: true })
    await settled()
    expect(player.isSoundBlocked()).toBe(true)
    isRefused = false
    await player.resumeSound()
    expect(player.isSoundBlocked()).toBe(false)
  })

  it('is as loud as was asked, whether it plays already or not yet', async () => {
    player.setGain(0.5)
    player.play({ sound: track('microphone'), picture: null, isShown: true })
    await settled()
    expect(speakers.map(({ volume }) => volume)).toEqual([0.5])
    player.setGain(1)
    expect(speakers.map(({ volume }) => volume)).toEqual([1])
  })

  it('asks for no touch once there is nothing to play', async () => {
    isRefused = true
    player.play({ sound: track('microphone'), picture: null, isShown: true })
    await settled()
    player.play({ sound: null, picture: null, isShown: true })
    expect(player.isSoundBlocked()).toBe(false)
  })
})
