const EVERY_MS = 100
/** Speech at arm's length fills about half of the lamps. */
const GAIN = 4

/** Tells how loud a microphone hears, from 0 to 1, ten times a second. Returns its undoing. */
export function watchLevel(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    tell(Math.min(1, Math.sqrt(power) * GAIN))
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}
