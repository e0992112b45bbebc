/** The tone that says "it rings there": Italy's 425 Hz, one second in five, softly. */
export interface RingBack {
  /** Call it soon after a tap: browsers give sound only to a touch. */
  arm(): void
  start(): void
  stop(): void
  /** Gives the sound card back until the next `arm`. */
  release(): void
}

const FREQUENCY_HZ = 425
const TONE_S = 1
const PERIOD_MS = 5_000
/** Of full scale: to be noticed beside the screen, not across the hall. */
const VOLUME = 0.05
/** Soft edges; a tone cut square clicks. */
const EDGE_S = 0.06

export function createRingBack(): RingBack {
  let context: AudioContext | null = null
  let timer: ReturnType<typeof setInterval> | undefined
  let gain: GainNode | null = null

  const ring = () => {
    if (context?.state !== 'running') return
    const at = context.currentTime
    const tone = context.createOscillator()
    gain = context.createGain()
    tone.frequency.value = FREQUENCY_HZ
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(VOLUME, at + EDGE_S)
    gain.gain.setValueAtTime(VOLUME, at + TONE_S - EDGE_S)
    gain.gain.linearRampToValueAtTime(0, at + TONE_S)
    tone.connect(gain).connect(context.destination)
    tone.start(at)
    tone.stop(at + TONE_S)
  }

  return {
    arm() {
      context ??= new AudioContext()
      void context.resume()
    },
    start() {
      if (timer !== undefined) return
      ring()
      timer = setInterval(ring, PERIOD_MS)
    },
    stop() {
      clearInterval(timer)
      timer = undefined
      gain?.disconnect()
      gain = null
    },
    release() {
      void context?.close()
      context = null
    },
  }
}
