/** One typed line is at most this many UTF-16 units: more than anybody says in one breath, and one packet whole. */
export const LINE_LIMIT = 1_000

/** What takes the place of something lost or unreadable, as T.140 asks. */
export const MISSING = '\uFFFD'

/** Every way to end a line, T.140's own (U+2028) among them. */
const LINE_ENDS = /\r\n|[\r\n\u0085\u2028\u2029]/gu

/** Commands to a terminal, not text. */
const CONTROLS = /(?!\n)\p{Cc}/gu

/**
 * Letters that nobody sees and that turn what others see: embeddings, overrides and isolates of direction,
 * invisible joins and the tags of plane 14. The joiners inside a word or an emoji (U+200C, U+200D) and the
 * plain direction marks, which Arabic needs, stay.
 */
const UNSEEN = /[\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu

/** Vietnamese and pointed Hebrew take up to three marks on a letter; more climb over the lines above. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu

/** Text as it may be shown, with `\n` as the only way to end a line. Cleaning twice changes nothing. Pure. */
export const cleanText = (raw: string): string =>
  raw
    // Half of a character whose other half is not there.
    .replace(/\p{Surrogate}/gu, MISSING)
    .replace(LINE_ENDS, '\n')
    .replace(/\t/gu, ' ')
    .replace(CONTROLS, '')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(STACKED_MARKS, '$1')

const segmenter = new Intl.Segmenter('it', { granularity: 'grapheme' })

/** `text` without its last character, as a person counts characters: an accented letter or a flag is one. Pure. */
export function eraseLast(text: string): string {
  // Far enough back for the longest emoji; a whole page need not be cut into characters for one.
  const from = Math.max(0, text.length - 64)
  const last = [...segmenter.segment(text.slice(from))].at(-1)
  return last ? text.slice(0, from + last.index) : ''
}

/** The beginning of `text`, at most `units` long, with no character cut in two. Pure. */
export function clip(text: string, units: number): string {
  if (text.length <= units) return text
  const inside = segmenter.segment(text).containing(units)
  return text.slice(0, inside?.index ?? units)
}
