const EXPLAINED = [
  'listening-off',
  'supervised-already',
  'not-in-call',
  'call-over',
  'intent-changed',
] as const

/** Which words of `supervisor.refusals` explain this refusal. */
export const refusalWords = (refusal: string): (typeof EXPLAINED)[number] | 'other' =>
  EXPLAINED.find((known) => known === refusal) ?? 'other'
