/** Refusals that the desk explains; all others say that it did not work and may be tried again. */
const EXPLAINED = [
  'not-in-call',
  'not-the-holder',
  'visitor-lost',
  'consult-running',
  'consult-not-connected',
  'hand-over-running',
  'nobody-on-duty',
  'target-not-on-duty',
  'target-busy',
  'target-unfit',
  'unreachable',
] as const

export type CommandRefusalWords = (typeof EXPLAINED)[number] | 'other'

/** Which words of `desk.handOver.refusals` explain this refusal. */
export const commandRefusalWords = (refusal: string): CommandRefusalWords =>
  EXPLAINED.find((known) => known === refusal) ?? 'other'
