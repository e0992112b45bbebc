/** Even a quiet room makes a microphone tremble; one that is switched off delivers exact zeros. */
const SILENCE = 0.0003
const LISTEN_MS = 2_500
const LOOK_EVERY_MS = 50
/** Full scale of the meter: speech at arm's length reaches about a fifth of full amplitude. */
const LOUD = 0.2

export interface SoundListener {
  /** 0 to 1, for a meter, some twenty times a second. */
  onLevel: (level: number) => void
  /** True at the first sign of life, false when there was none for a while (and true if it comes later). */
  onProbe: (isHeard: boolean) => void
}

/** Listens to a microphone without playing it. Returns its undoing. */
export function probeSound(track: MediaStreamTrack, listener: SoundListener): () => void {
  const audio = new AudioContext()
  const analyser = audio.createAnalyser()
  analyser.fftSize = 1024
  audio.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const startedAt = performance.now()
  let isHeard = false
  let hasDoubted = false

  const look = () => {
    analyser.getFloatTimeDomainData(samples)
    const amplitude = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
    listener.onLevel(Math.min(1, Math.sqrt(amplitude / LOUD)))
    if (!isHeard && amplitude > SILENCE) {
      isHeard = true
      listener.onProbe(true)
    } else if (!isHeard && !hasDoubted && performance.now() - startedAt > LISTEN_MS) {
      hasDoubted = true
      listener.onProbe(false)
    }
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    void audio.close()
  }
}
