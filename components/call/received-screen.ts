import type { RoomLink } from './room-link.ts'

/** The screen that an end which may be shown shares. Only a picture: it has no sound. */
export interface ReceivedScreen {
  /** Plays it in the element, now or when it comes. Returns its undoing. */
  attach: (element: HTMLVideoElement) => () => void
}

export interface ReceivedScreenParts extends ReceivedScreen {
  follow: (shows: readonly string[]) => void
  /** Looks at the room again. */
  refresh: () => void
}

export function createReceivedScreen(link: Pick<RoomLink, 'participant'>): ReceivedScreenParts {
  const elements = new Set<HTMLVideoElement>()
  let shows: readonly string[] = []
  let shown: MediaStreamTrack | null = null

  const play = (element: HTMLVideoElement) => {
    element.srcObject = shown && new MediaStream([shown])
    if (shown) element.play().catch(() => undefined)
  }
  const screenNow = (): MediaStreamTrack | null => {
    for (const identity of shows) {
      for (const { source, isMuted, track } of link.participant(identity)?.trackPublications.values() ?? []) {
        if (SCREEN.has(source) && !isMuted && track) return track.mediaStreamTrack
      }
    }
    return null
  }
  const refresh = () => {
    const track = screenNow()
    if (track === shown) return
    shown = track
    for (const element of elements) play(element)
  }

  return {
    attach(element) {
      elements.add(element)
      play(element)
      return () => {
        elements.delete(element)
        element.srcObject = null
      }
    },
    follow(next) {
      shows = next
      refresh()
    },
    refresh,
  }
}

/** By LiveKit's name of the source, which is not fetched for it. */
const SCREEN: ReadonlySet<string> = new Set(['screen_share'])
