import type { DeviceTrouble } from '@/components/call/call-media-state.ts'
import type { NetworkPath } from '@/components/call/probe-network.ts'
import type { Channels } from '@/lib/switchboard/board.ts'

/** How one device does in the check. */
export type Probe =
  | { kind: 'waiting' }
  | { kind: 'good' }
  /** It is there, but a picture is black or a microphone silent: perhaps covered or switched off. */
  | { kind: 'doubtful' }
  | { kind: 'unavailable'; why: DeviceTrouble | 'unknown' }

/** How the way to the media server does. TCP and TLS work, but are named: a firewall lets no UDP through. */
export type NetworkProbe = 'waiting' | NetworkPath

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
  | { kind: 'trying'; picture: Probe; sound: Probe; network: NetworkProbe }
  | { kind: 'passed'; channels: Channels; network: NetworkProbe }

export type DeviceCheckEvent =
  | { type: 'started' }
  | { type: 'opened'; picture: Probe; sound: Probe }
  | { type: 'probed'; device: 'picture' | 'sound'; probe: Probe }
  | { type: 'reached'; network: NetworkPath }
  /** Go on with what works, doubtful devices included. */
  | { type: 'accepted' }
  | { type: 'closed' }

/** The check after `event`; passes by itself as soon as both devices and the network are good. */
export function nextCheck(check: DeviceCheck, event: DeviceCheckEvent): DeviceCheck {
  switch (event.type) {
    case 'started':
      return { kind: 'opening' }
    case 'opened':
      return check.kind === 'opening'
        ? { kind: 'trying', picture: event.picture, sound: event.sound, network: 'waiting' }
        : check
    case 'probed': {
      if (check.kind !== 'trying' || check[event.device].kind === 'unavailable') return check
      const probes = { picture: check.picture, sound: check.sound, [event.device]: event.probe }
      return passIfGood({ ...check, ...probes })
    }
    case 'reached':
      return check.kind === 'trying' ? passIfGood({ ...check, network: event.network }) : check
    case 'accepted': {
      if (check.kind !== 'trying') return check
      const channels = channelsOf(check.picture, check.sound)
      return channels ? { kind: 'passed', channels, network: check.network } : check
    }
    case 'closed':
      return { kind: 'closed' }
  }
}

function passIfGood(check: Extract<DeviceCheck, { kind: 'trying' }>): DeviceCheck {
  const { picture, sound, network } = check
  const isReached = network === 'udp' || network === 'tcp' || network === 'tls'
  if (picture.kind !== 'good' || sound.kind !== 'good' || !isReached) return check
  return { kind: 'passed', channels: { picture: true, sound: true, text: true }, network }
}

/** What a desk with these devices can send, text always; null: nothing that a spoken call could live on. */
export function channelsOf(picture: Probe, sound: Probe): Channels | null {
  const works = (probe: Probe) => probe.kind === 'good' || probe.kind === 'doubtful'
  const channels = { picture: works(picture), sound: works(sound), text: true }
  return channels.picture || channels.sound ? channels : null
}
