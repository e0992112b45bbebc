import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRoomLink, type RoomLink } from './room-link.ts'

/** LiveKit as far as a room link uses it: lets everybody in, publishes at once, and can be cut off. */
class Room extends EventEmitter {
  readonly remoteParticipants = new Map<string, object>()
  readonly sent: object[] = []
  /** Each list of who may subscribe to what, in order. */
  readonly permissions: object[][] = []
  readonly localParticipant = Object.assign(new EventEmitter(), {
    trackPublications: new Map<object, { trackSid: string; source: string; trackName: string }>(),
    setTrackSubscriptionPermissions: (_: false, named: object[]) => void this.permissions.push(named),
    publishTrack: async (track: object, { source, name = '' }: { source: string; name?: string }) => {
      this.sent.push(track)
      const publication = { trackSid: `TR_${this.sent.length}`, source, trackName: name }
      this.localParticipant.trackPublications.set(track, publication)
      this.emit('LocalTrackPublished', publication)
    },
    unpublishTrack: async (track: object) => void this.localParticipant.trackPublications.delete(track),
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
    Track: { Source: { Microphone: 'microphone', Camera: 'camera', ScreenShare: 'screen_share' } },
    RoomEvent: named(),
    ParticipantEvent: named(),
    DisconnectReason: {},
    setLogLevel: () => {},
  }
})

const VISITOR = 't-call'
const GUEST = 'g-call'
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

const everything = { participantIdentity: VISITOR, allowAll: true }
const only = (...allowedTrackSids: string[]) => ({ participantIdentity: GUEST, allowedTrackSids })

it('gives people only the sound and the picture as soon as each is published, and at no moment a paper or a screen', async () => {
  await join()
  const [room] = rooms
  link.nameSubscribers([VISITOR, GUEST], [GUEST])
  for (const channel of ['paper', 'sound', 'screen', 'picture'] as const) {
    await link.publish(channel, track(channel), never)
  }
  expect(room?.permissions).toEqual([
    [],
    [everything, only()],
    [everything, only('TR_2')],
    [everything, only('TR_2', 'TR_4')],
  ])
})

it('gives whoever comes later as people only what is published already, without the paper', async () => {
  const room = await joined()
  room.remoteParticipants.clear()
  for (const channel of ['sound', 'paper'] as const) await link.publish(channel, track(channel), never)
  link.nameSubscribers([VISITOR, GUEST], [GUEST])
  expect(room.permissions.at(-1)).toEqual([everything, only('TR_1')])
  await link.withdraw('sound')
  await link.publish('sound', track('headset'), never)
  expect(room.permissions.at(-1)).toEqual([everything, only('TR_3')])
})

it('gives people only what LiveKit has published anew under other ids', async () => {
  await join()
  const [room] = rooms
  link.nameSubscribers([VISITOR, GUEST], [GUEST])
  for (const channel of ['picture', 'paper'] as const) await link.publish(channel, track(channel), never)
  expect(room?.permissions.at(-1)).toEqual([everything, only('TR_1')])
  for (const publication of room?.localParticipant.trackPublications.values() ?? []) {
    publication.trackSid += '_again'
    room?.emit('LocalTrackPublished', publication)
  }
  expect(room?.permissions.at(-1)).toEqual([everything, only('TR_1_again')])
})

it('says who may subscribe once, whatever is published, while nobody is people only', async () => {
  const room = await joined()
  room.remoteParticipants.clear()
  for (const channel of ['sound', 'picture', 'paper', 'screen'] as const) {
    await link.publish(channel, track(channel), never)
  }
  link.nameSubscribers([VISITOR], [])
  expect(room.permissions).toEqual([[], [everything]])
})

it('waits for nobody to take a paper who may not', async () => {
  const room = await joined()
  room.remoteParticipants.clear()
  room.remoteParticipants.set(GUEST, {})
  link.nameSubscribers([VISITOR, GUEST], [GUEST])
  await link.publish('paper', track('paper'), never)
  expect(link.published('paper')).toBe('paper')
})
