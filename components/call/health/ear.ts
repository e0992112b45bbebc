import { ENVELOPE_HZ, ENVELOPE_SAMPLES, type Envelope, envelopeOf } from './envelope.ts'

/** A sound that passes through this page. */
export interface PassingSound {
  /** Whose it is, by identity; null: this page's own. */
  of: string | null
  track: MediaStreamTrack
}

/** Listens to sounds as they pass, without playing or keeping any. */
export interface Ear {
  /** From now on to exactly these. */
  follow: (sounds: readonly PassingSound[]) => void
  /** The last 4.1 s of everybody who has been followed for that long, all of the same moment. */
  hear: () => ReadonlyMap<string | null, Envelope>
  close: () => void
}

/** What TypeScript does not know yet: an audio graph that needs no sound card (https://www.w3.org/TR/webaudio/#dom-audiocontextoptions-sinkid). */
interface SilentContextOptions extends AudioContextOptions {
  sinkId: { type: 'none' }
}

interface Listening {
  track: MediaStreamTrack
  source: MediaStreamAudioSourceNode
  analyser: AnalyserNode
  fullAt: number
}

/**
 * The browser keeps the last seconds of each sound at telephone rate, so that one look every two seconds is
 * enough. Deaf where a browser will not listen at that rate: then nothing is ever found.
 */
export function createEar(): Ear {
  const listening = new Map<string | null, Listening>()
  const context = openContext()
  const samples = new Float32Array(ENVELOPE_SAMPLES)

  const stop = (of: string | null) => {
    const known = listening.get(of)
    known?.source.disconnect()
    known?.analyser.disconnect()
    listening.delete(of)
  }

  const start = ({ of, track }: PassingSound, at: AudioContext) => {
    const source = at.createMediaStreamSource(new MediaStream([track]))
    const analyser = at.createAnalyser()
    analyser.fftSize = ENVELOPE_SAMPLES
    source.connect(analyser)
    const fullAt = at.currentTime + ENVELOPE_SAMPLES / ENVELOPE_HZ
    listening.set(of, { track, source, analyser, fullAt })
  }

  return {
    follow(sounds) {
      if (!context) return
      // A page that nobody has touched may listen only later.
      if (context.state === 'suspended') void context.resume().catch(() => undefined)
      for (const [of, { track }] of [...listening]) {
        if (!sounds.some((sound) => sound.of === of && sound.track === track)) stop(of)
      }
      for (const sound of sounds) {
        if (!listening.has(sound.of)) start(sound, context)
      }
    },
    hear() {
      const heard = new Map<string | null, Envelope>()
      for (const [of, { analyser, fullAt }] of listening) {
        if (!context || context.currentTime < fullAt) continue
        analyser.getFloatTimeDomainData(samples)
        heard.set(of, envelopeOf(samples))
      }
      return heard
    },
    close() {
      for (const of of [...listening.keys()]) stop(of)
      void context?.close().catch(() => undefined)
    },
  }
}

/** Null: the browser cannot. */
function openContext(): AudioContext | null {
  const options: SilentContextOptions = { sampleRate: ENVELOPE_HZ, sinkId: { type: 'none' } }
  try {
    return new AudioContext(options)
  } catch {
    return null
  }
}
