import type { Needs } from './board.ts'
import type { GuestInCall } from './views.ts'

/**
 * True where somebody in the call speaks with their hands: the visitor, or an interpreter who was let in [SW-M11].
 * What they show is what is said. Pure.
 */
export const isSigned = (mode: Needs['mode'], guests: readonly Pick<GuestInCall, 'as'>[]): boolean =>
  mode === 'lis' || guests.some(({ as }) => as === 'signer')
