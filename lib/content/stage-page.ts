import { hoursUnder } from '../records/entered-hours.ts'
import type { Office, Service } from '../records/payload-types.ts'
import { allOffices, allTotems, publishedForm, publishedService, theBody } from '../records/published.ts'
import type { PageRef } from '../switchboard/stage.ts'
import { hourLines } from './hours-in-words.ts'
import { type Place, type Plan, planOf } from './plan.ts'
import { dayAt } from './rome-time.ts'

/** A published page as both ends of a call, and then a phone, show it: in parts that can be pointed to. */
export interface StagePage {
  /** `text`: only to be read. */
  kind: PageRef['kind'] | 'text'
  slug: string
  title: string
  lead: string
  sections: readonly StageSection[]
  /** Of an office whose place is known. */
  plan: Plan | null
}

/** `key` names it in whatever language: `howTo`, `field.2`. */
export interface StageSection {
  key: string
  title: string
  /** Each on its own, one after the other: `list`; one text in paragraphs: `prose`. */
  as: 'list' | 'prose'
  lines: readonly StageLine[]
}

/** A paragraph or an item: `howTo.0`. */
export interface StageLine {
  key: string
  text: string
}

type Language = 'it' | 'en'

/**
 * A page of this body as it is published now, in one language; what is not translated is in Italian. Null:
 * there is none (any more).
 *
 * @param totemId where the visitor stands, for the plan; null: not said
 */
export async function readStagePage(
  bodyId: string,
  { kind, slug }: PageRef,
  locale: Language,
  totemId: string | null,
): Promise<StagePage | null> {
  switch (kind) {
    case 'sheet':
    case 'checklist': {
      const service = await publishedService(bodyId, slug, locale)
      if (!service) return null
      return kind === 'sheet' ? sheetPage(service, locale) : checklistPage(service, locale)
    }
    case 'form': {
      const form = await publishedForm(bodyId, slug, locale)
      if (!form) return null
      const sections = (form.entries ?? []).map(({ name, explanation, example }, index) => {
        const texts = [explanation, ...(example ? [`${WORDS[locale].example}: ${example}`] : [])]
        return section(`field.${index}`, name, 'prose', texts)
      })
      return { kind, slug, title: form.title, lead: form.summary ?? '', sections, plan: null }
    }
    case 'office':
      return officePage(bodyId, slug, locale, totemId)
  }
}

/** True where the page has this part, a section or a line of one. */
export const hasPart = ({ sections }: StagePage, part: string): boolean =>
  sections.some(({ key, lines }) => key === part || lines.some((line) => line.key === part))

const WORDS = {
  it: {
    whatToBring: 'Cosa portare',
    howTo: 'Come si fa',
    cost: 'Quanto costa',
    time: 'Quanto ci vuole',
    where: 'Dove e quando',
    whoCanAsk: 'A chi serve',
    address: 'Indirizzo',
    hours: 'Orari',
    contacts: 'Contatti',
    notes: 'Da sapere',
    example: 'Esempio',
  },
  en: {
    whatToBring: 'What to bring',
    howTo: 'How it works',
    cost: 'What it costs',
    time: 'How long it takes',
    where: 'Where and when',
    whoCanAsk: 'Who it is for',
    address: 'Address',
    hours: 'Opening hours',
    contacts: 'Contacts',
    notes: 'Good to know',
    example: 'Example',
  },
} as const

const PROSE = ['howTo', 'cost', 'time', 'where', 'whoCanAsk'] as const

function sheetPage(service: Service, locale: Language): StagePage {
  const words = WORDS[locale]
  const prose = PROSE.map((part) => section(part, words[part], 'prose', paragraphs(service[part])))
  const sections = [listOf(service, locale), ...prose].filter(({ lines }) => lines.length > 0)
  const { slug, title, summary } = service
  return { kind: 'sheet', slug, title, lead: summary ?? '', sections, plan: null }
}

function checklistPage(service: Service, locale: Language): StagePage {
  const { slug, title } = service
  const sections = [listOf(service, locale)].filter(({ lines }) => lines.length > 0)
  return { kind: 'checklist', slug, title: WORDS[locale].whatToBring, lead: title, sections, plan: null }
}

const listOf = ({ whatToBring }: Service, locale: Language): StageSection =>
  section(
    'whatToBring',
    WORDS[locale].whatToBring,
    'list',
    (whatToBring ?? []).map(({ item }) => item),
  )

async function officePage(
  bodyId: string,
  slug: string,
  locale: Language,
  totemId: string | null,
): Promise<StagePage | null> {
  const [offices, body, totems] = await Promise.all([
    allOffices(bodyId, locale),
    theBody(bodyId),
    allTotems(bodyId),
  ])
  const office = offices.find((one) => one.slug === slug)
  if (!office) return null
  const words = WORDS[locale]
  const hours = hourLines(hoursUnder(body, office), locale, dayAt(Date.now()))
  const sections = [
    section('address', words.address, 'prose', paragraphs(office.address)),
    section('hours', words.hours, 'prose', hours),
    section(
      'contacts',
      words.contacts,
      'prose',
      [office.phone, office.email].filter((one) => !!one).map(String),
    ),
    section('notes', words.notes, 'prose', paragraphs(office.notes)),
  ].filter(({ lines }) => lines.length > 0)
  const totem = totems.find(({ id }) => id === totemId)
  return { kind: 'office', slug, title: office.name, lead: '', sections, plan: plan(office, totem, offices) }
}

function plan(office: Office, totem: Located | undefined, offices: readonly Office[]): Plan | null {
  const there = placeOf(office, office.shortName)
  const others = offices.flatMap((other) => placeOf(other, other.shortName) ?? [])
  return there && planOf(there, totem ? placeOf(totem, totem.name) : null, others)
}

type Located = { name: string; latitude?: number | null; longitude?: number | null }

const placeOf = ({ latitude, longitude }: Omit<Located, 'name'>, name: string): Place | null =>
  typeof latitude === 'number' && typeof longitude === 'number' ? { name, latitude, longitude } : null

/** A part of a page, each line with its name. */
export const section = (
  key: string,
  title: string,
  as: StageSection['as'],
  texts: readonly string[],
): StageSection => ({
  key,
  title,
  as,
  lines: texts.map((text, index) => ({ key: `${key}.${index}`, text: keepTogether(text) })),
})

/** As they were typed, one per line. */
export const paragraphs = (text: string | null | undefined): string[] =>
  (text ?? '').split(/\n+/).filter((line) => line.trim() !== '')

/** "059 2032077" and "22,21 €" stay on one line. */
const keepTogether = (text: string): string => text.replace(/(\d) (?=\d|€)/g, '$1\u00a0')
