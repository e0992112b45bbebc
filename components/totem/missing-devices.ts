import type { DevicesState } from '@/components/call/call-media-state.ts'

/** Which device cannot be had at all. One that was merely unplugged is expected back. */
export type MissingDevices = 'none' | 'picture' | 'sound' | 'both'

export function missingDevices({ sound, picture }: DevicesState): MissingDevices {
  const isMissing = (device: DevicesState['sound']) => device.kind === 'unavailable' && device.why !== 'lost'
  if (isMissing(sound)) return isMissing(picture) ? 'both' : 'sound'
  return isMissing(picture) ? 'picture' : 'none'
}
