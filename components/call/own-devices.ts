import {
  CHANNELS,
  type Channel,
  type DeviceChoice,
  type DeviceState,
  type DevicesState,
  type DeviceTrouble,
  type SoundAndPicture,
} from './call-media-state.ts'
import { deviceTroubleOf } from './device-trouble.ts'
import { CAMERA, MICROPHONE, PAPER_CAMERA, SMALL_FACE } from './livekit-options.ts'

/** The camera and microphone of this page, and their coming and going. */
export interface OwnDevices {
  /** Opens what is wanted and not open yet; resolves when each is open or known to be unavailable. */
  open: (wanted: SoundAndPicture) => Promise<void>
  /** Stops every track at once; an opening under way is stopped when it comes. */
  close: () => void
  track: (channel: Channel) => MediaStreamTrack | null
  /** This track is the person's own: the one at hand, or the one whose place it is about to take. */
  isOwn: (channel: Channel, trackId: string) => boolean
  /**
   * Opens what the person has just chosen in the place of what is at hand, which goes on until `settle`. Null: it
   * is, or nothing had to be; else why it is not, and what was there stays.
   */
  takeChosen: (channel: Channel) => Promise<DeviceTrouble | null>
  /** Stops whatever has been replaced, unless it is still the one that is sent. */
  settle: (channel: Channel, sent: string | null) => void
  state: () => DevicesState
  phase: () => 'closed' | 'opening' | 'open'
  selfView: () => MediaStream | null
  /**
   * Opens the camera again at its largest and gives its whole picture, to be stopped by whoever asked; the
   * person's own goes on, smaller. A camera has one size for all, and changes it only when nobody uses it.
   */
  widen: () => Promise<MediaStreamTrack | DeviceTrouble>
  /** Back to the size that a person needs. */
  narrow: () => Promise<void>
  /** Notices tracks that somebody else stopped: stopping tells no event. */
  noticeStopped: () => void
}

type Slot =
  | { kind: 'closed' }
  | { kind: 'opening' }
  | { kind: 'open'; track: MediaStreamTrack }
  | { kind: 'unavailable'; why: DeviceTrouble }

