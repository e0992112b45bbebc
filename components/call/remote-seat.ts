import type { RemoteParticipant, RemoteTrackPublication } from 'livekit-client'
import type { Channel, SeenEnd } from './call-media-state.ts'
import { PAPER_TRACK_NAME } from './livekit-options.ts'
import { createReception } from './reception.ts'
import { createRemotePlayer } from './remote-player.ts'

/** One person of the far ends: where they are seen and heard here, and what of them arrives. */
export interface RemoteSeat {
  /** Somebody may soon be heard: what takes too long when they are is done now. */
  prepare: () => void
  /**
   * Who sits here.
   * @param next made ready behind a curtain while nobody is shown; null: nobody
   */
  fill: (shown: RemoteParticipant | null, next: RemoteParticipant | null) => void
  attach: (element: HTMLVideoElement) => () => void
  resumeSound: () => Promise<void>
  /** How loud, 0 to 1. */
  setGain: (gain: number) => void
  state: () => SeenEnd | null
  isSoundBlocked: () => boolean
  /** A page still holds an element of it. */
  isAttached: () => boolean
}

export function createRemoteSeat(speaker: () => string | null, onChange: () => void): RemoteSeat {
  let shown: RemoteParticipant | null = null
  let attached = 0
  const reception = createReception(onChange)
  const player = createRemotePlayer(speaker, { onFrame: reception.sawFrame, onSoundBlocked: onChange })

  return {
    prepare: player.prepare,
    fill(participant, next) {
      shown = participant
      const ready = participant ?? next
      player.play({
        sound: (ready && publicationOf(ready, 'sound')?.track?.mediaStreamTrack) ?? null,
        picture: (ready && publicationOf(ready, 'picture')?.track?.mediaStreamTrack) ?? null,
        isShown: participant !== null,
      })
      reception.watch({
        sound: receiverOf(participant && publicationOf(participant, 'sound')),
        picture: receiverOf(participant && publicationOf(participant, 'picture')),
      })
    },
    attach(element) {
      attached++
      const detach = player.attach(element)
      return () => {
        attached--
        detach()
      }
    },
    resumeSound: player.resumeSound,
    setGain: player.setGain,
    state: () =>
      shown && {
        identity: shown.identity,
        picture: isSending(publicationOf(shown, 'picture')),
        sound: isSending(publicationOf(shown, 'sound')),
        receives: reception.received(),
        isSpeaking: shown.isSpeaking,
      },
    isSoundBlocked: player.isSoundBlocked,
    isAttached: () => attached > 0,
  }
}

/** By LiveKit's names of sources; others, such as a shared screen, are not the person, and neither is a paper. */
const CHANNEL_OF: ReadonlyMap<string, Channel> = new Map([
  ['microphone', 'sound'],
  ['camera', 'picture'],
])

export const publicationOf = (
  participant: RemoteParticipant,
  channel: Channel,
): RemoteTrackPublication | null =>
  [...participant.trackPublications.values()].find(
    ({ source, trackName }) => CHANNEL_OF.get(source) === channel && trackName !== PAPER_TRACK_NAME,
  ) ?? null

const isSending = (publication: RemoteTrackPublication | null): boolean =>
  publication?.track !== undefined && !publication.isMuted

const receiverOf = (publication: RemoteTrackPublication | null): RTCRtpReceiver | null =>
  (isSending(publication) && publication?.track?.receiver) || null
