import { expect, it } from 'vitest'
import { voicePack } from './voice-pack.ts'

const NAMES = ['it', 'en', 'ro', 'fr', 'ar', 'uk', 'sq'].map((language) => `${language}_dict`)

/** An engine whose data has a file of one byte for each of these, in this order. */
const engineWith = (names: readonly string[]) =>
  names.map((name, at) => `{filename:"/data/${name}",start:${at},end:${at + 1}}`).join(',')

/** As the worker reads it: what each range holds. */
function read(pack: Uint8Array<ArrayBuffer>) {
  const length = new DataView(pack.buffer).getUint32(0, true)
  const ranges: unknown = JSON.parse(new TextDecoder().decode(pack.subarray(4, 4 + length)))
  return { ranges, bytes: [...pack.subarray(4 + length)] }
}

it('holds what every voice needs and our languages, each with where it was', () => {
  const engine = engineWith([...NAMES, 'de_dict', 'phondata', 'lang/roa/it', 'zh_dict'])
  const data = Uint8Array.from({ length: 11 }, (_, at) => 100 + at)
  expect(read(voicePack(engine, data))).toEqual({
    ranges: [...[0, 1, 2, 3, 4, 5, 6].map((at) => [at, at + 1]), [8, 9], [9, 10]],
    bytes: [100, 101, 102, 103, 104, 105, 106, 108, 109],
  })
})

it('is not made of an engine that lacks one of our languages, or lists its files in another way', () => {
  expect(() => voicePack(engineWith(NAMES.slice(1)), new Uint8Array(7))).toThrow('6 dictionaries')
  expect(() => voicePack('files:[]', new Uint8Array(7))).toThrow('0 dictionaries')
})
