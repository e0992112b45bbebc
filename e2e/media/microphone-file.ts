import { writeFile } from 'node:fs/promises'
import { createRandom } from '../../lib/switchboard/shell/storm/random.ts'

const SAMPLES_PER_SECOND = 48_000

/** A tone, and the silence after it. */
interface Syllable {
  hz: number
  syllableMs: number
  pauseMs: number
}

/** What is said over and over. */
export type Rhythm = readonly Syllable[]

/** A steady tone is what noise suppression removes: speak in syllables. */
export const speechAt = (hz: number): Rhythm => repeated({ hz, syllableMs: 220, pauseMs: 80 })

export function repeated(syllable: Syllable): Rhythm {
  return Array.from({ length: 10 }, () => syllable)
}

/**
 * A quarter of a minute of somebody who talks and thinks: no two stretches of it are alike, and no two people.
 * Nor are two syllables in a row of one pitch: echo cancellation takes a tone for the echo of the same tone,
 * whichever came first, and cuts holes into whoever hears themself.
 */
export function talkOf(seed: number): Rhythm {
  const random = createRandom(seed)
  return Array.from({ length: 45 }, () => ({
    hz: 150 + random.below(450),
    syllableMs: 110 + random.below(180),
    pauseMs: random.chance(0.2) ? 250 + random.below(700) : random.below(90),
  }))
}

/** Softens both edges of a syllable, so that its clicks do not spread over all frequencies. */
const EDGE_MS = 8
const LOUDNESS = 0.5

/** Writes a WAV file for Chromium's `--use-file-for-fake-audio-capture`, which plays it in a loop. */
export async function writeMicrophoneFile(path: string, rhythm: Rhythm): Promise<void> {
  const total = rhythm.reduce((sum, { syllableMs, pauseMs }) => sum + samples(syllableMs + pauseMs), 0)
  const data = Buffer.alloc(total * 2)
  let start = 0
  for (const { hz, syllableMs, pauseMs } of rhythm) {
    for (let index = start; index < start + samples(syllableMs); index += 1) {
      const loudness = LOUDNESS * envelope(index - start, samples(syllableMs))
      const value = loudness * Math.sin((2 * Math.PI * hz * index) / SAMPLES_PER_SECOND)
      data.writeInt16LE(Math.round(value * 32_767), index * 2)
    }
    start += samples(syllableMs + pauseMs)
  }
  await writeFile(path, Buffer.concat([header(data.length), data]))
}

function envelope(sample: number, end: number): number {
  return Math.min(1, sample / samples(EDGE_MS), (end - sample) / samples(EDGE_MS))
}

const samples = (ms: number): number => Math.round((ms * SAMPLES_PER_SECOND) / 1000)

/** 16-bit mono PCM. */
function header(dataBytes: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + dataBytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(SAMPLES_PER_SECOND, 24)
  head.writeUInt32LE(SAMPLES_PER_SECOND * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(dataBytes, 40)
  return head
}
