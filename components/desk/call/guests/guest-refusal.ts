/** Refusals about guests that the desk explains; all others say that it did not work and may be tried again. */
const EXPLAINED = ['guests-full', 'guest-not-at-door', 'not-in-call', 'unreachable', 'malformed'] as const

type GuestRefusalWords = (typeof EXPLAINED)[number] | 'other'

/** Which words of `desk.guests.refusals` explain this refusal. */
export const guestRefusalWords = (refusal: string): GuestRefusalWords =>
  EXPLAINED.find((known) => known === refusal) ?? 'other'
