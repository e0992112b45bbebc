import type { LocalTrack, LocalTrackPublication, ParticipantEvent, Room } from 'livekit-client'
import type { Channel } from './call-media-state.ts'
import { CAMERA_PUBLISH, MICROPHONE_PUBLISH, PAPER_PUBLISH, SCREEN_PUBLISH } from './livekit-options.ts'
import { loadLiveKit } from './load-livekit.ts'
import { createPictureStart, type PictureStart, startWhole } from './picture-start.ts'
import { unlessAborted } from './unless-aborted.ts'
import { boundVoice } from './voice-bits.ts'

/** What a page may send: the person, a paper that they show, their screen. */
export type Outgoing = Channel | 'paper' | 'screen'

const OUTGOING = ['sound', 'picture', 'paper', 'screen'] as const satisfies readonly Outgoing[]

/** What this page sends in the room that it is in: published muted, then live and muted as it is told. */
export interface OutgoingTracks {
  /**
   * Publishes muted. When a named subscriber is there already, waits until they have it: a picture that
   * starts before is not decoded until the next whole frame, which the server asks for only now and then.
   * Resolves at once, with nothing published, when the connection ends meanwhile.
   */
  publish: (channel: Outgoing, track: MediaStreamTrack, signal: AbortSignal) => Promise<void>
  /** Takes back what was published. */
  withdraw: (channel: Outgoing) => Promise<void>
  replace: (channel: Channel, track: MediaStreamTrack, signal: AbortSignal) => Promise<void>
  /** The device track that is published, by id. */
  published: (channel: Outgoing) => string | null
  /** Takes effect in this task: LiveKit only waits for promises that are already resolved. */
  setLive: (channel: Outgoing, isLive: boolean) => void
  isLive: (channel: Outgoing) => boolean
  /** The person's picture goes on with a whole frame, if it is live: somebody has come who sees nothing before. */
  beginAnew: () => void
  /** The voice in as few bits as it takes, now and in what is published later. */
  setThrifty: (isThrifty: boolean) => void
  /** The person's picture in so few bits per second, now and when it is published later; null: as it likes. */
  boundPicture: (bitsPerSecond: number | null) => void
}

/** As this page's place in the room uses it. */
export interface OutgoingTracksParts extends OutgoingTracks {
  /** The connection has ended, and what was published with it. */
  forgetPublished: () => void
  /** Of all that is published. */
  senders: () => readonly RTCRtpSender[]
  /** The microphone's, as it is sent. */
  soundTrack: () => MediaStreamTrack | null
}

/** A track in LiveKit's wrapping, and what was last asked of it: its own mute state lags behind. */
interface Published {
  local: LocalTrack
  deviceTrackId: string
  /** On its way to take the place of the device's track. */
  next: MediaStreamTrack | null
  isLive: boolean
  /** Of a person's picture. */
  start: PictureStart | null
}

/**
 * @param room this page's own, which is there before anything is published
 * @param isAwaited somebody is in the room who may subscribe to it
 * @param onChange anything that is told here may have changed
 */
