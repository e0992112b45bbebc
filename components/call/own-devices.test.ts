import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOwnDevices, type OwnDevices } from './own-devices.ts'

class FakeTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live'
  readonly id = crypto.randomUUID()
  readonly label: string
  readonly kind: 'audio' | 'video'
  readonly deviceId: string
  constructor(kind: 'audio' | 'video', deviceId = 'default') {
    super()
    this.kind = kind
    this.deviceId = deviceId
    this.label = `a ${kind} device`
    tracks.push(this)
  }
  stop() {
    this.readyState = 'ended'
  }
  clone() {
    return new FakeTrack(this.kind, this.deviceId)
  }
  getSettings() {
    return { deviceId: this.deviceId }
  }
  async applyConstraints() {}
  unplug() {
    this.stop()
    this.dispatchEvent(new Event('ended'))
  }
}

class FakeStream {
  readonly #tracks: FakeTrack[]
  constructor(tracks: FakeTrack[]) {
    this.#tracks = tracks
  }
  getTracks = () => this.#tracks
  getAudioTracks = () => this.#tracks.filter(({ kind }) => kind === 'audio')
  getVideoTracks = () => this.#tracks.filter(({ kind }) => kind === 'video')
}

/** What the browser answers for each device: null gives it, else the name of its error. */
let answers: { audio: string | null; video: string | null }
let tracks: FakeTrack[]
let asked: string[]
/** Besides the defaults. */
let plugged: string[]
let mediaDevices: EventTarget & { getUserMedia: (wanted: MediaStreamConstraints) => Promise<FakeStream> }
let devices: OwnDevices
const BOTH = { sound: true, picture: true }

beforeEach(() => {
  vi.useFakeTimers()
  answers = { audio: null, video: null }
  tracks = []
  asked = []
  plugged = []
  mediaDevices = Object.assign(new EventTarget(), {
    async getUserMedia({ audio, video }: MediaStreamConstraints) {
      const kinds = [audio && 'audio', video && 'video'].filter(
        (kind) => kind === 'audio' || kind === 'video',
      )
      asked.push(kinds.join('+'))
      await new Promise((resolve) => setTimeout(resolve, 100))
      for (const kind of kinds) {
        const error = answers[kind]
        if (error !== null) throw new DOMException('no', error)
      }
      const wanted = { audio, video }
      return new FakeStream(
        kinds.map(
          (kind) =>
            new FakeTrack(
              kind,
              plugged.find((id) => names(wanted[kind], id)),
            ),
        ),
      )
    },
    enumerateDevices: async () => plugged.map((deviceId) => ({ deviceId })),
  })
  vi.stubGlobal('navigator', { mediaDevices })
  vi.stubGlobal('MediaStream', FakeStream)
  devices = createOwnDevices(
    () => ({ camera: null, microphone: null }),
    () => undefined,
  )
})
afterEach(() => {
  devices.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const names = (wanted: MediaStreamConstraints['audio'], id: string) =>
  JSON.stringify(wanted ?? null).includes(`"${id}"`)

const open = async (wanted = BOTH) => {
  const opened = devices.open(wanted)
  await vi.advanceTimersByTimeAsync(400)
  await opened
}
const live = () => tracks.filter(({ readyState }) => readyState === 'live').length
const camera = () => tracks.findLast(({ kind }) => kind === 'video')
const openTrack = (kind: string) => ({ kind: 'open', label: `a ${kind} device` })

describe('opening', () => {
  it('asks the person once for both', async () => {
    await open()
    expect(asked).toEqual(['audio+video'])
    expect(devices.state()).toEqual({ sound: openTrack('audio'), picture: openTrack('video') })
  })

  it('does not ask again for what is open', async () => {
    await open()
    await open()
    expect(asked).toEqual(['audio+video'])
  })

  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
  ])('takes the sound alone when the camera answers %s', async (error, why) => {
    answers.video = error
    await open()
    expect(asked).toEqual(['audio+video', 'audio', 'video'])
    expect(devices.state()).toEqual({ sound: openTrack('audio'), picture: { kind: 'unavailable', why } })
    expect(devices.selfView()).toBeNull()
  })

  it('says so when the page has no access to devices at all', async () => {
    vi.stubGlobal('navigator', {})
    await open()
    const unsupported = { kind: 'unavailable', why: 'unsupported' }
    expect(devices.state()).toEqual({ sound: unsupported, picture: unsupported })
  })
})

