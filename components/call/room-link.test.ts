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
class Track {
  async mute() {}
  async unmute() {}
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
const never = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers()
  rooms.length = 0
  cutOffs = 0
  link = createRoomLink({
    onChange: () => {},
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

const track = (id: string) => ({ id }) as unknown as MediaStreamTrack

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
