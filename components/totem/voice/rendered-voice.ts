import { SPEECH_ENGINE, SPEECH_VOICES, SPEECH_WORKER } from '@/lib/speech/speech-files.ts'
import type { Piece } from './what-is-said.ts'

/** A voice that needs nothing of the platform: made in a worker, played by the page. */
export interface RenderedVoice {
  /** Languages are those of the totem: eSpeak NG names them alike. */
  say: (pieces: readonly Piece[]) => void
  hush: () => void
  /** 0 to 1. */
  setVolume: (volume: number) => void
  isSpeaking: () => boolean
  close: () => void
}

/** What the worker sends (`public/totem-speech.js`). */
type FromWorker =
  | { type: 'samples'; turn: number; rate: number; samples: Float32Array<ArrayBuffer> }
  /** All that was to be said in this turn. */
  | { type: 'made'; turn: number }
  /** It has no engine, or lost it. */
  | { type: 'failed' }

interface Listener {
  /** All has been said that was to be. */
  onSaid: () => void
  /** The engine could not be had, or gave up: nothing more is heard from this one. */
  onFailed: () => void
}

/** @param volume 0 to 1 */
export function createRenderedVoice(volume: number, { onSaid, onFailed }: Listener): RenderedVoice {
  const worker = new Worker(SPEECH_WORKER, { type: 'module' })
  const context = new AudioContext()
  const output = new GainNode(context, { gain: volume })
  output.connect(context.destination)
  const playing = new Set<AudioBufferSourceNode>()
  let turn = 0
  /** Of this turn nothing more will come. */
  let isMade = false
  /** Where the next piece joins on, by the context's clock. */
  let endsAt = 0

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'failed') return onFailed()
    if (data.turn !== turn) return
    if (data.type === 'samples') return play(data.samples, data.rate)
    isMade = true
    ended()
  }
  worker.onerror = onFailed
  worker.postMessage({ type: 'start', engine: SPEECH_ENGINE, voices: SPEECH_VOICES })

  const ended = () => {
    if (!isMade || playing.size > 0) return
    isMade = false
    onSaid()
  }
  const play = (samples: Float32Array<ArrayBuffer>, sampleRate: number) => {
    const buffer = new AudioBuffer({ length: samples.length, sampleRate })
    buffer.copyToChannel(samples, 0)
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(output)
    source.onended = () => {
      playing.delete(source)
      ended()
    }
    playing.add(source)
    endsAt = Math.max(endsAt, context.currentTime)
    source.start(endsAt)
    endsAt += buffer.duration
  }
  const order = (pieces: readonly Piece[]) => {
    turn += 1
    isMade = false
    endsAt = 0
    for (const source of playing) source.stop()
    playing.clear()
    worker.postMessage({ type: 'say', turn, pieces })
  }
  return {
    say(pieces) {
      order(pieces)
      // A page may begin to sound only after a key; this is one.
      void context.resume()
    },
    hush: () => order([]),
    setVolume(next) {
      output.gain.value = next
    },
    // Before the first key nothing is heard, however much has been ordered.
    isSpeaking: () => context.state === 'running' && playing.size > 0,
    close() {
      worker.terminate()
      void context.close()
    },
  }
}
