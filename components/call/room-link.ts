import type {
  LocalTrack,
  LocalTrackPublication,
  ParticipantEvent,
  RemoteParticipant,
  Room,
} from 'livekit-client'
import type { Channel } from './call-media-state.ts'
import { engineOfNextAttempt } from './engine-of-next-attempt.ts'
import type { PassingSound } from './health/ear.ts'
import {
  CAMERA_PUBLISH,
  CONNECT_OPTIONS,
  MICROPHONE_PUBLISH,
  PAPER_PUBLISH,
  ROOM_OPTIONS,
  SCREEN_PUBLISH,
} from './livekit-options.ts'
import { loadLiveKit } from './load-livekit.ts'
import type { Actual } from './next-step.ts'
import { createPictureStart, type PictureStart, startWhole } from './picture-start.ts'
import type { PlannedRoom, RoomTicket } from './room-ticket.ts'
import { boundVoice } from './voice-bits.ts'
import { isOfPeople } from './wanted-tracks.ts'

/** What happens to a room without our asking. */
export interface RoomLinkListener {
  /** Anything that `RoomLink` tells may have changed. */
  onChange: () => void
  /** Somebody has begun or ceased to speak. */
  onSpeakers: () => void
  /** The connection ended, and not by `leave`. `replaced`: the same identity joined elsewhere. */
  onCutOff: (why: 'replaced' | 'other') => void
  /** Somebody in the room has sent this to us; who, the media server says and nobody else. */
  onPacket: (from: string, topic: string, bytes: Uint8Array) => void
}

/** This page's one place in LiveKit: at most one room at a time, always the same `Room` object. */
export interface RoomLink {
  state: () => Actual['link']
  /** LiveKit is coming back to the room by itself. */
  isReconnecting: () => boolean
  /** Counts connections, also those that LiveKit made again by itself. */
  stay: () => number
  /** Resolves once the room knows us; media follows. `signal` ends the wait for a ticket. */
  join: (room: PlannedRoom, fetchToken: FetchToken, signal: AbortSignal) => Promise<void>
  leave: () => Promise<void>
  /**
   * Who may subscribe to what this page publishes; nobody until this is called for a room.
   * @param peopleOnly those of them who may subscribe to the person's sound and picture alone
   */
  nameSubscribers: (identities: readonly string[], peopleOnly?: readonly string[]) => void
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
  /** Reliably and in order, to these identities only. What fails on the way is lost, silently. */
  sendPacket: (topic: string, bytes: Uint8Array<ArrayBuffer>, to: readonly string[]) => void
  participant: (identity: string) => RemoteParticipant | null
  participants: () => Iterable<RemoteParticipant>
  /** One for each track that is sent or received; what they share is in each. */
  stats: () => Promise<readonly TrackStats[]>
  /** Of microphones: the own one that is published, and those that are subscribed. */
  sounds: () => readonly PassingSound[]
}

/** What the browser counts about one track. */
export interface TrackStats {
  /** Whose it is, by identity; null: this page's own. */
  of: string | null
  report: RTCStatsReport
}

/** What a page may send: the person, a paper that they show, their screen. */
export type Outgoing = Channel | 'paper' | 'screen'

const OUTGOING = ['sound', 'picture', 'paper', 'screen'] as const satisfies readonly Outgoing[]

/** By LiveKit's name of the source. */
const isMicrophone = (source: string): boolean => source === 'microphone'

export type FetchToken = (room: PlannedRoom) => Promise<RoomTicket>

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

