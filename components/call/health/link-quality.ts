import type { Figures } from './figures.ts'

/** `weak`: the picture suffers. `bad`: the sound would. */
export type LinkLevel = 'good' | 'weak' | 'bad'

/** A level, and for how many readings in a row another one has been seen. */
export interface LinkQuality {
  level: LinkLevel
  otherFor: number
}

export const GOOD_LINK: LinkQuality = { level: 'good', otherFor: 0 }

/**
 * The quality after one more reading. Worse is believed after three readings, better only after five, so that
 * words and pictures do not flicker. Pure.
 */
export function nextLinkQuality(before: LinkQuality, figures: Figures, since: Figures): LinkQuality {
  const seen = levelOf(figures, since, before.level)
  if (seen === before.level) return { ...before, otherFor: 0 }
  const otherFor = before.otherFor + 1
  const needed = RANK[seen] > RANK[before.level] ? WORSE_AFTER : BETTER_AFTER
  return otherFor < needed ? { ...before, otherFor } : { level: seen, otherFor: 0 }
}

/**
 * The same of what arrives, and nothing else. The media server passes a picture on as it comes: only whoever
 * sends it can make it fit.
 */
export function nextArrival(before: LinkQuality, figures: Figures, since: Figures): LinkQuality {
  const arriving = { ...figures, lostUp: null, scarceBitsPerSecond: null, roundTripMs: null }
  return nextLinkQuality(before, arriving, since)
}

const RANK = { good: 0, weak: 1, bad: 2 } as const satisfies Record<LinkLevel, number>
const WORSE_AFTER = 3
const BETTER_AFTER = 5

/**
 * Losses between which congestion control leaves a rate as it is, and above which it cuts it
 * (draft-ietf-rmcat-gcc-02, section 6): once weak, a link is good again only below the lower one.
 */
const LOSS_GOOD_AGAIN = 0.02
const LOSS_WEAK = 0.1
/** Even with every packet sent twice (RED) one word in twenty is gone. */
const LOSS_BAD = 0.22

/** LiveKit's maintainers count a link of 500 kb/s, which takes 2.3 s to set up, among the unhealthy ones. */
const WEAK_BITS_PER_SECOND = 500_000
/** Speech with its redundancy takes up to 100 kb/s: a picture beside it would have nothing left to live on. */
const BAD_BITS_PER_SECOND = 150_000

/** ITU-T G.114: a delay of 400 ms one way is unacceptable, and a talk feels it from 150 ms on. */
const WEAK_ROUND_TRIP_MS = 500
const BAD_ROUND_TRIP_MS = 1_500

function levelOf(figures: Figures, since: Figures, before: LinkLevel): LinkLevel {
  const lost = Math.max(figures.lostUp ?? 0, lostDown(figures, since))
  const bits = figures.scarceBitsPerSecond ?? Number.POSITIVE_INFINITY
  const roundTripMs = figures.roundTripMs ?? 0
  if (lost > LOSS_BAD || bits < BAD_BITS_PER_SECOND || roundTripMs > BAD_ROUND_TRIP_MS) return 'bad'
  const weakLoss = before === 'good' ? LOSS_WEAK : LOSS_GOOD_AGAIN
  if (lost > weakLoss || bits < WEAK_BITS_PER_SECOND || roundTripMs > WEAK_ROUND_TRIP_MS) return 'weak'
  return 'good'
}

/** Of what came since the last reading; few packets prove nothing. */
function lostDown(figures: Figures, since: Figures): number {
  const lost = figures.packetsLost - since.packetsLost
  const received = figures.packetsReceived - since.packetsReceived
  return lost > 0 && lost + received >= 20 ? lost / (lost + received) : 0
}
