import type { Random } from '@/lib/switchboard/shell/storm/random.ts'
import { aboveFloor, type Envelope, STEP_MS } from './envelope.ts'

/** Amplitudes of sounds as a call carries them, one for each step of an envelope. Support for tests. */
export type Loudness = readonly number[]

export const stepsIn = (ms: number): number => Math.max(1, Math.round(ms / STEP_MS))

const between = (random: Random, least: number, most: number): number =>
  least + ((most - least) * random.below(1_000)) / 1_000

const silence = (random: Random, leastMs: number, mostMs: number): Loudness =>
  Array.from({ length: stepsIn(between(random, leastMs, mostMs)) }, () => 0)

/** Syllables of 110 to 290 ms in words and phrases, louder and softer, with the pauses of somebody who thinks. */
export function speech(random: Random, ms: number): Loudness {
  const said: number[] = []
  while (said.length < stepsIn(ms)) {
    const phraseEnd = said.length + stepsIn(between(random, 700, 3_500))
    while (said.length < phraseEnd) said.push(...word(random))
    said.push(...silence(random, 250, 1_200))
  }
  return said.slice(0, stepsIn(ms))
}

function word(random: Random): Loudness {
  const said: number[] = []
  const loudness = 0.06 * 2 ** between(random, -1.5, 1.5)
  for (let left = 1 + random.below(5); left > 0; left--) {
    const length = stepsIn(between(random, 110, 290))
    const stress = loudness * between(random, 0.5, 1.4)
    for (let at = 0; at < length; at++) said.push(stress * (0.15 + Math.sin((Math.PI * (at + 0.5)) / length)))
  }
  return random.chance(0.5) ? [...said, ...silence(random, 30, 250)] : said
}

export interface Way {
  delayMs: number
  gain: number
  /** How much later the end of it comes than its beginning: clocks that do not agree. */
  driftMs?: number
  /** Of the room in which the microphone stands. */
  noise?: number
}

/** What a microphone gives that hears a loudspeaker: softer, later, smeared by the room, and not evenly. */
export function echoOf(random: Random, sent: Loudness, { delayMs, gain, driftMs = 0, noise }: Way): Loudness {
  const tailPerStep = Math.exp(-STEP_MS / 120)
  let tail = 0
  const returned = sent.map((_, at) => {
    const from = at - (delayMs + (driftMs * at) / sent.length) / STEP_MS
    const part = from - Math.floor(from)
    const direct = (sent[Math.floor(from)] ?? 0) * (1 - part) + (sent[Math.ceil(from)] ?? 0) * part
    tail = Math.max(direct, tail * tailPerStep)
    return tail * gain * 10 ** (between(random, -3, 3) / 20)
  })
  return inRoom(random, returned, noise)
}

/** With the noise of a quiet room, unless it is louder. */
export const inRoom = (random: Random, sound: Loudness, noise = 0.0006): Loudness =>
  sound.map((amplitude) => amplitude + noise * between(random, 0.6, 1.4))

export const together = (one: Loudness, other: Loudness): Loudness =>
  one.map((amplitude, at) => Math.hypot(amplitude, other[at] ?? 0))

/** Two people who take turns: what the one says and what the other does. */
export function turns(random: Random, ms: number, longestMs: number): { own: Loudness; other: Loudness } {
  const own: number[] = []
  const other: number[] = []
  while (own.length < stepsIn(ms)) {
    const asked = speech(random, between(random, 400, longestMs))
    const answered = speech(random, between(random, 400, longestMs))
    const thought = silence(random, 150, 600)
    own.push(...asked, ...thought, ...answered.map(() => 0), ...thought)
    other.push(...asked.map(() => 0), ...thought, ...answered, ...thought)
  }
  return { own, other }
}

/** One who spells a name word by word, and one who repeats each word after them, more slowly or faster. */
export function repetition(random: Random, ms: number): { own: Loudness; other: Loudness } {
  const own: number[] = []
  const other: number[] = []
  while (own.length < stepsIn(ms)) {
    const said = speech(random, between(random, 350, 900))
    const pace = between(random, 0.8, 1.25)
    const repeated = Array.from(
      { length: Math.round(said.length * pace) },
      (_, at) => said[Math.floor(at / pace)] ?? 0,
    )
    const heard = silence(random, 250, 600)
    const written = silence(random, 250, 900)
    own.push(...said, ...heard, ...repeated.map(() => 0), ...written)
    other.push(...said.map(() => 0), ...heard, ...repeated, ...written)
  }
  return { own, other }
}

export const envelope = (sound: Loudness): Envelope => sound.map(aboveFloor)
