import { writeFile } from 'node:fs/promises'

const SAMPLES_PER_SECOND = 48_000
/** A steady tone is what noise suppression removes: speak in syllables. */
const SYLLABLE_MS = 220
const PAUSE_MS = 80
const SYLLABLES = 10
/** Softens both edges of a syllable, so that its clicks do not spread over all frequencies. */
const EDGE_MS = 8
const LOUDNESS = 0.5

/** Writes a WAV file for Chromium's `--use-file-for-fake-audio-capture`, which plays it in a loop. */
export async function writeMicrophoneFile(path: string, toneHz: number): Promise<void> {
  const perSyllable = samples(SYLLABLE_MS + PAUSE_MS)
  const data = Buffer.alloc(perSyllable * SYLLABLES * 2)
  for (let index = 0; index < perSyllable * SYLLABLES; index += 1) {
    const loudness = LOUDNESS * envelope(index % perSyllable)
    const value = loudness * Math.sin((2 * Math.PI * toneHz * index) / SAMPLES_PER_SECOND)
    data.writeInt16LE(Math.round(value * 32_767), index * 2)
  }
  await writeFile(path, Buffer.concat([header(data.length), data]))
}

function envelope(sample: number): number {
  const end = samples(SYLLABLE_MS)
  if (sample >= end) return 0
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