/** @param onChange called after every change of what this object tells */
export function createOwnDevices(
  chosen: () => Pick<DeviceChoice, 'camera' | 'microphone'>,
  onChange: () => void,
): OwnDevices {
  const slots: Record<Channel, Slot> = { sound: { kind: 'closed' }, picture: { kind: 'closed' } }
  /** How many ask for the whole picture: one that is let go of late must not take it from the next. */
  let wide = 0
  let wanted: SoundAndPicture = { sound: false, picture: false }
  let selfView: MediaStream | null = null
  /** Tracks whose place another has taken, for as long as they are still sent. */
  const leaving: Record<Channel, MediaStreamTrack | null> = { sound: null, picture: null }
  /** Counts closings: what was asked for before one is stopped when it comes after. */
  let session = 0
  let queue: Promise<void> = Promise.resolve()
  let retryTimer: ReturnType<typeof setTimeout> | undefined

  const put = (channel: Channel, slot: Slot) => {
    slots[channel] = slot
    if (channel === 'picture') showSelf(slot.kind === 'open' ? slot.track : null)
  }

  /** A copy, because muting blackens the track that is sent, and the self-view must stay. */
  const showSelf = (camera: MediaStreamTrack | null) => {
    for (const track of selfView?.getTracks() ?? []) track.stop()
    selfView = camera ? new MediaStream([camera.clone()]) : null
  }

  const lost = (channel: Channel, track: MediaStreamTrack) => {
    const slot = slots[channel]
    if (slot.kind !== 'open' || slot.track !== track) return
    put(channel, { kind: 'unavailable', why: 'lost' })
    onChange()
    acquireReturned()
  }

  const accept = (channel: Channel, got: MediaStreamTrack | DeviceTrouble) => {
    if (typeof got === 'string') {
      // A device that was lost stays "lost", not "missing", until it is back.
      const before = slots[channel]
      const wasLost = before.kind === 'unavailable' && before.why === 'lost'
      put(channel, { kind: 'unavailable', why: wasLost && got === 'missing' ? 'lost' : got })
      return
    }
    put(channel, { kind: 'open', track: got })
    got.addEventListener('ended', () => lost(channel, got), { once: true })
  }

  /** One request at a time: two at once would open a device twice. */
  const acquireMissing = (needs: (channel: Channel) => boolean) => {
    const asked = session
    queue = queue.then(async () => {
      if (asked !== session) return
      const need = { sound: needs('sound'), picture: needs('picture') }
      if (!need.sound && !need.picture) return
      const got = await acquire(need, constraintsFor(chosen(), wide > 0))
      for (const channel of CHANNELS) {
        const result = got[channel]
        if (result === null) continue
        if (asked === session) accept(channel, result)
        else if (typeof result !== 'string') result.stop()
      }
      if (asked !== session) return
      onChange()
      scheduleRetry()
    })
    return queue
  }

  /** Takes the open camera anew, as large as asked. The old track stays in its place until then: nothing is lost. */
  const retake = (): Promise<MediaStreamTrack | DeviceTrouble> => {
    const asked = session
    const retaken = queue.then(async () => {
      const slot = slots.picture
      if (asked !== session || slot.kind !== 'open') return 'missing'
      slot.track.stop()
      for (const track of selfView?.getTracks() ?? []) track.stop()
      // As it was when the camera was asked: by the time it answers somebody else may want something else.
      const isWide = wide > 0
      const { video } = constraintsFor(chosen(), isWide)
      const got = await requestOne({ video })
      if (asked !== session) {
        if (typeof got !== 'string') got.stop()
        return 'missing'
      }
      const whole = isWide && typeof got !== 'string' ? await beside(got) : got
      accept('picture', got)
      onChange()
      scheduleRetry()
      return whole
    })
    queue = retaken.then(() => undefined)
    return retaken
  }

  /** Makes `face` small and returns the camera's whole picture. */
  const beside = async (face: MediaStreamTrack): Promise<MediaStreamTrack> => {
    const whole = face.clone()
    // A camera that cannot be scaled sends its whole picture twice.
    await face.applyConstraints(SMALL_FACE).catch(() => undefined)
    return whole
  }

  const isMissing = (channel: Channel) => wanted[channel] && slots[channel].kind !== 'open'

  /** Without being asked, nothing that the person refused is asked for again. */
  const mayReturn = (channel: Channel) => {
    const slot = slots[channel]
    return wanted[channel] && slot.kind === 'unavailable' && RETRIED.has(slot.why)
  }

  /** Not every hub tells when a device is back, so ask now and then too. */
  const scheduleRetry = () => {
    clearTimeout(retryTimer)
    if (CHANNELS.some(mayReturn)) retryTimer = setTimeout(acquireReturned, RETRY_MS)
  }

  const acquireReturned = () => void acquireMissing(mayReturn)

  const chosenFor = (channel: Channel) => (channel === 'sound' ? chosen().microphone : chosen().camera)

  const takeChosen = async (channel: Channel): Promise<DeviceTrouble | null> => {
    const before = slots[channel]
    // A paper is on the camera as it is.
    if (!wanted[channel] || (channel === 'picture' && wide > 0)) return null
    const id = chosenFor(channel)
    if (before.kind === 'open' && id !== null && before.track.getSettings().deviceId === id) return null
    return takePlaceOf(channel, before)
  }

  /** Opens the chosen device beside what is there, which goes on until the other is sent. */
  const takePlaceOf = async (channel: Channel, before: Slot): Promise<DeviceTrouble | null> => {
    const asked = session
    const got = await requestOne(exactly(channel, chosen()))
    if (typeof got === 'string') return got
    // Everything has been closed or changed meanwhile.
    if (asked !== session || slots[channel] !== before) {
      got.stop()
      return null
    }
    if (before.kind === 'open') {
      // Of two that came in a row, the first has never been sent.
      if (leaving[channel]) before.track.stop()
      else leaving[channel] = before.track
    }
    accept(channel, got)
    onChange()
    return null
  }

  /** The device that the person chose is back: it takes the place of whichever stood in for it. */
  const takeBackChosen = async (channel: Channel, devices: MediaDevices) => {
    const id = chosenFor(channel)
    const standIn = slots[channel]
    // A paper is on the camera as it is: taking another one would take it away.
    if (id === null || standIn.kind !== 'open' || (channel === 'picture' && wide > 0)) return
    if (standIn.track.getSettings().deviceId === id) return
    const present = await devices.enumerateDevices()
    if (!present.some(({ deviceId }) => deviceId === id) || slots[channel] !== standIn) return
    // Where it does not open, what is there stays.
    await takePlaceOf(channel, standIn)
  }

  const deviceChanged = () => {
    acquireReturned()
    const devices = mediaDevices()
    if (!devices) return
    for (const channel of CHANNELS) {
      queue = queue.then(() => takeBackChosen(channel, devices)).catch(() => undefined)
    }
  }

  return {
    open(next) {
      const isFirst = !wanted.sound && !wanted.picture
      wanted = { sound: wanted.sound || next.sound, picture: wanted.picture || next.picture }
      if (isFirst) mediaDevices()?.addEventListener('devicechange', deviceChanged)
      for (const channel of CHANNELS) {
        if (next[channel] && slots[channel].kind === 'closed') put(channel, { kind: 'opening' })
      }
      onChange()
      return acquireMissing(isMissing)
    },
    close() {
      session++
      wide = 0
      wanted = { sound: false, picture: false }
      clearTimeout(retryTimer)
      mediaDevices()?.removeEventListener('devicechange', deviceChanged)
      for (const channel of CHANNELS) {
        const slot = slots[channel]
        if (slot.kind === 'open') slot.track.stop()
        leaving[channel]?.stop()
        leaving[channel] = null
        put(channel, { kind: 'closed' })
      }
      onChange()
    },
    track(channel) {
      const slot = slots[channel]
      return slot.kind === 'open' ? slot.track : null
    },
    isOwn(channel, trackId) {
      const slot = slots[channel]
      return slot.kind === 'open' && (slot.track.id === trackId || leaving[channel]?.id === trackId)
    },
    takeChosen(channel) {
      const taken = queue.then(() => takeChosen(channel))
      queue = taken.then(() => undefined)
      return taken
    },
    settle(channel, sent) {
      const old = leaving[channel]
      if (old === null || old.id === sent) return
      old.stop()
      leaving[channel] = null
    },
    state: () => ({ sound: told(slots.sound), picture: told(slots.picture) }),
    phase() {
      const kinds = CHANNELS.map((channel) => slots[channel].kind)
      if (kinds.includes('opening')) return 'opening'
      return kinds.every((kind) => kind === 'closed') ? 'closed' : 'open'
    },
    selfView: () => selfView,
    widen() {
      wide++
      return retake()
    },
    async narrow() {
      if (wide === 0) return
      wide--
      if (wide === 0) await retake()
    },
    noticeStopped() {
      for (const channel of CHANNELS) {
        const slot = slots[channel]
        if (slot.kind === 'open' && slot.track.readyState === 'ended') lost(channel, slot.track)
      }
    },
  }
}

