import { CHANNELS, type Channel } from './call-media-state.ts'
import { createOwnDevices, type OwnDevices } from './own-devices.ts'

/** Makes the devices of one room's media. */
export type MakeDevices = (...given: Parameters<typeof createOwnDevices>) => OwnDevices

/**
 * One camera and one microphone for two rooms. Muting acts on the track that is sent, so the second room
 * sends copies: what is closed to one room stays open to the other. A copy ends with its original.
 */
export function createSharedDevices(): { own: MakeDevices; copies: MakeDevices } {
  let original: OwnDevices | null = null
  let follow = () => {}
  return {
    own(chosen, onChange) {
      const devices = createOwnDevices(chosen, () => {
        follow()
        onChange()
      })
      original = devices
      return devices
    },
    copies(_chosen, onChange) {
      const copied = createCopies(() => original, onChange)
      follow = copied.follow
      return copied.devices
    },
  }
}

type Source = Pick<OwnDevices, 'track' | 'state' | 'phase'>

function createCopies(source: () => Source | null, onChange: () => void) {
  const copies: Record<Channel, { of: MediaStreamTrack; copy: MediaStreamTrack } | null> = {
    sound: null,
    picture: null,
  }
  /** Copies whose place another has taken, for as long as they are still sent. */
  const leaving: Record<Channel, MediaStreamTrack | null> = { sound: null, picture: null }
  let isOpen = false

  const letGo = (channel: Channel) => {
    leaving[channel]?.stop()
    leaving[channel] = null
  }
  const sync = (channel: Channel) => {
    const track = (isOpen && source()?.track(channel)) || null
    const held = copies[channel]
    if (held && held.of === track && held.copy.readyState === 'live') return
    if (track && held?.of.readyState === 'live' && !leaving[channel]) leaving[channel] = held.copy
    else held?.copy.stop()
    if (!track) letGo(channel)
    copies[channel] = track && { of: track, copy: track.clone() }
  }
  const follow = () => {
    for (const channel of CHANNELS) sync(channel)
    onChange()
  }
  const turn = (open: boolean) => {
    isOpen = open
    follow()
  }

  const devices: OwnDevices = {
    open: async () => turn(true),
    close: () => turn(false),
    track: (channel) => copies[channel]?.copy ?? null,
    isOwn: (channel, trackId) =>
      [copies[channel]?.copy, copies[channel] && leaving[channel]].some((track) => track?.id === trackId),
    // Their original is the one that is chosen.
    takeChosen: async () => null,
    settle(channel, sent) {
      if (leaving[channel]?.id !== sent) letGo(channel)
    },
    state: () => (isOpen && source()?.state()) || { sound: { kind: 'closed' }, picture: { kind: 'closed' } },
    phase() {
      if (!isOpen) return 'closed'
      // Whoever answers a colleague opens the camera a moment later.
      return source()?.phase() === 'open' ? 'open' : 'opening'
    },
    selfView: () => null,
    noticeStopped: follow,
    // Papers are for the visitor's room.
    widen: async () => 'missing',
    narrow: async () => {},
  }
  return { devices, follow: () => (isOpen ? follow() : undefined) }
}
