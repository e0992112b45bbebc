import { isTotem } from './is-totem.ts'
import { PAPER_TRACK_NAME } from './livekit-options.ts'
import type { RoomLink } from './room-link.ts'

/** A paper that the visitor holds to their camera, as long as the plan shows them. */
export interface ReceivedPaper {
  /** Null: nobody shows one, or nothing of it may arrive now. */
  picture: () => MediaStream | null
  /** Calls `listener` after every change of `picture()`. Returns its undoing. */
  subscribe: (listener: () => void) => () => void
}

export interface ReceivedPaperParts extends ReceivedPaper {
  follow: (shows: readonly string[]) => void
  /** Looks at the room again. */
  refresh: () => void
}

export function createReceivedPaper(link: Pick<RoomLink, 'participant'>): ReceivedPaperParts {
  let shows: readonly string[] = []
  let picture: MediaStream | null = null
  const listeners = new Set<() => void>()

  const shownNow = (): MediaStreamTrack | null => {
    // Anybody may give a track that name, and only the visitor's is shown as theirs.
    for (const identity of shows.filter(isTotem)) {
      for (const publication of link.participant(identity)?.trackPublications.values() ?? []) {
        if (publication.trackName !== PAPER_TRACK_NAME || publication.isMuted) continue
        const track = publication.track?.mediaStreamTrack
        if (track) return track
      }
    }
    return null
  }

  const refresh = () => {
    const track = shownNow()
    if (track === (picture?.getTracks()[0] ?? null)) return
    picture = track && new MediaStream([track])
    for (const listener of [...listeners]) listener()
  }

  return {
    picture: () => picture,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    follow(next) {
      shows = next
      refresh()
    },
    refresh,
  }
}
