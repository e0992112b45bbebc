import type { RemoteParticipant, RemoteTrackPublication } from 'livekit-client'
import type { Channels } from '@/lib/switchboard/board.ts'
import type { Channel, RemoteEnd as RemoteEndState } from './call-media-state.ts'
import { createReception } from './reception.ts'
import { createRemotePlayer } from './remote-player.ts'
import type { RoomLink } from './room-link.ts'

/** The other end: subscribed as soon as it is named, shown and played when the plan says so. */
export interface RemoteEnd {
  /** @param named may be subscribed already; whoever is not in it is nobody. */
  follow: (named: readonly string[], shows: readonly string[]) => void
  /** Looks at the room again. */
  refresh: () => void
  attach: (element: HTMLVideoElement) => () => void
  resumeSound: () => Promise<void>
  state: () => RemoteEndState | null
  receives: () => Channels
  isSoundBlocked: () => boolean
}

export function createRemoteEnd(
  link: Pick<RoomLink, 'participant' | 'participants'>,
  speaker: () => string | null,
  onChange: () => void,
): RemoteEnd {
  let named: ReadonlySet<string> = new Set()
  let shows: readonly string[] = []
  let shown: RemoteEndState | null = null
  const reception = createReception(onChange)
  const player = createRemotePlayer(speaker, { onFrame: reception.sawFrame, onSoundBlocked: onChange })

  let lookAgain: ReturnType<typeof setTimeout> | undefined

  const refresh = () => {
    clearTimeout(lookAgain)
    // LiveKit loses an event now and then when it had to reconnect, so events only hurry this up.
    if (!isComplete()) lookAgain = setTimeout(refresh, LOOK_AGAIN_MS)
    for (const participant of link.participants()) subscribe(participant, named.has(participant.identity))
    const identity = shows.find((name) => link.participant(name))
    const participant = identity === undefined ? null : link.participant(identity)
    const sound = participant && publicationOf(participant, 'sound')
    const picture = participant && publicationOf(participant, 'picture')
    shown = participant && {
      identity: participant.identity,
      picture: isSending(picture),
      sound: isSending(sound),
    }
    // Before it is unmuted, so that the first frame finds its place ready.
    player.play({
      sound: sound?.track?.mediaStreamTrack ?? null,
      picture: picture?.track?.mediaStreamTrack ?? null,
    })
    reception.watch({ sound: receiverOf(sound), picture: receiverOf(picture) })
    onChange()
  }

  /** Everybody who is named is there, with all that they have published. */
  const isComplete = (): boolean =>
    [...named].every((identity) => {
      const publications = [...(link.participant(identity)?.trackPublications.values() ?? [])]
      return publications.length > 0 && publications.every(({ track }) => track !== undefined)
    })

  return {
    follow(nextNamed, nextShows) {
      named = new Set([...nextNamed, ...nextShows])
      if (named.size > 0) player.prepare()
      shows = nextShows
      refresh()
    },
    refresh,
    attach: player.attach,
    resumeSound: player.resumeSound,
    state: () => shown,
    receives: () => ({ ...reception.received(), text: false }),
    isSoundBlocked: player.isSoundBlocked,
  }
}

const LOOK_AGAIN_MS = 400

/** Says it again only when it changes: each time is a message to the server. */
function subscribe(participant: RemoteParticipant, isNamed: boolean) {
  for (const publication of participant.trackPublications.values()) {
    if (publication.isDesired !== isNamed) publication.setSubscribed(isNamed)
  }
}

/** By LiveKit's names of sources; others, such as a shared screen, are not the person. */
const CHANNEL_OF: ReadonlyMap<string, Channel> = new Map([
  ['microphone', 'sound'],
  ['camera', 'picture'],
])

const publicationOf = (participant: RemoteParticipant, channel: Channel): RemoteTrackPublication | null =>
  [...participant.trackPublications.values()].find(({ source }) => CHANNEL_OF.get(source) === channel) ?? null

const isSending = (publication: RemoteTrackPublication | null): boolean =>
  publication?.track !== undefined && !publication.isMuted

const receiverOf = (publication: RemoteTrackPublication | null): RTCRtpReceiver | null =>
  (isSending(publication) && publication?.track?.receiver) || null
