import { SPEECH_ENGINE, SPEECH_VOICES, SPEECH_WORKER } from '@/lib/speech/speech-files.ts'
import type { Piece } from './what-is-said.ts'

/** A voice that needs nothing of the platform: made in a worker, played by the page. */
export interface RenderedVoice {
  /** Languages are those of the totem: eSpeak NG names them alike. */
  say: (pieces: readonly Piece[]) => void
  hush: () => void
  isSpeaking: () => boolean
  close: () => void
}

/** What the worker sends (`public/totem-speech.js`). */
type FromWorker =
  | { type: 'samples'; turn: number; rate: number; samples: Float32Array<ArrayBuffer> }
  /** It has no engine, or lost it. */
  | { type: 'failed' }

/**
 * @param volume 0 to 1
 * @param onFailed the engine could not be had, or gave up: nothing more is heard from this one
 */
export function createRenderedVoice(volume: number, onFailed: () => void): RenderedVoice {
  const worker = new Worker(SPEECH_WORKER, { type: 'module' })
  const context = new AudioContext()
  const output = new GainNode(context, { gain: volume })
  output.connect(context.destination)
  const playing = new Set<AudioBufferSourceNode>()
  let turn = 0
  /** Where the next piece joins on, by the context's clock. */
  let endsAt = 0

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'failed') onFailed()
    else if (data.turn === turn) play(data.samples, data.rate)
  }
  worker.onerror = onFailed
  worker.postMessage({ type: 'start', engine: SPEECH_ENGINE, voices: SPEECH_VOICES })

  const play = (samples: Float32Array<ArrayBuffer>, sampleRate: number) => {
    const buffer = new AudioBuffer({ length: samples.length, sampleRate })
    buffer.copyToChannel(samples, 0)
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(output)
    source.onended = () => playing.delete(source)
    playing.add(source)
    endsAt = Math.max(endsAt, context.currentTime)
    source.start(endsAt)
    endsAt += buffer.duration
  }
  const order = (pieces: readonly Piece[]) => {
    turn += 1
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
    // Before the first key nothing is heard, however much has been ordered.
    isSpeaking: () => context.state === 'running' && playing.size > 0,
    close() {
      worker.terminate()
      void context.close()
    },
  }
}
