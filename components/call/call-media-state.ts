import { USUAL_VOLUME_DB, type VolumeDb } from '@/lib/content/volumes.ts'
import type { Channels } from '@/lib/switchboard/board.ts'

/** The two things a person can switch off, and that a device can fail to give. */
export interface SoundAndPicture {
  sound: boolean
  picture: boolean
}

export type Channel = keyof SoundAndPicture
export const CHANNELS = ['sound', 'picture'] as const satisfies readonly Channel[]

/**
 * Why a device could not be had. `refused`: the person or a policy said no. `missing`: none plugged in.
 * `in-use`: another program holds it. `lost`: it was there and went away; taken again when it is back.
 * `unsupported`: the page has no access to devices at all (no HTTPS).
 */
export type DeviceTrouble = 'refused' | 'missing' | 'in-use' | 'lost' | 'unsupported'

/**
 * ```
 *   closed ──▶ opening ──▶ open ──(unplugged)──▶ unavailable: lost ──(plugged in)──▶ open
 *                 └──────▶ unavailable ──(plugged in)──▶ open
 * ```
 */
export type DeviceState =
  | { kind: 'closed' }
  | { kind: 'opening' }
  | { kind: 'open'; label: string }
  | { kind: 'unavailable'; why: DeviceTrouble }

export interface DevicesState {
  sound: DeviceState
  picture: DeviceState
}

/**
 * ```
 *   out ──▶ connecting ──▶ connected ⇄ reconnecting ──▶ lost ──▶ connecting …
 *    ▲                         └──▶ replaced (another page joined as this identity: no fight)
 *    └── the plan names no room
 * ```
 * `lost`: LiveKit gave up; joining again is tried as long as the plan names the room.
 */
export type ConnectionState = 'out' | 'connecting' | 'connected' | 'reconnecting' | 'lost' | 'replaced'

/** Devices by their ids; null: the system's default. A chosen one that is gone is replaced by the default. */
export interface DeviceChoice {
  camera: string | null
  microphone: string | null
  speaker: string | null
}

export type DeviceRole = keyof DeviceChoice

export const DEFAULT_DEVICES: DeviceChoice = { camera: null, microphone: null, speaker: null }

/** One of the far ends, as far as it is there, named by the plan, and sending. */
export interface RemoteEnd {
  identity: string
  /** It sends a picture: show the video; false: show the sound-only card. */
  picture: boolean
  sound: boolean
  /** Channels of this end that arrive now. */
  receives: Channels
  /** Heard to speak now: the media server tells, from the loudness of what they send. */
  isSpeaking: boolean
}

/** A far end as far as its tracks tell; what it types, only packets tell. */
export interface SeenEnd extends Omit<RemoteEnd, 'receives'> {
  receives: SoundAndPicture
}

/** Everything a screen may want to show of this page's media, replaced whole on every change. */
export interface CallMediaState {
  devices: DevicesState
  /** The person's own switches; both off again when the call is left. */
  userMuted: SoundAndPicture
  /** What really leaves this page now. Nothing else decides what "they see and hear you" says. */
  sending: SoundAndPicture
  /** What this end can send and has not switched off: declare it with the call, and again on every change. */
  channels: Channels
  connection: ConnectionState
  /** Joined, and everything there is to send has been published. */
  ready: boolean
  /** The first whom the plan shows and who is there. */
  remote: RemoteEnd | null
  /** Identities in the room to which packets may be sent now, in the plan's order. */
  reachable: readonly string[]
  /** Everybody whom the plan shows and who is there, `remote` first. */
  remotes: readonly RemoteEnd[]
  /** Channels of `remote` that arrive now. */
  receives: Channels
  /** The browser refused to play sound without a touch: offer a button that calls `resumeSound`. */
  soundBlocked: boolean
  /** How loud the other end is played; the usual again when the call is left. */
  volume: VolumeDb
  /** The own camera for the self-view, also while nothing leaves; null without a camera. */
  selfView: MediaStream | null
}

/** In no call, nothing open. */
export const MEDIA_AT_REST: CallMediaState = {
  devices: { sound: { kind: 'closed' }, picture: { kind: 'closed' } },
  userMuted: { sound: false, picture: false },
  sending: { sound: false, picture: false },
  channels: { sound: false, picture: false, text: false },
  connection: 'out',
  ready: false,
  remote: null,
  reachable: [],
  remotes: [],
  receives: { sound: false, picture: false, text: false },
  soundBlocked: false,
  volume: USUAL_VOLUME_DB,
  selfView: null,
}