export function createOutgoingTracks(
  room: () => Promise<Room>,
  isAwaited: (channel: Outgoing) => boolean,
  onChange: () => void,
): OutgoingTracksParts {
  let isThrifty = false
  let pictureBits: number | null = null
  /** Aborted when the connection ends; then the next one has its own. */
  let connection = new AbortController()
  const published: Record<Outgoing, Published | null> = {
    sound: null,
    picture: null,
    paper: null,
    screen: null,
  }

  /** What the encoder is asked once a track has been muted or unmuted. */
  const begin = async (channel: Outgoing, { local, isLive, start }: Published) => {
    if (start) return isLive ? start.begin() : start.rest()
    if (isLive && channel !== 'sound') await startWhole(local.sender)
  }

  return {
    async publish(channel, track, signal) {
      const { signal: ended } = connection
      const liveKit = await room()
      const { LocalAudioTrack, LocalVideoTrack, ParticipantEvent, Track } = await loadLiveKit()
      // "User-provided": else LiveKit closes the camera on mute and takes 200 ms to open it again.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- LiveKit's declarations contradict each other under exactOptionalPropertyTypes
      const local = (
        channel === 'sound'
          ? new LocalAudioTrack(track, undefined, true)
          : new LocalVideoTrack(track, undefined, true)
      ) as LocalTrack
      await local.mute()
      const options = {
        sound: { ...MICROPHONE_PUBLISH, source: Track.Source.Microphone },
        picture: { ...CAMERA_PUBLISH, source: Track.Source.Camera },
        paper: { ...PAPER_PUBLISH, source: Track.Source.Camera },
        screen: { ...SCREEN_PUBLISH, source: Track.Source.ScreenShare },
      }[channel]
      const isHeard = subscribed(liveKit, ParticipantEvent.LocalTrackSubscribed, local)
      let start: PictureStart | null = null
      const isNoLongerWanted = AbortSignal.any([signal, ended])
      try {
        await unlessAborted(liveKit.localParticipant.publishTrack(local, options), isNoLongerWanted)
        if (channel === 'picture')
          start = createPictureStart(
            () => local.sender,
            () => linesOf(local),
          )
        if (isAwaited(channel)) await unlessAborted(isHeard, isNoLongerWanted)
      } catch (error) {
        if (ended.aborted && !signal.aborted) return
        throw error
      }
      if (ended.aborted) return
      const made: Published = { local, deviceTrackId: track.id, next: null, isLive: false, start }
      published[channel] = made
      if (channel === 'sound' && isThrifty) boundVoice(local.sender, isThrifty)
      if (pictureBits !== null) start?.bound(pictureBits)
      onChange()
      // Where it is live at once nobody waits for an answer.
      if (published[channel] === made && !made.isLive) start?.rest()
    },

    async withdraw(channel) {
      const before = published[channel]
      if (!before) return
      published[channel] = null
      before.start?.stop()
      const { localParticipant } = await room()
      await localParticipant.unpublishTrack(before.local, false)
      onChange()
    },

    async replace(channel, track, signal) {
      const before = published[channel]
      if (!before) return
      // LiveKit mutes it only once it is sent.
      track.enabled = before.isLive
      before.next = track
      try {
        await unlessAborted(before.local.replaceTrack(track, true), signal)
      } finally {
        before.next = null
      }
      before.deviceTrackId = track.id
      // The next camera's picture may have other lines.
      if (pictureBits !== null) before.start?.bound(pictureBits)
      onChange()
    },

    published: (channel) => published[channel]?.deviceTrackId ?? null,

    setLive(channel, isLive) {
      const track = published[channel]
      if (!track || track.isLive === isLive) return
      track.isLive = isLive
      if (track.next) track.next.enabled = isLive
      ;(isLive ? track.local.unmute() : track.local.mute())
        // Behind it, because asking the encoder keeps the page waiting.
        .then(() => (isLive === track.isLive ? begin(channel, track) : undefined))
        // A failure here means the connection is gone, which `onCutOff` tells.
        .catch(() => undefined)
    },

    isLive: (channel) => published[channel]?.isLive ?? false,

    beginAnew() {
      const { picture } = published
      if (picture?.isLive) picture.start?.beginAnew()
    },

    setThrifty(next) {
      if (next === isThrifty) return
      isThrifty = next
      boundVoice(published.sound?.local.sender, isThrifty)
    },

    boundPicture(next) {
      if (next === pictureBits) return
      pictureBits = next
      published.picture?.start?.bound(pictureBits)
    },

    forgetPublished() {
      for (const channel of OUTGOING) {
        published[channel]?.start?.stop()
        published[channel] = null
      }
      connection.abort()
      connection = new AbortController()
    },

    senders: () => OUTGOING.flatMap((channel) => published[channel]?.local.sender ?? []),
    soundTrack: () => published.sound?.local.mediaStreamTrack ?? null,
  }
}

const linesOf = ({ mediaStreamTrack }: LocalTrack): number | undefined =>
  mediaStreamTrack.getSettings().height

/** Resolves when somebody has subscribed to `local`, or soon: it is a courtesy, not a condition. */
function subscribed(
  room: Room,
  event: ParticipantEvent.LocalTrackSubscribed,
  local: LocalTrack,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      room.localParticipant.off(event, look)
      resolve()
    }
    const look = (publication: LocalTrackPublication) => {
      if (publication.track === local) done()
    }
    const timer = setTimeout(done, SUBSCRIBED_WITHIN_MS)
    room.localParticipant.on(event, look)
  })
}

const SUBSCRIBED_WITHIN_MS = 600
