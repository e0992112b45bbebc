import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { CallMediaState, DeviceTrouble, SoundAndPicture } from './call-media-state.ts'

/** The answer of `POST …/join`. */
export interface RoomTicket {
  url: string
  token: string
  room: string
  identity: string
}

/** The room that a plan names, and who this page is in it. */
export type PlannedRoom = NonNullable<MediaPlan['room']>

export interface CallMediaOptions {
  /** Asks for a ticket to the room; throws when there is none now. Asked again, with pauses, while the plan names the room. */
  fetchToken: (room: PlannedRoom) => Promise<RoomTicket>
  /** Joined and published, for the first time or again: post `…/joined`. */
  onJoined?: (room: PlannedRoom) => void
}

/** What could be had, and why not. */
export interface OpenedDevices {
  sound: { ok: true } | { ok: false; why: DeviceTrouble }
  picture: { ok: true } | { ok: false; why: DeviceTrouble }
}

/**
 * The media of one page: its camera and microphone, the one room it may be in, and the other end.
 * Framework-free; LiveKit is fetched when first needed.
 */
export interface CallMedia {
  /** Opens what is asked for, once: a second call joins the first. Call it in the tap's own handler. */
  openDevices(wanted?: SoundAndPicture): Promise<OpenedDevices>
  /** Lets go of devices that `openDevices` opened; a call that needs them keeps them until it is left. */
  closeDevices(): void
  /**
   * Makes the newest plan true: joins, names the subscribers, publishes muted, unmutes, shows, leaves.
   * What may leave the page changes before this returns; the rest converges behind it.
   */
  apply(plan: MediaPlan): void
  setUserMuted(muted: Partial<SoundAndPicture>): void
  /** Plays the other end's picture here. Returns its undoing. */
  attachRemote(element: HTMLVideoElement): () => void
  /** Plays the sound that the browser had refused; call it in a tap's handler. */
  resumeSound(): Promise<void>
  state(): CallMediaState
  /** Calls `listener` after every change of `state()`. Returns its undoing. */
  subscribe(listener: () => void): () => void
  /** Leaves, closes the devices, and refuses further plans. */
  dispose(): Promise<void>
}