export function createRoomLink(listener: RoomLinkListener): RoomLink {
  let liveKitRoom: Room | null = null
  let link: Actual['link'] = { kind: 'out' }
  let isReconnecting = false
  let isLeaving = false
  let stay = 0
  let subscribers: readonly string[] = []
  /** Of those. */
  let peopleOnly: readonly string[] = []
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

  const forget = () => {
    link = { kind: 'out' }
    isReconnecting = false
    for (const channel of OUTGOING) {
      published[channel]?.start?.stop()
      published[channel] = null
    }
    connection.abort()
    connection = new AbortController()
  }

  /** LiveKit never frees a `Room`, so a page makes one and joins every call with it. */
  const theRoom = async (): Promise<Room> => {
    if (liveKitRoom) return liveKitRoom
    const { Room, RoomEvent, DisconnectReason } = await loadLiveKit()
    const room = new Room(ROOM_OPTIONS)
    const reconnecting = () => {
      isReconnecting = true
      listener.onChange()
    }
    room
      .on(RoomEvent.Reconnecting, reconnecting)
      .on(RoomEvent.SignalReconnecting, reconnecting)
      .on(RoomEvent.Reconnected, () => {
        isReconnecting = false
        stay++
        listener.onChange()
      })
      .on(RoomEvent.Disconnected, (reason) => {
        forget()
        if (isLeaving) return
        listener.onCutOff(reason === DisconnectReason.DUPLICATE_IDENTITY ? 'replaced' : 'other')
      })
      .on(RoomEvent.DataReceived, (bytes, participant, _kind, topic) => {
        if (participant && topic) listener.onPacket(participant.identity, topic, bytes)
      })
      .on(RoomEvent.ActiveSpeakersChanged, () => listener.onSpeakers())
      // Also of what LiveKit publishes anew, with another id, when it had to join again.
      .on(RoomEvent.LocalTrackPublished, (publication) => {
        if (peopleOnly.length > 0 && isOfPeople(publication)) sendSubscribers()
      })
    for (const event of [
      RoomEvent.ParticipantConnected,
      RoomEvent.ParticipantDisconnected,
      RoomEvent.TrackPublished,
      RoomEvent.TrackUnpublished,
      RoomEvent.TrackSubscribed,
      RoomEvent.TrackUnsubscribed,
      RoomEvent.TrackSubscriptionPermissionChanged,
      RoomEvent.TrackMuted,
      RoomEvent.TrackUnmuted,
    ] as const) {
      room.on(event, () => listener.onChange())
    }
    liveKitRoom = room
    return room
  }

  /**
   * For people only it lists tracks by their ids, which are known once they are published: what is not in the list
   * is theirs at no moment, and an id that is no more opens nothing, because none is given twice.
   */
  const sendSubscribers = () => {
    if (!liveKitRoom) return
    const { localParticipant } = liveKitRoom
    const allowedTrackSids = [...localParticipant.trackPublications.values()]
      .filter(isOfPeople)
      .map(({ trackSid }) => trackSid)
    localParticipant.setTrackSubscriptionPermissions(
      false,
      subscribers.map((participantIdentity) =>
        peopleOnly.includes(participantIdentity)
          ? { participantIdentity, allowedTrackSids }
          : { participantIdentity, allowAll: true },
      ),
    )
  }

  /** What the encoder is asked once a track has been muted or unmuted. */
  const begin = async (channel: Outgoing, { local, isLive, start }: Published) => {
    if (start) return isLive ? start.begin() : start.rest()
    if (isLive && channel !== 'sound') await startWhole(local.sender)
  }

  const leave = async () => {
    isLeaving = true
    try {
      await liveKitRoom?.disconnect(false)
    } catch {
      // Out is out: the server notices by itself that nobody is there.
    } finally {
      isLeaving = false
      forget()
      listener.onChange()
    }
  }

  return {
    state: () => link,
    isReconnecting: () => isReconnecting,
    stay: () => stay,

    async join(room, fetchToken, signal) {
      link = { kind: 'joining', room }
      listener.onChange()
      try {
        const [liveKit, ticket] = await unlessAborted(Promise.all([theRoom(), fetchToken(room)]), signal)
        if (ticket.room !== room.name || ticket.identity !== room.identity) {
          throw new RoomLinkError('the ticket is for another room')
        }
        // Not abandoned half-way, even when it is no longer wanted: LiveKit never closes the connection of
        // an attempt that was. The caller leaves as soon as this is through.
        await signalled(liveKit, ticket, () => {
          link = { kind: 'signalled', room }
          stay++
          // In this very task, before anything can be published: the room's own default is everyone.
          sendSubscribers()
          listener.onChange()
        })
      } catch (error) {
        await leave()
        throw error
      }
    },

    leave,

    nameSubscribers(identities, ofPeopleOnly = []) {
      if (isSame(identities, subscribers) && isSame(ofPeopleOnly, peopleOnly)) return
      subscribers = identities
      peopleOnly = ofPeopleOnly
      if (link.kind === 'signalled' || link.kind === 'joined') sendSubscribers()
    },

    async publish(channel, track, signal) {
      const { signal: ended } = connection
      const liveKit = await theRoom()
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
        const isForPeople = channel === 'sound' || channel === 'picture'
        const receivers = isForPeople ? subscribers : subscribers.filter((name) => !peopleOnly.includes(name))
        if (receivers.some((name) => liveKit.remoteParticipants.has(name)))
          await unlessAborted(isHeard, isNoLongerWanted)
      } catch (error) {
        if (ended.aborted && !signal.aborted) return
        throw error
      }
      if (ended.aborted) return
      const made: Published = { local, deviceTrackId: track.id, next: null, isLive: false, start }
      published[channel] = made
      if (channel === 'sound' && isThrifty) boundVoice(local.sender, isThrifty)
      if (pictureBits !== null) start?.bound(pictureBits)
      listener.onChange()
      // Where it is live at once nobody waits for an answer.
      if (published[channel] === made && !made.isLive) start?.rest()
    },

    async withdraw(channel) {
      const before = published[channel]
      if (!before) return
      published[channel] = null
      before.start?.stop()
      await liveKitRoom?.localParticipant.unpublishTrack(before.local, false)
      listener.onChange()
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
      listener.onChange()
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

    sendPacket(topic, bytes, to) {
      // Without destinations LiveKit would send to everybody in the room.
      if (!liveKitRoom || to.length === 0) return
      liveKitRoom.localParticipant
        .publishData(bytes, { reliable: true, destinationIdentities: [...to], topic })
        // The connection is gone, which `onCutOff` tells.
        .catch(() => undefined)
    },

    participant: (identity) => liveKitRoom?.remoteParticipants.get(identity) ?? null,
    participants: () => liveKitRoom?.remoteParticipants.values() ?? [],

    async stats() {
      const received = [...(liveKitRoom?.remoteParticipants.values() ?? [])].flatMap(
        ({ identity, trackPublications }) =>
          [...trackPublications.values()].map(({ track }) => ({ of: identity, end: track?.receiver })),
      )
      const sent = OUTGOING.map((channel) => ({ of: null, end: published[channel]?.local.sender }))
      const stats = await Promise.all(
        [...sent, ...received].map(async ({ of, end }) => {
          const report = await end?.getStats().catch(() => null)
          return report ? [{ of, report }] : []
        }),
      )
      return stats.flat()
    },

    sounds() {
      const received = [...(liveKitRoom?.remoteParticipants.values() ?? [])].flatMap(
        ({ identity, trackPublications }) =>
          [...trackPublications.values()]
            .filter(({ source }) => isMicrophone(source))
            .flatMap(({ track }) => (track ? [{ of: identity, track: track.mediaStreamTrack }] : [])),
      )
      const { sound } = published
      return sound ? [{ of: null, track: sound.local.mediaStreamTrack }, ...received] : received
    },
  }

  /** Connects; resolves at the moment the room knows us, which is before media can flow. */
  async function signalled(room: Room, ticket: RoomTicket, onSignalled: () => void) {
    const { RoomEvent } = await loadLiveKit()
    const engine = engineOfNextAttempt(room)
    await new Promise<void>((resolve, reject) => {
      const known = () => {
        onSignalled()
        resolve()
      }
      room.once(RoomEvent.SignalConnected, known)
      room.connect(ticket.url, ticket.token, CONNECT_OPTIONS).then(
        () => {
          if (link.kind !== 'signalled') return
          link = { kind: 'joined', room: link.room }
          listener.onChange()
        },
        () => {
          room.off(RoomEvent.SignalConnected, known)
          // LiveKit leaves the peer connection of a refused attempt open, and the browser bounds their number.
          void engine.then((failed) => failed?.cleanupPeerConnections())
          // LiveKit's own message may quote the token, so it goes no further.
          reject(new RoomLinkError('the media server let nobody in'))
        },
      )
    })
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at])

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

/** Joining or publishing did not work, or is no longer wanted. */
class RoomLinkError extends Error {
  override name = 'RoomLinkError'
}

/** Settles with `work`, or rejects as soon as `signal` aborts. */
function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abandon = () => reject(new RoomLinkError('no longer wanted'))
    if (signal.aborted) abandon()
    signal.addEventListener('abort', abandon, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon))
  })
}
