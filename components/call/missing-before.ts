import { CHANNELS, type Channel, type DevicesState, type SoundAndPicture } from './call-media-state.ts'
import type { PlannedRoom } from './room-ticket.ts'

const STORAGE_KEY = 'pronto.call.missing'

/** What this tab lacked in a room although its person had not switched it off: for a reload in the middle of a call. */
export interface MissingBefore {
  /** Remembers what is lacking now; nothing of a room that was left. */
  follow: (room: PlannedRoom | null, devices: DevicesState, muted: SoundAndPicture) => void
  /** The page before this one lacked it in this very room. */
  was: (room: PlannedRoom | null, channel: Channel) => boolean
}

export function createMissingBefore(): MissingBefore {
  /** Of the page before; read when first asked, in the browser. */
  let before: readonly string[] | null = null
  let written = ''
  let hasRoom = false

  const ofPageBefore = () => (before ??= (sessionStorage.getItem(STORAGE_KEY) ?? '').split(' '))

  return {
    follow(room, devices, muted) {
      hasRoom ||= room !== null
      // Until devices have answered, and before the first room, what the page before knew still holds.
      if (!hasRoom || (room && CHANNELS.some((channel) => devices[channel].kind === 'opening'))) return
      ofPageBefore()
      const missing = CHANNELS.filter((channel) => isAway(devices, channel) && !muted[channel])
      const next = room && missing.length > 0 ? [room.name, room.identity, ...missing].join(' ') : ''
      if (next === written) return
      written = next
      sessionStorage.setItem(STORAGE_KEY, next)
    },
    was(room, channel) {
      const [name, identity, ...missing] = ofPageBefore()
      return room?.name === name && room?.identity === identity && missing.includes(channel)
    },
  }
}

const isAway = (devices: DevicesState, channel: Channel): boolean => {
  const device = devices[channel]
  return device.kind === 'unavailable' && device.why !== 'refused'
}
