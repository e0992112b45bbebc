import { describe, expect, it } from 'vitest'
import { SAMPLE_LIFE_EVENTS } from '../../records/sample/life-events.ts'
import { SAMPLE_NOTICES } from '../../records/sample/notices.ts'
import { SAMPLE_OFFICES } from '../../records/sample/offices.ts'
import { SAMPLE_SERVICES } from '../../records/sample/services/all.ts'
import { type Findable, makeIndex, openIndex } from './search-index.ts'

const index = openIndex(makeIndex(sampleIn('it')))
const first = (typed: string) => {
  const [best] = index.find(typed) ?? []
  return best ? `${best.kind}:${best.slug}` : 'nothing'
}

/** As visitors type them: half words, no accents, wrong letters, other names, whole questions. */
const QUERIES: readonly (readonly [typed: string, found: string])[] = [
  ['carta d’identità', 'sheet:carta-identita'],
  ['carta identita', 'sheet:carta-identita'],
  ['cie', 'sheet:carta-identita'],
  ['carta di identita scaduta', 'sheet:carta-identita'],
  ['rinovo carta identità', 'sheet:carta-identita'],
  ['carta identià', 'sheet:carta-identita'],
  ['cart ident', 'sheet:carta-identita'],
  ['carta urgente', 'sheet:carta-identita-urgente'],
  ['carta identita urgete', 'sheet:carta-identita-urgente'],
  ['carta di carta', 'sheet:carta-identita-cartacea'],
  ['residenza', 'sheet:residenza'],
  ['residneza', 'sheet:residenza'],
  ['cambio di residenza', 'sheet:residenza'],
  ['cambiare residensa', 'sheet:residenza'],
  ['trasloco', 'sheet:residenza'],
  ['cambio casa', 'lifeEvent:cambio-casa'],
  ['certificati', 'sheet:certificati'],
  ['certificto di nascita', 'sheet:certificati'],
  ['stato di famiglia', 'sheet:certificati'],
  ['tessera eletorale', 'sheet:tessera-elettorale'],
  ['dove voto', 'sheet:tessera-elettorale'],
  ['multa', 'sheet:multe'],
  ['mutla', 'sheet:multe'],
  ['contravenzione', 'sheet:multe'],
  ['verbale', 'sheet:multe'],
  ['ztl', 'sheet:permessi-ztl'],
  ['permesso centro storico', 'sheet:permessi-ztl'],
  ['contrasegno disabili', 'sheet:contrassegno-disabili'],
  ['parcheggio invalidi', 'sheet:contrassegno-disabili'],
  ['raccomandata', 'sheet:ritiro-atti'],
  ['ho trovato un avviso giudiziario', 'sheet:ritiro-atti'],
  ['ritiro ati', 'sheet:ritiro-atti'],
  ['ho perso il portafoglio', 'lifeEvent:documenti-persi'],
  ['ogetti smariti', 'sheet:oggetti-smarriti'],
  ['asilo nido', 'sheet:informafamiglie'],
  ['è nato mio figlio', 'lifeEvent:nascita'],
  ['matrimonio', 'sheet:matrimonio'],
  ['sposarsi', 'lifeEvent:matrimonio'],
  ['spid', 'sheet:digitale-facile'],
  ['assistente sociale', 'sheet:servizi-sociali'],
  ['vigili urbani', 'office:polizia-locale'],
  ['punto informativo', 'office:santi-40'],
]

describe('the search finds', () => {
  it.each(QUERIES)('“%s” → %s', (typed, found) => {
    expect(first(typed)).toBe(found)
  })

  it('while one types: every beginning of a word leads to it', () => {
    for (const end of [4, 5, 6, 7, 8, 9]) {
      expect(first('residenza'.slice(0, end)), 'residenza'.slice(0, end)).toBe('sheet:residenza')
    }
  })

  it.each([
    'carta d’identità',
    'anagrafe',
    'contrassegno',
    'disabili',
    'documenti',
    'informagiovani',
    'permessi',
  ])('something at every letter of “%s”, where its beginning is a word as common as “per” too', (typed) => {
    for (let end = 1; end <= typed.length; end++)
      expect(index.find(typed.slice(0, end)), typed.slice(0, end)).not.toHaveLength(0)
    expect(first(typed)).not.toBe('nothing')
  })

  it('while a question is typed: nothing is asked yet, then what it is about', () => {
    const question = 'come si fa per il contrassegno'
    for (let end = 1; end <= question.length; end++)
      expect(index.find(question.slice(0, end)), question.slice(0, end)).not.toEqual([])
    expect(first('per')).toBe('sheet:permessi-ztl')
    expect(first('di')).toBe('sheet:contrassegno-disabili')
  })

  it('nothing for what means nothing, and is asked nothing by no word at all', () => {
    expect(index.find('xqzwk')).toEqual([])
    expect(index.find('  ’ ? ')).toBeNull()
    expect(index.find('di a da')).toBeNull()
  })

  it('English pages by English words', () => {
    const english = openIndex(makeIndex(sampleIn('en')))
    const best = (typed: string) => english.find(typed)?.[0]?.slug
    expect(best('identity crad')).toBe('carta-identita')
    expect(best('parking fine')).toBe('multe')
    expect(best('change of adress')).toBe('residenza')
    expect(best('birth')).toBe('dichiarazione-nascita')
  })

  it('text that looks like code, as text', () => {
    const odd = openIndex(
      makeIndex([
        {
          kind: 'sheet',
          slug: 'x',
          title: '<script>alert(1)</script>',
          hint: '{{x}}',
          text: '__proto__ constructor',
        },
      ]),
    )
    expect(odd.find('script')?.[0]?.title).toBe('<script>alert(1)</script>')
    expect(odd.find('__proto__')?.length).toBeLessThanOrEqual(1)
    expect(odd.find('toString')).toEqual([])
  })
})

function sampleIn(locale: 'it' | 'en'): Findable[] {
  return [
    ...SAMPLE_SERVICES.map((service) => {
      const { title, summary, whatToBring, ...texts } = service[locale]
      const text = [...whatToBring, ...Object.values(texts)].join('\n')
      return { kind: 'sheet' as const, slug: service.slug, title, hint: summary, text }
    }),
    ...SAMPLE_OFFICES.map(({ slug, name, address = '', notes }) => ({
      kind: 'office' as const,
      slug,
      title: name[locale],
      hint: address,
      text: notes?.[locale] ?? '',
    })),
    ...SAMPLE_LIFE_EVENTS.map(({ slug, title, hint, intro }) => ({
      kind: 'lifeEvent' as const,
      slug,
      title: title[locale],
      hint: hint[locale],
      text: intro[locale],
    })),
    ...SAMPLE_NOTICES.map(({ slug, title, text }) => ({
      kind: 'notice' as const,
      slug,
      title: title[locale],
      hint: '',
      text: text[locale],
    })),
  ]
}
