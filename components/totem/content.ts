import type { Opening } from '@/lib/switchboard/settings.ts'

/** What the totem can read out, in one language; made on the server from the published records. */
export interface TotemContent {
  /** Those on home. */
  topics: readonly Topic[]
  /** Those for which home has no room; its last topic leads to them. */
  moreTopics: readonly Topic[]
  sheets: readonly Sheet[]
  offices: readonly OfficeCard[]
  totems: readonly TotemCard[]
  lifeEvents: readonly LifeEventCard[]
  /** Those of today, the important ones first. */
  notices: readonly NoticeCard[]
}

export interface Topic {
  key: string
  title: string
  hint: string
}

/** One service, in words for reading while standing. Empty fields are not shown. */
export interface Sheet {
  slug: string
  title: string
  summary: string
  /** The key of its topic. */
  topic: string
  who: string
  bring: readonly string[]
  how: string
  cost: string
  time: string
  where: string
  /** Where the facts come from, short. */
  source: string
  /** An instant of the day; null: never. Put into words on the page, in the visitor's language. */
  checkedAt: number | null
  /** Checked so long ago that it has to say so. */
  isOld: boolean
  /** May be called about; otherwise its call key calls the URP. */
  callable: boolean
  /** The slug of the office that does it; empty: none. */
  office: string
  /** Slugs of sheets to read with it. */
  related: readonly string[]
}

export interface OfficeCard {
  slug: string
  name: string
  address: string
  phone: string
  email: string
  notes: string
  /** "lunedì, giovedì 09:00–18:30", a line each; empty when unknown. */
  hours: readonly string[]
  /** When it opens and closes in the next days. */
  opening: Opening
}

/** A totem to call from. */
export interface TotemCard {
  slug: string
  name: string
  address: string
  notes: string
  hours: readonly string[]
  opening: Opening
  inService: boolean
}

/** Something that has happened, and the sheets that it asks for. */
export interface LifeEventCard {
  slug: string
  title: string
  hint: string
  intro: string
  sheets: readonly string[]
}

export interface NoticeCard {
  slug: string
  title: string
  text: string
  isImportant: boolean
  /** Instants of its first and last day; `until` null: without an end. */
  from: number
  until: number | null
}

/** The topic that lists the offices instead of sheets. */
export const OFFICES_TOPIC = 'uffici-e-orari'

/** The topic that lists the topics for which home has no room. */
export const MORE_TOPICS = 'altri-argomenti'

export const sheetOf = (content: TotemContent, slug: string): Sheet | undefined =>
  content.sheets.find((sheet) => sheet.slug === slug)
