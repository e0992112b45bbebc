import { CHANNELS, type Channel } from './call-media-state.ts'
import { isSameRoom, type PlannedRoom } from './room-ticket.ts'

/** What this page should be in. */
export interface Wanted {
  room: PlannedRoom | null
  /** Camera or microphone should be open: a call needs them, or the page asked. */
  devices: boolean
}

/**
 * What this page is in.
 * ```
 *   out ──▶ joining ──▶ signalled ──▶ joined
 *    ▲         └────────────┴───────────┘   left, refused or cut off
 * ```
 * `signalled`: the room knows us and can be told things; media may not flow yet.
 */
export interface Actual {
  link: { kind: 'out' } | { kind: 'joining' | 'signalled' | 'joined'; room: PlannedRoom }
  /** Another page joined there as us: this one stays out until the plan names something else. */
  replacedIn: PlannedRoom | null
  /** A pause after a failed attempt to join is running. */
  isPausing: boolean
  devices: 'closed' | 'opening' | 'open'
  /** Per channel the id of the device's track, and of the track that is published. */
  tracks: Readonly<Record<Channel, { device: string | null; published: string | null }>>
  /** This stay in the room has been reported. */
  isAnnounced: boolean
}

export type NextStep =
  | { kind: 'leave' }
  | { kind: 'closeDevices' }
  | { kind: 'openDevices' }
  | { kind: 'join'; room: PlannedRoom }
  | { kind: 'publish'; channels: readonly Channel[] }
  | { kind: 'replace'; channel: Channel }
  | { kind: 'announce'; room: PlannedRoom }
  | { kind: 'rest' }

/**
 * The one thing to do now so that `actual` comes closer to `wanted`. Asked again after every step and
 * every event, so that whatever the plan did meanwhile, the newest one wins. Pure.
 */
export function nextStep(actual: Actual, wanted: Wanted): NextStep {
  const { link } = actual
  const isReplaced = wanted.room !== null && isSameRoom(actual.replacedIn, wanted.room)
  const needsDevices = wanted.devices && !isReplaced
  // Before anything that may take time: a camera's light must not depend on the network.
  if (!needsDevices && actual.devices !== 'closed') return { kind: 'closeDevices' }
  if (link.kind !== 'out' && !isSameRoom(link.room, wanted.room)) return { kind: 'leave' }
  if (needsDevices && actual.devices === 'closed') return { kind: 'openDevices' }

  if (wanted.room === null || isReplaced) return REST
  if (link.kind === 'out') return actual.isPausing ? REST : { kind: 'join', room: wanted.room }
  if (link.kind === 'joining') return REST

  const different = CHANNELS.filter((channel) => {
    const { device, published } = actual.tracks[channel]
    return device !== null && device !== published
  })
  // Together, because each alone is a negotiation of its own.
  const unpublished = different.filter((channel) => actual.tracks[channel].published === null)
  if (unpublished.length > 0) return { kind: 'publish', channels: unpublished }
  const [changed] = different
  if (changed) return { kind: 'replace', channel: changed }

  // Whoever is still being asked for the camera is not there yet.
  const isComplete = !needsDevices || actual.devices === 'open'
  if (link.kind === 'joined' && isComplete && !actual.isAnnounced) {
    return { kind: 'announce', room: wanted.room }
  }
  return REST
}

const REST: NextStep = { kind: 'rest' }
