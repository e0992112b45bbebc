import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { RoomLink } from './room-link.ts'
import { isSameRoom, type PlannedRoom } from './room-ticket.ts'

/** This page's own screen or window, shown to whoever is in the call: a track of its own beside the camera. */
export interface ScreenShare {
  /**
   * Lets the person choose what to show; call it in a click's handler. False: they would rather not, cannot, or
   * have chosen so late that the call which it was for is over.
   */
  start: () => Promise<boolean>
  stop: () => void
  /** Chosen and not ended; it leaves the page only while the plan is live. */
  isOn: () => boolean
  /** Shows it to oneself. Returns its undoing. */
  attach: (element: HTMLVideoElement) => () => void
  /** Calls `listener` when `isOn()` has changed, also because the browser's own "stop sharing" was pressed. */
  subscribe: (listener: () => void) => () => void
}

/** The share, and what keeps it as the plan says. */
export interface OwnScreen extends ScreenShare {
  /** The plan, or this page's place in the room, may have changed. */
  sync: () => void
}

export function createScreenShare(
  plan: () => MediaPlan,
  link: Pick<RoomLink, 'state' | 'published' | 'publish' | 'withdraw' | 'setLive'>,
): OwnScreen {
  let track: MediaStreamTrack | null = null
  /** The room it was chosen for: nobody in another was meant. */
  let chosenFor: PlannedRoom | null = null
  let isBusy = false
  const { signal } = new AbortController()
  const listeners = new Set<() => void>()
  const elements = new Set<HTMLVideoElement>()

  const take = (next: MediaStreamTrack | null) => {
    if (track === next) return
    track?.stop()
    track = next
    for (const element of elements) show(element)
    for (const listener of [...listeners]) listener()
    sync()
  }
  const show = (element: HTMLVideoElement) => {
    element.srcObject = track && new MediaStream([track])
  }
  const stop = () => take(null)

  const sync = () => {
    const wanted = plan()
    if (track && !isSameRoom(chosenFor, wanted.room)) stop()
    const place = link.state()
    if (place.kind !== 'joined' || !isSameRoom(place.room, wanted.room)) return
    const published = link.published('screen')
    link.setLive('screen', published !== null && published === track?.id && wanted.send === 'live')
    if (isBusy || published === (track?.id ?? null)) return
    isBusy = true
    const step =
      published !== null || !track ? link.withdraw('screen') : link.publish('screen', track, signal)
    step
      // Not to be shown: better said than tried for ever.
      .catch(stop)
      .finally(() => {
        isBusy = false
        sync()
      })
  }

  return {
    async start() {
      const { room } = plan()
      const [chosen] = await chooseScreen()
      if (!chosen) return false
      if (room === null || !isSameRoom(room, plan().room)) {
        chosen.stop()
        return false
      }
      chosen.addEventListener('ended', () => {
        if (track === chosen) stop()
      })
      chosenFor = room
      take(chosen)
      return true
    },
    stop,
    isOn: () => track !== null,
    attach(element) {
      elements.add(element)
      show(element)
      return () => {
        elements.delete(element)
        element.srcObject = null
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sync,
  }
}

/** What the person chose; empty: nothing, or the browser cannot. */
async function chooseScreen(): Promise<readonly MediaStreamTrack[]> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: SCREEN, audio: false })
    const tracks = stream.getVideoTracks()
    // Letters stay sharp; what moves may stutter.
    for (const one of tracks) one.contentHint = 'detail'
    return tracks
  } catch {
    return []
  }
}

/** A page that is scrolled, not a film: 15 pictures a second carry a pointer, and letters need every pixel. */
const SCREEN: MediaTrackConstraints = {
  frameRate: { ideal: 15, max: 15 },
  width: { max: 1920 },
  height: { max: 1080 },
}
