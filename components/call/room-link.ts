import type { RemoteParticipant, Room } from 'livekit-client'
import { engineOfNextAttempt } from './engine-of-next-attempt.ts'
import type { PassingSound } from './health/ear.ts'
import { CONNECT_OPTIONS, ROOM_OPTIONS } from './livekit-options.ts'
import { loadLiveKit } from './load-livekit.ts'
import type { Actual } from './next-step.ts'
import { createOutgoingTracks, type Outgoing, type OutgoingTracks } from './outgoing-tracks.ts'
import type { PlannedRoom, RoomTicket } from './room-ticket.ts'
import { unlessAborted } from './unless-aborted.ts'
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
export interface RoomLink extends OutgoingTracks {
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

/** By LiveKit's name of the source. */
const isMicrophone = (source: string): boolean => source === 'microphone'

export type FetchToken = (room: PlannedRoom) => Promise<RoomTicket>

export function createRoomLink(listener: RoomLinkListener): RoomLink {
  let liveKitRoom: Room | null = null
  let link: Actual['link'] = { kind: 'out' }
  let isReconnecting = false
  let isLeaving = false
  let stay = 0
  let subscribers: readonly string[] = []
  /** Of those. */
  let peopleOnly: readonly string[] = []

  const forget = () => {
    link = { kind: 'out' }
    isReconnecting = false
    forgetPublished()
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

  /** Somebody who may have it is there. */
  const isAwaited = (channel: Outgoing): boolean => {
    const isForPeople = channel === 'sound' || channel === 'picture'
    const receivers = isForPeople ? subscribers : subscribers.filter((name) => !peopleOnly.includes(name))
    return receivers.some((name) => liveKitRoom?.remoteParticipants.has(name))
  }

  const { forgetPublished, senders, soundTrack, ...outgoing } = createOutgoingTracks(theRoom, isAwaited, () =>
    listener.onChange(),
  )

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
    ...outgoing,
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
      const sent = senders().map((end) => ({ of: null, end }))
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
      const own = soundTrack()
      return own ? [{ of: null, track: own }, ...received] : received
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

/** Joining did not work. */
class RoomLinkError extends Error {
  override name = 'RoomLinkError'
}
