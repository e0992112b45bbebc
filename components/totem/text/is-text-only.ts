import type { CallMediaState } from '@/components/call/call-media-state.ts'

/** Neither heard nor seen, and not because somebody switched it off: what is left is writing. */
export const isTextOnly = ({ devices }: Pick<CallMediaState, 'devices'>): boolean =>
  [devices.sound, devices.picture].every(
    (device) => device.kind === 'closed' || (device.kind === 'unavailable' && device.why !== 'lost'),
  )
