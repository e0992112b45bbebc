import type { Call } from './board.ts'

/** Answered calls, at a totem or on the telephone: the pages' beats move their deadline, as they move leases. */
export const isMovedByBeats = (call: Call): call is Call & { state: 'in_call' | 'dialling' | 'on_phone' } =>
  call.state === 'in_call' || call.state === 'dialling' || call.state === 'on_phone'
