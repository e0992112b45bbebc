import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { oncePerProcess } from '../config/once-per-process.ts'
import { voicePack } from './voice-pack.ts'

/** Read as files: nothing of it runs on the server. */
const PACKAGE = path.join(process.cwd(), 'node_modules/@echogarden/espeak-ng-emscripten')

/** What a totem's page speaks with. */
export interface SpeechParts {
  /** A JavaScript module. */
  engine: Buffer<ArrayBuffer>
  /** A pack (`voice-pack.ts`), compressed with gzip: the server compresses nothing that is no text. */
  voices: Buffer<ArrayBuffer>
}

/** Read and compressed once. */
export const speechParts = (): Promise<SpeechParts> => oncePerProcess('speech-parts', readParts)

async function readParts(): Promise<SpeechParts> {
  const [engine, data] = await Promise.all([
    readFile(path.join(PACKAGE, 'espeak-ng.js')),
    readFile(path.join(PACKAGE, 'espeak-ng.data')),
  ])
  return { engine, voices: await zip(voicePack(engine.toString('utf8'), data)) }
}

const zip = promisify(gzip)
