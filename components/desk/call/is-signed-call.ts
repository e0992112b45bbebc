import { isSigned } from '@/lib/switchboard/is-signed.ts'
import type { DeskOffer } from '@/lib/switchboard/views.ts'

/** Whoever is only invited, or at the door, is not in it yet. */
export const isSignedCall = ({ needs, guests }: DeskOffer): boolean =>
  isSigned(
    needs.mode,
    guests.filter(({ state }) => state === 'admitted'),
  )
