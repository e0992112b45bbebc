/** Two calm notes on the chosen speaker, half a second in all. */
export async function playTestTone(speaker: string | null): Promise<void> {
  const audio = new AudioContext()
  try {
    // Not every browser can choose a speaker; the default one then plays.
    if (speaker !== null && 'setSinkId' in audio && typeof audio.setSinkId === 'function') {
      await audio.setSinkId(speaker).catch(() => undefined)
    }
    const last = NOTES_HZ.map((hertz, index) => note(audio, hertz, audio.currentTime + index * NOTE_S)).at(-1)
    await new Promise((resolve) => last?.addEventListener('ended', resolve))
  } finally {
    await audio.close()
  }
}

const NOTES_HZ = [523.25, 659.25]
const NOTE_S = 0.28
const VOLUME = 0.2

function note(audio: AudioContext, hertz: number, at: number): OscillatorNode {
  const oscillator = new OscillatorNode(audio, { frequency: hertz })
  const gain = new GainNode(audio, { gain: 0 })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(VOLUME, at + 0.03)
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + NOTE_S)
  return oscillator
}