describe('closing', () => {
  it('stops everything, the self-view too', async () => {
    await open()
    expect(live()).toBe(3)
    devices.close()
    expect(live()).toBe(0)
    expect(devices.phase()).toBe('closed')
  })

  it('stops what comes after it', async () => {
    const opened = devices.open(BOTH)
    await vi.advanceTimersByTimeAsync(50)
    devices.close()
    await vi.advanceTimersByTimeAsync(1_000)
    await opened
    expect(tracks).toHaveLength(2)
    expect(live()).toBe(0)
    expect(devices.phase()).toBe('closed')
  })

  it('and opens anew at once when asked to', async () => {
    void devices.open(BOTH)
    await vi.advanceTimersByTimeAsync(50)
    devices.close()
    await open()
    expect(devices.phase()).toBe('open')
    expect(live()).toBe(3)
  })
})

describe('a device that goes away', () => {
  it('is lost, and taken again when it is back', async () => {
    await open()
    answers.video = 'NotFoundError'
    camera()?.unplug()
    tracks.find(({ kind }) => kind === 'video')?.unplug()
    await vi.advanceTimersByTimeAsync(500)
    expect(devices.state()).toEqual({
      sound: openTrack('audio'),
      picture: { kind: 'unavailable', why: 'lost' },
    })
    answers.video = null
    mediaDevices.dispatchEvent(new Event('devicechange'))
    await vi.advanceTimersByTimeAsync(500)
    expect(devices.state().picture).toEqual(openTrack('video'))
  })

  it('is looked for also when nothing tells that it is back', async () => {
    answers.audio = 'NotReadableError'
    await open()
    answers.audio = null
    await vi.advanceTimersByTimeAsync(2_500)
    expect(devices.state().sound).toEqual(openTrack('audio'))
  })

  it('is noticed when somebody stopped it without a word', async () => {
    await open()
    for (const track of tracks) track.stop()
    devices.noticeStopped()
    await vi.advanceTimersByTimeAsync(500)
    expect(devices.state()).toEqual({ sound: openTrack('audio'), picture: openTrack('video') })
  })

  it('never makes the browser ask again for what was refused', async () => {
    answers.audio = 'NotAllowedError'
    await open()
    asked.length = 0
    tracks.find(({ kind, readyState }) => kind === 'video' && readyState === 'live')?.unplug()
    mediaDevices.dispatchEvent(new Event('devicechange'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual(['video'])
    await open()
    expect(asked).toEqual(['video', 'audio'])
  })
})

describe('a paper, on the only camera', () => {
  const stopped = (whole: MediaStreamTrack | string) => {
    if (typeof whole !== 'string') whole.stop()
    return devices.narrow()
  }

  it('goes on when one that was taken back while the camera opened is let go of', async () => {
    await open()
    void devices.widen().then(stopped)
    const shown = devices.widen()
    await vi.advanceTimersByTimeAsync(1_000)
    const whole = await shown
    expect(whole).toMatchObject({ readyState: 'live' })
    expect(whole).not.toBe(devices.track('picture'))
    expect(devices.track('picture')).toMatchObject({ readyState: 'live' })
  })

  it('leaves nothing open, although it was shown again while the camera went back', async () => {
    await open()
    const first = devices.widen()
    await vi.advanceTimersByTimeAsync(200)
    void stopped(await first)
    await vi.advanceTimersByTimeAsync(50)
    const second = devices.widen()
    await vi.advanceTimersByTimeAsync(400)
    void stopped(await second)
    await vi.advanceTimersByTimeAsync(400)
    expect(live()).toBe(3)
    devices.close()
    expect(live()).toBe(0)
  })
})

describe('a chosen device', () => {
  const sound = () => devices.track('sound')?.getSettings().deviceId
  const change = () => {
    mediaDevices.dispatchEvent(new Event('devicechange'))
    return vi.advanceTimersByTimeAsync(1_000)
  }
  beforeEach(() => {
    plugged = ['headset']
    devices = createOwnDevices(
      () => ({ camera: null, microphone: 'headset' }),
      () => undefined,
    )
  })

  it('is taken back from the one that stood in for it, which is let go of', async () => {
    await open()
    expect(sound()).toBe('headset')
    plugged = []
    tracks.find(({ kind }) => kind === 'audio')?.unplug()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sound()).toBe('default')
    const standIn = devices.track('sound')
    plugged = ['headset']
    await change()
    expect(sound()).toBe('headset')
    // It goes on for as long as it is sent: nobody is to miss a word.
    expect(standIn?.readyState).toBe('live')
    expect(devices.isOwn('sound', standIn?.id ?? '')).toBe(true)
    devices.settle('sound', devices.track('sound')?.id ?? '')
    expect(standIn?.readyState).toBe('ended')
    expect(live()).toBe(3)
  })

  it('is not asked for while it is open, absent, or refused', async () => {
    await open()
    await change()
    expect(asked).toEqual(['audio+video'])
    devices.close()
    plugged = []
    await open()
    await change()
    expect(sound()).toBe('default')
    plugged = ['headset']
    answers.audio = 'NotReadableError'
    await change()
    expect(sound()).toBe('default')
    expect(live()).toBe(3)
  })

  it('is let go of when everything was closed meanwhile', async () => {
    plugged = []
    await open()
    plugged = ['headset']
    mediaDevices.dispatchEvent(new Event('devicechange'))
    await vi.advanceTimersByTimeAsync(50)
    devices.close()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(live()).toBe(0)
  })
})

describe('another device, chosen while the call goes on', () => {
  let chosen: { camera: string | null; microphone: string | null }
  const camerasAt = () => devices.track('picture')?.getSettings().deviceId
  const take = async () => {
    const taken = devices.takeChosen('picture')
    await vi.advanceTimersByTimeAsync(200)
    return taken
  }
  beforeEach(() => {
    chosen = { camera: null, microphone: null }
    plugged = ['desk-cam', 'room-cam']
    devices = createOwnDevices(
      () => chosen,
      () => undefined,
    )
  })

  it('takes the place of the one at hand, which goes on until the other is sent', async () => {
    await open()
    const before = devices.track('picture')
    chosen = { ...chosen, camera: 'room-cam' }
    expect(await take()).toBeNull()
    expect(camerasAt()).toBe('room-cam')
    const after = devices.track('picture')
    expect(before?.readyState).toBe('live')
    for (const track of [before, after]) expect(devices.isOwn('picture', track?.id ?? '')).toBe(true)
    devices.settle('picture', before?.id ?? '')
    expect(before?.readyState).toBe('live')
    devices.settle('picture', after?.id ?? '')
    expect(before?.readyState).toBe('ended')
    expect(devices.isOwn('picture', before?.id ?? '')).toBe(false)
    expect(live()).toBe(3)
  })

  it('that does not open leaves the one at hand, and says why', async () => {
    await open()
    const before = devices.track('picture')
    chosen = { ...chosen, camera: 'room-cam' }
    answers.video = 'NotReadableError'
    expect(await take()).toBe('in-use')
    expect(devices.track('picture')).toBe(before)
    expect(live()).toBe(3)
  })

  it('is not opened twice, and of several in a row the last stays', async () => {
    await open()
    const sent = devices.track('picture')?.id ?? ''
    chosen = { ...chosen, camera: 'room-cam' }
    await take()
    await take()
    expect(asked).toEqual(['audio+video', 'video'])
    chosen = { ...chosen, camera: 'desk-cam' }
    await take()
    expect(camerasAt()).toBe('desk-cam')
    expect(devices.isOwn('picture', sent)).toBe(true)
    devices.settle('picture', devices.track('picture')?.id ?? '')
    expect(live()).toBe(3)
  })

  it('opens nothing where nothing is wanted, and is let go of with everything', async () => {
    chosen = { ...chosen, camera: 'room-cam' }
    expect(await take()).toBeNull()
    expect(asked).toEqual([])
    await open()
    chosen = { ...chosen, camera: 'desk-cam' }
    await take()
    devices.close()
    expect(live()).toBe(0)
  })
})
