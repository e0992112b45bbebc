/** Of the engine's own data: how every language sounds, what each voice is, and no dictionary. */
const SHARED = /\/(?:phondata|phonindex|phontab|intonations)$|\/(?:lang|voices)\//

/** The languages of the totem, as the engine names them; Easy Italian is Italian. */
const DICTIONARY = /\/(?:it|en|ro|fr|ar|uk|sq)_dict$/

/** Where a file lies in the engine's data: first byte, and first byte after it. */
type Range = readonly [start: number, end: number]

/**
 * What the engine needs of its 24 MB to speak our languages: 1.7 MB. Four bytes with the length of what follows
 * (little-endian), the ranges as JSON, then their bytes one after the other. Whoever reads it puts each where it
 * was: the engine finds its files by position.
 *
 * @param engine source of the engine, which lists the files in its data
 */
export function voicePack(engine: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const ranges = neededRanges(engine)
  const header = new TextEncoder().encode(JSON.stringify(ranges))
  const parts = ranges.map(([start, end]) => data.subarray(start, end))
  const size = parts.reduce((sum, part) => sum + part.length, 4 + header.length)
  const pack = new Uint8Array(size)
  new DataView(pack.buffer).setUint32(0, header.length, true)
  pack.set(header, 4)
  let at = 4 + header.length
  for (const part of parts) {
    pack.set(part, at)
    at += part.length
  }
  return pack
}

function neededRanges(engine: string): readonly Range[] {
  const files = [...engine.matchAll(/filename:"([^"]+)",start:(\d+),end:(\d+)/g)]
  const needed = files.filter(([, name = '']) => SHARED.test(name) || DICTIONARY.test(name))
  const dictionaries = needed.filter(([, name = '']) => DICTIONARY.test(name))
  if (dictionaries.length !== 7) throw new Error(`the speech engine has ${dictionaries.length} dictionaries`)
  return needed.map(([, , start, end]): Range => [Number(start), Number(end)])
}
