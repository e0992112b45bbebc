/**
 * What a word is looked up by. Letters without accents, then without the endings that Italian changes for
 * number, gender, person and kind of word, so that "rinnovo", "rinnovare" and "rinnovi" meet. A light stemmer
 * on purpose: half-typed words go through it too, and prefixes and tolerated errors find what it leaves apart.
 */
export function stem(word: string): string {
  const plain = withoutAccents(word)
  if (/\d/.test(plain)) return plain
  const bare = withoutEnding(plain)
  const root = bare.replace(/(?<=..)(?:hi|he|ie|ii|io|[aeiou])$/, '')
  return root.length >= MIN_STEM ? root : bare
}

/** "Identità" and "identita'" as "identita". */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Words as they are typed and written: apostrophes and hyphens part them, "l'identità" holds two. */
export const wordsOf = (text: string): string[] =>
  allWordsOf(text).filter((word) => !STOP_WORDS.has(withoutAccents(word)))

/** Those too that are too common to tell pages apart. */
export const allWordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

const MIN_STEM = 3

function withoutEnding(word: string): string {
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= MIN_STEM && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

/** The longest first. */
const ENDINGS = [
  ...['amento', 'amenti', 'imento', 'imenti', 'azione', 'azioni', 'izione', 'izioni'],
  ...['mente', 'atore', 'atori', 'atrice'],
  ...['enza', 'enze', 'ente', 'enti', 'ando', 'endo', 'arsi', 'ersi', 'irsi', 'ante', 'anti'],
  ...['are', 'ere', 'ire', 'ato', 'ata', 'ati', 'ate', 'ito', 'iti', 'ite', 'uto', 'uta', 'uti', 'ute'],
].toSorted((a, b) => b.length - a.length)

/** Too common to tell pages apart; people type whole questions. Italian and English. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a ad al allo alla ai agli alle con da dal dalla dai dalle dei del della delle dello di e ed gli i il in ' +
    'io ho la le lo l d un una uno un mi mio mia miei per perche piu che chi ci come cosa dove devo fare fa ' +
    'faccio ha non nel nella nei o po quale quali quando questo se si sono su sul sulla tra fra voglio vorrei ' +
    'the an and at by for from how is it my of on or the to i what when where with want need do'
  ).split(' '),
)
