import type { DevicesState } from '@/components/call/call-media-state.ts'
import type { Devices } from '@/lib/switchboard/board.ts'

/**
 * True once every device that this desk answers with is either open or known to be unavailable. Before
 * that, what can be sent is not known yet, and must not be declared as less than it will be.
 */
export function isSettled(state: DevicesState, devices: Devices): boolean {
  const wanted = devices.kind === 'checked' ? devices.channels : { sound: true, picture: true }
  const isKnown = (kind: DevicesState['sound']['kind']) => kind === 'open' || kind === 'unavailable'
  return (!wanted.sound || isKnown(state.sound.kind)) && (!wanted.picture || isKnown(state.picture.kind))
}
