import type { DeviceTrouble } from '@/components/call/call-media-state.ts'
import type { Channels } from '@/lib/switchboard/board.ts'

/** How one device does in the check. */
export type Probe =
  | { kind: 'waiting' }
  | { kind: 'good' }
  /** It is there, but a picture is black or a microphone silent: perhaps covered or switched off. */
  | { kind: 'doubtful' }
  | { kind: 'unavailable'; why: DeviceTrouble | 'unknown' }

/**
 * ```
 *   closed ──▶ opening ──▶ trying ──(both good)──▶ passed ──▶ closed
 *                 ▲           └─(trouble)─▶ the person: try again, or go on with what works
 *                 └──────────────┘
 * ```
 */
export type DeviceCheck =
  | { kind: 'closed' }
  | { kind: 'opening' }
  | { kind: 'trying'; picture: Probe; sound: Probe }
  | { kind: 'passed'; channels: Channels }

export type DeviceCheckEvent =
  | { type: 'started' }
  | { type: 'opened'; picture: Probe; sound: Probe }
  | { type: 'probed'; device: 'picture' | 'sound'; probe: Probe }
  /** Go on with what works, doubtful devices included. */
  | { type: 'accepted' }
  | { type: 'closed' }

/** The check after `event`; passes by itself as soon as both devices are good. */
export function nextCheck(check: DeviceCheck, event: DeviceCheckEvent): DeviceCheck {
  switch (event.type) {
    case 'started':
      return { kind: 'opening' }
    case 'opened':
      return check.kind === 'opening' ? passIfGood(event.picture, event.sound) : check
    case 'probed': {
      if (check.kind !== 'trying' || check[event.device].kind === 'unavailable') return check
      const probes = { picture: check.picture, sound: check.sound, [event.device]: event.probe }
      return passIfGood(probes.picture, probes.sound)
    }
    case 'accepted': {
      if (check.kind !== 'trying') return check
      const channels = channelsOf(check.picture, check.sound)
      return channels ? { kind: 'passed', channels } : check
    }
    case 'closed':
      return { kind: 'closed' }
  }
}

function passIfGood(picture: Probe, sound: Probe): DeviceCheck {
  if (picture.kind !== 'good' || sound.kind !== 'good') return { kind: 'trying', picture, sound }
  return { kind: 'passed', channels: { picture: true, sound: true, text: false } }
}

/**
 * What a desk with these devices can send; null: nothing that a call could live on. Text is not
 * declared: the desk has no real-time text, and a declared channel must be confirmed by the totem.
 */
export function channelsOf(picture: Probe, sound: Probe): Channels | null {
  const works = (probe: Probe) => probe.kind === 'good' || probe.kind === 'doubtful'
  const channels = { picture: works(picture), sound: works(sound), text: false }
  return channels.picture || channels.sound ? channels : null
}

/** Why the browser did not hand over a device, by the error's name. */
export function troubleOf(errorName: string): DeviceTrouble | 'unknown' {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    default:
      return 'unknown'
  }
}
