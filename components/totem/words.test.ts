import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import italian from '@/messages/it/totem.json'
import { inForms } from './plural-forms.ts'
import { counted, fill, parseWords } from './words.ts'

const MESSAGES = join(import.meta.dirname, '../../messages')
const fileOf = (locale: string): object =>
  JSON.parse(readFileSync(join(MESSAGES, locale, 'totem.json'), 'utf8'))

/** Every message with its path, such as `home.question`. */
function leaves(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  )
}

/** As ICU writes them: `{seconds, plural, one {# secondo} other {# secondi}}`. */
const FORMS = / (?:=\d+|\w+) \{[^{}]*\}/g
const PLURALS = /\{(\w+), plural,(?:[^{}]|\{[^{}]*\})*\}/g

const placesIn = (text: string) =>
  [...text.replaceAll(PLURALS, '{$1}').matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

it('puts values into a message and leaves a place without a value to be seen', () => {
  expect(fill('fino alle {time}', { time: '18:30' })).toBe('fino alle 18:30')
  expect(fill('{a} e {b}', { a: 1 })).toBe('1 e {b}')
})

it('counts one person and several', () => {
  expect(counted('una di {count}', 'molte: {count}', 1)).toBe('una di 1')
  expect(counted('una di {count}', 'molte: {count}', 3)).toBe('molte: 3')
})

it('says in Italian what a language does not say, and nothing that no screen asks for', () => {
  const words = parseWords({ home: { topics: 'Subiecte' }, odd: { key: 'x' }, bar: 'broken' }, italian)
  expect(words).toEqual({ ...italian, home: { ...italian.home, topics: 'Subiecte' } })
  expect(parseWords(null, italian)).toEqual(italian)
})

it('says before a call that others may come in: a responsible may listen, an interpreter be called', () => {
  expect(italian.notice.seen).toMatch(/Se entra qualcun altro, lo sai\.$/)
  expect(parseWords(fileOf('it-facile'), italian).notice.seen).toMatch(
    /Se arriva un’altra persona, lo sai\.$/,
  )
})

it('speaks in Italian to women and men alike', () => {
  const toOneOfThem =
    /\b(?:essere|sei|sarai|resta|stai) (?:\p{L}+(?:ato|uto|ito)|pronto|sicuro|solo)\b|\bbenvenuto\b/iu
  const files = ['it/totem', 'it-facile/totem', 'it/privacy', 'it/guest']
  for (const file of files) {
    const words: object = JSON.parse(readFileSync(join(MESSAGES, `${file}.json`), 'utf8'))
    expect(
      leaves(words).filter(([, text]) => toOneOfThem.test(text)),
      file,
    ).toEqual([])
  }
})

describe.each(LOCALES)('in %s', (locale) => {
  const said = new Map(leaves(fileOf(locale)))

  it('says nothing that Italian does not say, with the same places', () => {
    const inItalian = new Map(leaves(italian))
    for (const [path, text] of said)
      expect(placesIn(text), path).toEqual(placesIn(inItalian.get(path) ?? '{unknown}'))
  })

  it('has a form for every number that it counts', () => {
    const rules = new Intl.PluralRules(languageTag(locale))
    const wanted = new Set(Array.from({ length: 100 }, (_, count) => rules.select(count + 1)))
    for (const [path, text] of said)
      for (const [plural] of text.matchAll(PLURALS)) {
        const forms = [...plural.matchAll(FORMS)].map(([form]) => form.trim().split(' ')[0])
        expect(forms, path).toEqual(expect.arrayContaining([...wanted, 'other']))
        const counts = { [/\w+/.exec(plural)?.[0] ?? '']: 7 }
        expect(inForms(plural, counts, locale), path).not.toContain('{')
      }
  })

  it('stays calm: no exclamation marks, nothing empty', () => {
    for (const [path, text] of said) {
      expect(text, path).not.toContain('!')
      expect(text.trim(), path).not.toBe('')
    }
  })
})

it.each(LOCALES)('says everything in %s', (locale) => {
  expect(leaves(fileOf(locale)).map(([path]) => path)).toEqual(leaves(italian).map(([path]) => path))
})

/** What may read as in Italian: names, numbers, what is typed in Italian, and words that two languages share. */
const SAME_AS_ITALIAN: Readonly<Record<string, readonly Locale[] | 'any'>> = {
  'acts.senders.collector.name': 'any',
  'acts.senders.send.name': 'any',
  'callback.phoneExample': 'any',
  'search.example1': 'any',
  'search.example2': 'any',
  'search.example3': 'any',
  'search.example4': 'any',
  'offices.email': 'any',
  'call.volume': ['en', 'fr'],
  'text.phrases.no': ['en'],
  'callback.digits': ['ro'],
  'keyboard.title': ['sq'],
  'staff.voice': ['ro'],
}

it.each(LOCALES.filter((locale) => languageTag(locale) !== 'it'))(
  'has translated what it says in %s, and not copied it',
  (locale) => {
    const inItalian = new Map(leaves(italian))
    const copied = leaves(fileOf(locale)).filter(([path, text]) => {
      const allowed = SAME_AS_ITALIAN[path] ?? []
      return text === inItalian.get(path) && allowed !== 'any' && !allowed.includes(locale)
    })
    expect(copied).toEqual([])
  },
)

describe('Easy Italian', () => {
  /** Rules of easy reading (Inclusion Europe): one idea a sentence, and few words in it. */
  const MOST_WORDS = 13

  it('keeps its sentences short', () => {
    for (const [path, text] of leaves(fileOf('it-facile'))) {
      // What is signed has the words of the law.
      if (path === 'acts.paper.to' || path === 'acts.paper.lines') continue
      // One form of each: nobody reads them all.
      for (const sentence of text.replaceAll(PLURALS, '# #').split(/[.:?]\s+|\n/)) {
        expect(sentence.split(/\s+/).length, `${path}: ${sentence}`).toBeLessThanOrEqual(MOST_WORDS)
      }
    }
  })
})

describe('the screens', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx') && name !== 'icon-sprite.tsx')
    .map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')] as const)

  it.each(sources)('write nothing in one language alone: %s', (_name, source) => {
    const betweenTags = [...source.matchAll(/>\s*([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)<\//gu)]
    const spoken = [
      ...source.matchAll(
        /\b(?:aria-label|aria-description|title|label|placeholder|alt)="([^"]*\p{L}[^"]*)"/gu,
      ),
    ]
    const accented = [...source.matchAll(/['"`]([^'"`\n]*[àèéìòù’][^'"`\n]*)['"`]/g)]
    expect([...betweenTags, ...spoken, ...accented].map(([, text]) => text)).toEqual([])
  })
})