const RETRY_MS = 2_000
const RETRIED: ReadonlySet<DeviceTrouble> = new Set(['lost', 'missing', 'in-use'])

const told = (slot: Slot): DeviceState =>
  slot.kind === 'open' ? { kind: 'open', label: slot.track.label } : slot

/** Undefined on a page without HTTPS, whatever its type says. */
const mediaDevices = (): MediaDevices | undefined => navigator.mediaDevices

/** Null: not asked for. */
type Acquired = Record<Channel, MediaStreamTrack | DeviceTrouble | null>

/** Asked for, not demanded: a chosen device that is gone falls back to the default. */
const constraintsFor = (
  { camera, microphone }: Pick<DeviceChoice, 'camera' | 'microphone'>,
  isWide: boolean,
) => {
  const size = isWide ? PAPER_CAMERA : CAMERA
  return {
    video: camera === null ? size : { ...size, deviceId: { ideal: camera } },
    audio: microphone === null ? MICROPHONE : { ...MICROPHONE, deviceId: { ideal: microphone } },
  }
}

/** Demanded, where one was chosen: what stands in for it is there already. */
function exactly(
  channel: Channel,
  choice: Pick<DeviceChoice, 'camera' | 'microphone'>,
): MediaStreamConstraints {
  const { audio, video } = constraintsFor(choice, false)
  const id = channel === 'sound' ? choice.microphone : choice.camera
  const exact = id === null ? {} : { deviceId: { exact: id } }
  return channel === 'sound' ? { audio: { ...audio, ...exact } } : { video: { ...video, ...exact } }
}

/** Both at once, for one question to the person; if that fails each alone, since one may still be had. */
async function acquire(
  need: SoundAndPicture,
  { audio, video }: ReturnType<typeof constraintsFor>,
): Promise<Acquired> {
  if (need.sound && need.picture) {
    const both = await request({ audio, video })
    if (typeof both !== 'string') {
      return {
        sound: both.getAudioTracks()[0] ?? 'missing',
        picture: both.getVideoTracks()[0] ?? 'missing',
      }
    }
  }
  const sound = need.sound ? await requestOne({ audio }) : null
  const picture = need.picture ? await requestOne({ video }) : null
  return { sound, picture }
}

async function requestOne(constraints: MediaStreamConstraints): Promise<MediaStreamTrack | DeviceTrouble> {
  const stream = await request(constraints)
  return typeof stream === 'string' ? stream : (stream.getTracks()[0] ?? 'missing')
}

async function request(constraints: MediaStreamConstraints): Promise<MediaStream | DeviceTrouble> {
  const devices = mediaDevices()
  if (!devices) return 'unsupported'
  try {
    return await devices.getUserMedia(constraints)
  } catch (error) {
    const trouble = deviceTroubleOf(error instanceof DOMException ? error.name : '')
    return trouble === 'unknown' ? 'in-use' : trouble
  }
}
