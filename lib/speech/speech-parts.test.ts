import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { SPEECH_ENGINE, SPEECH_VOICES } from './speech-files.ts'
import { speechParts } from './speech-parts.ts'

const engineFile = createRequire(import.meta.url).resolve('@echogarden/espeak-ng-emscripten')

it('is the engine as its makers ship it, and voices that a totem fetches in a moment', async () => {
  const { engine, voices } = await speechParts()
  expect(engine.equals(readFileSync(engineFile))).toBe(true)
  // Measured: 0.25 MB and 0.95 MB.
  expect(gzipSync(engine).length + voices.length).toBeLessThan(1.3e6)
})

it('has addresses that change with its version', () => {
  const file = new URL('package.json', `file://${engineFile}`)
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  expect([SPEECH_ENGINE, SPEECH_VOICES].map((address) => address.split('?v=')[1])).toEqual([version, version])
})
