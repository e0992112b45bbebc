const TONE_SECONDS = 1.2

/** A quiet third from the loudspeaker, so that whoever tries a totem hears it, and hears it alone. */
export function playTone() {
  const context = new AudioContext()
  const gain = context.createGain()
  gain.gain.setValueAtTime(0.2, context.currentTime)
  gain.gain.linearRampToValueAtTime(0, context.currentTime + TONE_SECONDS)
  gain.connect(context.destination)
  for (const [frequency, from] of [
    [523, 0],
    [659, 0.4],
  ] as const) {
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(gain)
    tone.start(context.currentTime + from)
    tone.stop(context.currentTime + TONE_SECONDS)
    tone.onended = () => {
      if (frequency === 659) void context.close()
    }
  }
}
