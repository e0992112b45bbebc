import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRoomLink, type RoomLink } from './room-link.ts'

/** LiveKit as far as a room link uses it: lets everybody in, publishes at once, and can be cut off. */
class Room extends EventEmitter {
  readonly remoteParticipants = new Map<string, object>()
  readonly sent: object[] = []
  readonly localParticipant = Object.assign(new EventEmitter(), {
    setTrackSubscriptionPermissions: () => {},
    publishTrack: async (track: object) => void this.sent.push(track),
    unpublishTrack: async () => {},
  })
  constructor() {
    super()
    rooms.push(this)
  }
  async connect() {
    this.emit('SignalConnected')
  }
  async disconnect() {
    this.emit('Disconnected')
  }
}
/** A track in LiveKit's wrapping, whose mute state reaches the device's track only once that is sent. */
class Track {
  mediaStreamTrack: MediaStreamTrack
  isMuted = false
  constructor(track: MediaStreamTrack) {
    this.mediaStreamTrack = track
  }
  readonly sender = {
    getParameters: () => ({ encodings: [{}] }),
    setParameters: async ({ encodings: [layer] }: { encodings: { scaleResolutionDownBy?: number }[] }) =>
      void sizes.push(layer?.scaleResolutionDownBy ?? 'as it is'),
  }
  async mute() {
    this.isMuted = true
    this.mediaStreamTrack.enabled = false
  }
  async unmute() {
    this.isMuted = false
    this.mediaStreamTrack.enabled = true
  }
  async replaceTrack(next: MediaStreamTrack) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    this.mediaStreamTrack = next
    next.enabled = !this.isMuted
  }
}

const rooms: Room[] = []
vi.mock('livekit-client', () => {
  const named = () => new Proxy({}, { get: (_, name) => name })
  return {
    Room,
    LocalAudioTrack: Track,
    LocalVideoTrack: Track,
    Track: { Source: named() },
    RoomEvent: named(),
    ParticipantEvent: named(),
    DisconnectReason: {},
    setLogLevel: () => {},
  }
})

const VISITOR = 't-call'
const PLACE = { name: 'call', identity: 'o-call.1' }

let link: RoomLink
let cutOffs: number
/** By what the picture was to be divided, each time that its encoder was asked. */
let sizes: (number | 'as it is')[]
let onChange: () => void
const never = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers()
  rooms.length = 0
  cutOffs = 0
  sizes = []
  onChange = () => {}
  link = createRoomLink({
    onChange: () => onChange(),
    onSpeakers: () => {},
    onCutOff: () => cutOffs++,
    onPacket: () => {},
  })
})
afterEach(() => void vi.useRealTimers())

const join = () =>
  link.join(PLACE, async ({ name, identity }) => ({ url: '', token: '', room: name, identity }), never)

/** In the room of a call, where the other end is and has not yet got what is published. */
async function joined(): Promise<Room> {
  await join()
  const [room] = rooms
  if (!room) throw new Error('no room')
  room.remoteParticipants.set(VISITOR, {})
  link.nameSubscribers([VISITOR])
  return room
}

const track = (id: string) =>
  ({ id, enabled: true, getSettings: () => ({ height: 720 }) }) as unknown as MediaStreamTrack

it('has published once a named subscriber has it, or soon', async () => {
  const room = await joined()
  const publishing = link.publish('paper', track('paper'), never)
  await vi.advanceTimersByTimeAsync(100)
  expect(link.published('paper')).toBeNull()
  room.localParticipant.emit('LocalTrackSubscribed', { track: room.sent[0] })
  await publishing
  expect(link.published('paper')).toBe('paper')
})

it.each(['paper', 'screen'] as const)(
  'takes a %s for published no more when the connection ends just after, so that it is published in the next',
  async (channel) => {
    const room = await joined()
    const publishing = link.publish(channel, track('one'), never)
    await vi.advanceTimersByTimeAsync(100)
    const isThrough = vi.fn<() => void>()
    void publishing.then(isThrough)
    room.emit('Disconnected')
    await joined()
    expect(cutOffs).toBe(1)
    const wasThroughAtOnce = isThrough.mock.calls.length > 0
    await vi.advanceTimersByTimeAsync(1_000)
    expect(link.published(channel)).toBeNull()
    expect(wasThroughAtOnce).toBe(true)
    link.nameSubscribers([])
    await link.publish(channel, track('one'), never)
    expect(link.published(channel)).toBe('one')
  },
)

it('tells whoever no longer wants it that it was not published', async () => {
  const room = await joined()
  const given = new AbortController()
  const publishing = link.publish('picture', track('face'), given.signal)
  const outcome = publishing.catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(100)
  given.abort()
  room.emit('Disconnected')
  expect(await outcome).toBeInstanceOf(Error)
  expect(link.published('picture')).toBeNull()
})

it('begins small with a picture that waits muted for an answer', async () => {
  await join()
  await link.publish('picture', track('face'), never)
  await vi.advanceTimersByTimeAsync(0)
  expect(sizes).toEqual([2])
})

it('does not make small a picture that is live as soon as it is published: nobody waits for an answer', async () => {
  await join()
  onChange = () => link.setLive('picture', true)
  await link.publish('picture', track('face'), never)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(sizes).toEqual(['as it is'])
})

it.each([
  ['nothing of', 'muted', false],
  ['all of', 'live', true],
] as const)('sends %s another device while it takes the place of one that is %s', async (_, __, isLive) => {
  await join()
  await link.publish('sound', track('headset'), never)
  link.setLive('sound', isLive)
  const next = track('wall')
  const replacing = link.replace('sound', next, never)
  expect(next.enabled).toBe(isLive)
  await vi.advanceTimersByTimeAsync(100)
  await replacing
  expect(next.enabled).toBe(isLive)
  expect(link.published('sound')).toBe('wall')
})

it('sends nothing more of a device that is on its way when everything is to fall silent', async () => {
  await join()
  await link.publish('sound', track('headset'), never)
  link.setLive('sound', true)
  const next = track('wall')
  const replacing = link.replace('sound', next, never)
  link.setLive('sound', false)
  expect(next.enabled).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  await replacing
  link.setLive('sound', true)
  expect(next.enabled).toBe(true)
})
