import MiniSearch, { type Options, type SearchOptions, type SearchResult } from 'minisearch'
import { allWordsOf, stem, withoutAccents, wordsOf } from './italian-stem.ts'
import { alsoCalled } from './synonyms.ts'

/** What a visitor can find. */
export type FoundKind = 'sheet' | 'office' | 'lifeEvent' | 'notice' | 'topic'

/** One thing to find, in one language. */
export interface Findable {
  kind: FoundKind
  slug: string
  title: string
  /** Shown below the title. */
  hint: string
  /** All else that is written there. */
  text: string
}

export interface Found extends Pick<Findable, 'kind' | 'slug' | 'title' | 'hint'> {}

interface Indexed extends Findable {
  id: string
  also: string
  weight: number
}

/**
 * How words are cut and kept: the same where the index is made and where it is read. Each word is there whole
 * and by its stem: a word with an error in its ending has no stem that anybody could know.
 */
const OPTIONS: Options<Indexed> = {
  fields: ['title', 'also', 'hint', 'text'],
  storeFields: ['kind', 'slug', 'title', 'hint', 'weight'],
  tokenize: wordsOf,
  processTerm: (word) => [...new Set([withoutAccents(word), stem(word)])],
}

/** A page about the thing comes before one that mentions it; a service before the office that does it. */
const WEIGHTS = { title: 10, also: 3, hint: 1, text: 0.1 }
const OF_KIND: Readonly<Record<FoundKind, number>> = {
  sheet: 1.2,
  lifeEvent: 1.1,
  topic: 1,
  office: 1,
  notice: 0.9,
}

/** The index of these as text, to be read by `openIndex`. */
export function makeIndex(findables: readonly Findable[]): string {
  const index = new MiniSearch(OPTIONS)
  index.addAll(
    findables.map((findable, at) => {
      const { kind, slug, title, hint } = findable
      // A text mentions much that the page is not about.
      const also = alsoCalled([title, hint, slug]).join(' ')
      // Of two that fit alike the editor's order decides.
      const weight = OF_KIND[kind] * (1.3 - (0.3 * at) / findables.length)
      return { ...findable, id: `${kind}:${slug}`, also, weight }
    }),
  )
  return JSON.stringify(index)
}

export interface SearchIndex {
  /** The best first, at most `MOST`. Null: nothing is asked yet, as by the first words of a question. */
  find: (text: string) => Found[] | null
}

/** More than a screen of results is read by nobody. */
const MOST = 8

/** @throws SyntaxError or Error when the text is no index */
export function openIndex(text: string): SearchIndex {
  const index = MiniSearch.loadJSON(text, OPTIONS)
  return {
    find(text) {
      if (askedIn(text).length === 0) return null
      for (const patience of PATIENCE) {
        const found = index.search(text, patience)
        if (found.length > 0) return byTitle(text, found).slice(0, MOST).map(asFound)
      }
      return []
    },
  }
}

/** A single word may be the beginning of another, however common it is itself: "per" of "permesso", "di" of "disabili". */
function askedIn(text: string): string[] {
  const all = allWordsOf(text)
  return all.length === 1 ? all : wordsOf(text)
}

/** One typing error in a short word, two in a long one; `most` for those in between. */
const errors = (most: number) => (word: string) =>
  word.length < 3 ? false : word.length < 5 ? 1 : word.length < 8 ? most : 2

const BASE: SearchOptions = {
  boost: WEIGHTS,
  boostDocument: (_id, _term, stored) => (typeof stored?.weight === 'number' ? stored.weight : 1),
  weights: { fuzzy: 0.35, prefix: 0.6 },
  // Whether a word is there counts; how often, and among how many others, says little about a page this short.
  bm25: { k: 0.05, b: 0, d: 0.5 },
  prefix: true,
  tokenize: askedIn,
}
const BY_STEM = { ...BASE, processTerm: stem }
const AS_TYPED = { ...BASE, processTerm: withoutAccents }

/** Every word first; then more errors, as when two letters changed places; then any word. */
const PATIENCE: readonly SearchOptions[] = [
  { ...BY_STEM, combineWith: 'AND', fuzzy: errors(1) },
  { ...AS_TYPED, combineWith: 'AND', fuzzy: errors(2) },
  { ...BY_STEM, combineWith: 'AND', fuzzy: errors(2) },
  { ...BY_STEM, combineWith: 'OR', fuzzy: errors(1) },
  { ...AS_TYPED, combineWith: 'OR', fuzzy: errors(2) },
]

/** Whoever types a whole title means that page, however rare its words are elsewhere. */
function byTitle(text: string, found: readonly SearchResult[]): SearchResult[] {
  const asked = wordsOf(text).map(stem)
  const worth = ({ score, title }: SearchResult) => {
    const named = wordsOf(String(title)).map(stem)
    const hits = asked.filter((word) => named.some((each) => each.startsWith(word)))
    return score * (1 + hits.length / Math.max(asked.length, 1)) ** 2
  }
  return found.toSorted((a, b) => worth(b) - worth(a))
}

const KINDS: readonly FoundKind[] = ['sheet', 'office', 'lifeEvent', 'notice', 'topic']
const isKind = (value: unknown): value is FoundKind => KINDS.some((kind) => kind === value)

const asFound = ({ kind, slug, title, hint }: Record<string, unknown>): Found => ({
  kind: isKind(kind) ? kind : 'sheet',
  slug: String(slug),
  title: String(title),
  hint: String(hint),
})
