/** How loud a sound was, step by step, in decibels above what counts as silence. */
export type Envelope = readonly number[]

/** Telephone bandwidth carries the voice, and its rhythm more than that. */
export const ENVELOPE_HZ = 8_000
/** The longest that an analyser keeps, so that nobody need look more often than every few seconds: 4.1 s. */
export const ENVELOPE_SAMPLES = 32_768
const SAMPLES_PER_STEP = 256
/** A syllable takes five of them or more. */
export const STEP_MS = (SAMPLES_PER_STEP * 1_000) / ENVELOPE_HZ

/** Under this (-60 dB of full scale) there is only a room, or the noise that a decoder makes up for silence. */
const FLOOR = 0.001

/** Loudness rather than power: an echo is as much softer on every syllable. Pure. */
export function envelopeOf(samples: Float32Array): Envelope {
  const steps: number[] = []
  for (let from = 0; from + SAMPLES_PER_STEP <= samples.length; from += SAMPLES_PER_STEP) {
    let energy = 0
    for (let at = from; at < from + SAMPLES_PER_STEP; at++) energy += (samples[at] ?? 0) ** 2
    steps.push(aboveFloor(Math.sqrt(energy / SAMPLES_PER_STEP)))
  }
  return steps
}

/** Decibels of an amplitude above the floor. */
export const aboveFloor = (amplitude: number): number => 20 * Math.log10(Math.max(amplitude, FLOOR) / FLOOR)
