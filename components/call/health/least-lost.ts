import type { Figures } from './figures.ts'

/** What came, and what did not, in some time. */
export type Passage = Pick<Figures, 'packetsReceived' | 'packetsLost'>

/**
 * Of several who send, the passage of the one whose packets come best: what is lost of everybody alike, the line
 * has lost that they share. Few packets prove nothing, and nothing proves no loss. Pure.
 */
export function leastLost(passages: readonly Passage[]): Passage {
  const counted = passages.filter(
    ({ packetsReceived, packetsLost }) => packetsReceived + packetsLost >= ENOUGH,
  )
  const [first, ...others] = counted
  if (!first) return { packetsReceived: 0, packetsLost: 0 }
  return others.reduce((best, one) => (share(one) < share(best) ? one : best), first)
}

/** A voice sends fifty a second. */
const ENOUGH = 20

const share = ({ packetsReceived, packetsLost }: Passage): number =>
  Math.max(0, packetsLost) / (packetsReceived + packetsLost)
