import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { OwnDevices } from './own-devices.ts'
import { openPaperCamera, type PaperPicture } from './paper-camera.ts'
import { NO_PAPER, type OwnPaper } from './paper-state.ts'
import type { RoomLink } from './room-link.ts'

/** What the person at this page holds to the camera, sent as a track of its own and only while they show it. */
export interface PaperShow {
  /** Call it in the tap's own handler. */
  show: () => void
  /** Nothing of it leaves the page after this returns; the camera follows. */
  stop: () => void
  /** A part of the name of the camera that points at papers here; empty: found by the names of makers. */
  nameCamera: (label: string) => void
  state: () => OwnPaper
  /** Calls `listener` after every change of `state()`. Returns its undoing. */
  subscribe: (listener: () => void) => () => void
}

/** As the page's media uses it. */
export interface OwnPaperParts extends PaperShow {
  /** The newest plan. What it no longer allows has stopped before this returns. */
  follow: (plan: MediaPlan) => void
  /** The room or the devices may have changed. */
  refresh: () => void
}

type NotShown = Exclude<OwnPaper, { kind: 'shown' }>

type Slot = NotShown | { kind: 'shown'; paper: PaperPicture; picture: MediaStream }

/** @param mayLeave whether anything may leave this page's room now */
export function createOwnPaper(
  link: Pick<RoomLink, 'state' | 'publish' | 'withdraw' | 'published' | 'setLive' | 'isLive'>,
  devices: Pick<OwnDevices, 'widen' | 'narrow'>,
  mayLeave: () => boolean,
): OwnPaperParts {
  let slot: Slot = { kind: 'none' }
  let told: OwnPaper = NO_PAPER
  /** Whom it is shown to: whoever takes the call over later was not meant. */
  let seers: readonly string[] = []
  /** Counts showings: a camera that opens after one has ended is closed. */
  let showing = 0
  let plan: MediaPlan | null = null
  let isSettling = false
  let cameraName = ''
  const listeners = new Set<() => void>()
  const { signal } = new AbortController()

  const track = () => (slot.kind === 'shown' ? slot.paper.track : null)

  const syncSending = () => link.setLive('paper', mayLeave() && track()?.id === link.published('paper'))

  const refresh = () => {
    syncSending()
    tell()
    void settle()
  }

  const tell = () => {
    const next: OwnPaper =
      slot.kind === 'shown'
        ? { kind: 'shown', picture: slot.picture, isSent: track() !== null && link.isLive('paper') }
        : slot
    if (isSame(told, next)) return
    told = next
    for (const listener of [...listeners]) listener()
  }

  /** Makes what is published what is shown, one step at a time. A step that fails comes again with the next change. */
  const settle = async () => {
    if (isSettling) return
    isSettling = true
    try {
      for (;;) {
        const wanted = track()
        const published = link.published('paper')
        if (published !== null && published !== wanted?.id) await link.withdraw('paper')
        else if (wanted && published === null && link.state().kind === 'joined') {
          await link.publish('paper', wanted, signal)
          syncSending()
          tell()
        } else return
      }
    } catch {
      // The connection has gone; what comes of that changes the link, and this is looked at again.
    } finally {
      isSettling = false
    }
  }

  const put = (next: Slot) => {
    if (slot.kind === 'shown') slot.paper.release()
    slot = next
    refresh()
  }

  const open = async () => {
    const asked = ++showing
    seers = seersIn(plan)
    put({ kind: 'opening' })
    const paper = await openPaperCamera(devices, cameraName)
    if (asked !== showing) {
      if (typeof paper !== 'string') paper.release()
    } else if (typeof paper === 'string') {
      put({ kind: 'unavailable', why: paper })
    } else {
      paper.track.contentHint = 'detail'
      paper.track.addEventListener('ended', () => {
        if (asked === showing) put({ kind: 'unavailable', why: 'lost' })
      })
      put({ kind: 'shown', paper, picture: new MediaStream([paper.track]) })
    }
  }

  const stop = () => {
    showing++
    put({ kind: 'none' })
  }

  return {
    show() {
      if (slot.kind === 'none' || slot.kind === 'unavailable') void open()
    },
    stop,
    nameCamera(label) {
      cameraName = label
    },
    state: () => told,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    follow(next) {
      plan = next
      const isAnyoneLeft = seersIn(next).some((identity) => seers.includes(identity))
      if (slot.kind !== 'none' && (next.room === null || !isAnyoneLeft)) stop()
    },
    refresh,
  }
}

/** Whoever is given faces and voices alone sees no paper. */
const seersIn = (plan: MediaPlan | null): readonly string[] =>
  plan?.mayReceive.filter((identity) => !plan.peopleOnly?.includes(identity)) ?? []

const isSame = (one: OwnPaper, other: OwnPaper): boolean =>
  one === other ||
  (one.kind === 'shown' &&
    other.kind === 'shown' &&
    one.picture === other.picture &&
    one.isSent === other.isSent)
