import { type Envelope, STEP_MS } from './envelope.ts'

/** What one look at both sounds says. `unsure`: too little was said, or too evenly, to tell an echo by. */
export type EchoLook = { kind: 'echo'; lagSteps: number } | { kind: 'clear' } | { kind: 'unsure' }

/**
 * Whether the own voice comes back from the other end.
 * ```
 *   not heard ──(found four times, at one delay)──▶ heard ──(four clear looks in a row)──▶ not heard
 * ```
 */
export interface Echo {
  isHeard: boolean
  lagSteps: number
  /** How often it was found at this delay, and how often in a row it should have been and was not. */
  foundFor: number
  clearFor: number
}

export const NO_ECHO: Echo = { isHeard: false, lagSteps: 0, foundFor: 0, clearFor: 0 }

/**
 * There and back through two encoders and the media server takes 60 ms at least. More than 400 ms one way is an
 * unacceptable line (ITU-T G.114), echo or not.
 */
const LEAST_ON_THE_LINE_MS = 60
const MOST_ON_THE_LINE_MS = 800
/** Held back longer, an echo is not looked for to its end: of the 128 steps of an envelope 60 are left to compare. */
const MOST_HELD_MS = 1_400

/** Quiet speech, a hundredth of full amplitude, is 20 dB above the floor. */
const SPEECH_DB = 20
/** Less is a cough; more is a hum or a noise, which has no rhythm to be known by. */
const LEAST_SPOKEN = 0.2
const MOST_SPOKEN = 0.92
/** Where the own voice was silent for longer than this, the other may speak: what comes then proves nothing. */
const NEAR_SPEECH_STEPS = 10
/** 1.6 s: six or seven syllables. */
const LEAST_COMPARED = 50
/** Two voices are rarely so alike, and an echo in a noisy room still is: `echo.test.ts` counts both. */
const LEAST_LIKENESS = 0.65
/** What repeats itself, such as music, is as alike at other delays. */
const LEAST_LEAD = 0.2
const NEIGHBOUR_STEPS = Math.ceil(160 / STEP_MS)

/**
 * Looks for the rhythm of what was sent in what was received, at every delay that an echo may have. Pure.
 * @param sent of the same seconds as `received`, step by step
 * @param heldMs for how long the jitter buffers of both ends hold voices back: so much later it is searched, no more,
 *   and not sooner than half of that, for what a buffer lets out was in it, however it has grown meanwhile
 */
export function lookForEcho(sent: Envelope, received: Envelope, heldMs: number): EchoLook {
  const isSpeech = sent.map((decibels) => decibels >= SPEECH_DB)
  const spoken = isSpeech.filter(Boolean).length / Math.max(1, sent.length)
  if (spoken < LEAST_SPOKEN || spoken > MOST_SPOKEN) return { kind: 'unsure' }
  const isNear = isSpeech.map((_, at) =>
    isSpeech.slice(Math.max(0, at - NEAR_SPEECH_STEPS), at + NEAR_SPEECH_STEPS + 1).includes(true),
  )
  // What a far end tells may be anything; what is no number is no reason to search longer.
  const heldByBothMs = heldMs > 0 ? Math.min(heldMs, MOST_HELD_MS) : 0
  const leastSteps = Math.ceil((LEAST_ON_THE_LINE_MS + heldByBothMs / 2) / STEP_MS)
  const mostSteps = Math.floor((MOST_ON_THE_LINE_MS + heldByBothMs) / STEP_MS)
  const alike: { lag: number; likeness: number }[] = []
  for (let lag = -mostSteps; lag <= mostSteps; lag++) {
    alike.push({ lag, likeness: likenessAt(lag, sent, received, isNear) })
  }
  const best = alike
    .filter(({ lag }) => lag >= leastSteps)
    .reduce((most, one) => (one.likeness > most.likeness ? one : most))
  if (best.likeness < LEAST_LIKENESS) return { kind: 'clear' }
  const rivals = alike.filter(({ lag }) => Math.abs(lag - best.lag) > NEIGHBOUR_STEPS)
  const lead = best.likeness - Math.max(...rivals.map(({ likeness }) => likeness))
  return lead < LEAST_LEAD ? { kind: 'unsure' } : { kind: 'echo', lagSteps: best.lag }
}

/**
 * From one look to the next a jitter buffer grows or shrinks by a quarter of a second (measured on a busy machine,
 * where three steps kept an echo from being counted for half a minute). So wide a tolerance makes no two voices
 * alike: what is found by chance is found once.
 */
const SAME_DELAY_STEPS = 8
const HEARD_AFTER = 4
const GONE_AFTER = 4
/** The other's words hide an echo now and then. */
const DOUBTED_AFTER = 3

/** One look may be chance; several that agree on the delay are not. Pure. */
export function nextEcho(before: Echo, look: EchoLook): Echo {
  if (look.kind === 'unsure') return before
  if (look.kind === 'clear') {
    const clearFor = before.clearFor + 1
    return clearFor < (before.isHeard ? GONE_AFTER : DOUBTED_AFTER) ? { ...before, clearFor } : NO_ECHO
  }
  const { lagSteps } = look
  const isSame = before.foundFor > 0 && Math.abs(lagSteps - before.lagSteps) <= SAME_DELAY_STEPS
  const foundFor = isSame ? before.foundFor + 1 : 1
  return { isHeard: before.isHeard || foundFor >= HEARD_AFTER, lagSteps, foundFor, clearFor: 0 }
}

/** Pearson's correlation of what was sent with what was received `lag` steps later; 0 where either stands still. */
function likenessAt(lag: number, sent: Envelope, received: Envelope, isNear: readonly boolean[]): number {
  let count = 0
  let sumX = 0
  let sumY = 0
  let sumXX = 0
  let sumYY = 0
  let sumXY = 0
  const to = Math.min(sent.length, received.length - lag)
  for (let at = Math.max(0, -lag); at < to; at++) {
    if (!isNear[at]) continue
    const x = sent[at] ?? 0
    const y = received[at + lag] ?? 0
    count++
    sumX += x
    sumY += y
    sumXX += x * x
    sumYY += y * y
    sumXY += x * y
  }
  if (count < LEAST_COMPARED) return 0
  const spread = (sumXX - sumX ** 2 / count) * (sumYY - sumY ** 2 / count)
  return spread > LEAST_SPREAD ? (sumXY - (sumX * sumY) / count) / Math.sqrt(spread) : 0
}

/** Rounding, where nothing moves. */
const LEAST_SPREAD = 1e-6
