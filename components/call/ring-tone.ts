/**
 * Rings the desk until it is undone: two warm notes, again every 2 s. A loop inside the sound card's own
 * clock, because a browser slows the timers of a page that is not in front.
 * @param speaker a device's id; null: the default one
 * @returns its undoing
 */
export function startRingTone(speaker: string | null): () => void {
  const context = new AudioContext()
  const ring = new AudioBufferSourceNode(context, { buffer: ringBuffer(context), loop: true })
  ring.connect(context.destination)
  ring.start()
  // Refused until the page has been touched once; title and notification call too.
  context.resume().catch(() => undefined)
  if (speaker !== null) playOn(context, speaker)
  return () => {
    ring.stop()
    context.suspend().catch(() => undefined)
    // Letting go of the sound card takes tens of milliseconds, and what follows a ring is an answer.
    setTimeout(() => void context.close().catch(() => undefined), CLOSE_AFTER_MS)
  }
}

const CLOSE_AFTER_MS = 2_000

export const RING_PERIOD_S = 2
/** Of full scale; the loudest sample stays under it. */
export const RING_VOLUME = 0.22

const NOTES = [
  { hertz: 523.25, atS: 0 },
  { hertz: 659.25, atS: 0.24 },
] as const
const ATTACK_S = 0.012
const DECAY_S = 0.22

/** One period of the ring, silent at both ends. Pure. */
export function ringSamples(sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(RING_PERIOD_S * sampleRate))
  for (const { hertz, atS } of NOTES) {
    for (let index = Math.round(atS * sampleRate); index < samples.length; index++) {
      const timeS = index / sampleRate - atS
      const envelope = Math.min(1, timeS / ATTACK_S) * Math.exp(-timeS / DECAY_S)
      const turn = 2 * Math.PI * hertz * timeS
      // The octave and the one above it fade sooner, as in struck wood: warm, and easy to locate.
      const wave =
        Math.sin(turn) + 0.35 * Math.sin(2 * turn) * envelope + 0.12 * Math.sin(4 * turn) * envelope
      samples[index] = (samples[index] ?? 0) + (RING_VOLUME / 3) * wave * envelope
    }
  }
  return samples
}

/** Worked out once: a hundred thousand samples take longer than a frame. */
const samplesAt = new Map<number, Float32Array<ArrayBuffer>>()

function ringBuffer(context: AudioContext): AudioBuffer {
  const samples = samplesAt.get(context.sampleRate) ?? ringSamples(context.sampleRate)
  samplesAt.set(context.sampleRate, samples)
  const buffer = context.createBuffer(1, samples.length, context.sampleRate)
  buffer.copyToChannel(samples, 0)
  return buffer
}

/** Not every browser lets a page choose; the default speaker then rings. */
function playOn(context: AudioContext & { setSinkId?: (id: string) => Promise<void> }, id: string) {
  context.setSinkId?.(id).catch(() => undefined)
}
