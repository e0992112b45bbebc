import type { Opening } from '@/lib/switchboard/settings.ts'

/** What the totem can read out, in one language; made on the server from the published records. */
export interface TotemContent {
  topics: readonly Topic[]
  sheets: readonly Sheet[]
  offices: readonly OfficeCard[]
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
  /** "12 novembre 2026"; empty: never checked. */
  checkedOn: string
  /** Checked so long ago that it has to say so. */
  isOld: boolean
  /** May be called about; otherwise its call key calls the URP. */
  callable: boolean
}

export interface OfficeCard {
  name: string
  address: string
  phone: string
  /** "lunedì, giovedì 09:00–18:30", a line each; empty when unknown. */
  hours: readonly string[]
  /** When it opens and closes in the next days. */
  opening: Opening
}

/** The topic that lists the offices instead of sheets. */
export const OFFICES_TOPIC = 'uffici-e-orari'

/** The generic service: whatever has no sheet of its own. */
export const URP = 'urp'

export const sheetOf = (content: TotemContent, slug: string): Sheet | undefined =>
  content.sheets.find((sheet) => sheet.slug === slug)
