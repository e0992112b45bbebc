/** Reasons for which a guest is out that the page explains; all others say that it did not work and may be tried again. */
const EXPLAINED = [
  'invite-unknown',
  'invite-used',
  'invite-expired',
  'call-over',
  'guest-refused',
  'guest-removed',
  'guest-left',
  'too-often',
] as const

type OverWords = (typeof EXPLAINED)[number] | 'other'

/** Which words of `guest.join.over` explain this. */
export const overWords = (why: string): OverWords => EXPLAINED.find((known) => known === why) ?? 'other'
