import type { DayInterval } from '../../content/hours.ts'
import type { Office, Totem } from '../payload-types.ts'
import type { Role } from '../roles.ts'

/** Hours as an editor would enter them. */
export type EnteredHours = Office['hours']

/** The same thing in both languages of the sample. */
export interface Bilingual {
  it: string
  en: string
}

export interface SampleOffice {
  slug: string
  name: Bilingual
  shortName: string
  address?: string
  latitude?: number
  longitude?: number
  phone?: string
  email?: string
  notes?: Bilingual
  hours: EnteredHours
  ignoresClosures?: boolean
  source: string
  /** `YYYY-MM-DD` of the source; absent: it gives no date. */
  reviewedAt?: string
}

export interface SampleTopic {
  slug: string
  title: Bilingual
  hint: Bilingual
}

/** One language of a service sheet. */
export interface SheetText {
  title: string
  summary: string
  whoCanAsk: string
  whatToBring: readonly string[]
  howTo: string
  cost: string
  time: string
  where: string
}

export interface SampleService {
  slug: string
  topic?: string
  office: string
  requiredSkills?: readonly string[]
  /** Slugs of other services of the sample. */
  related?: readonly string[]
  it: SheetText
  en: SheetText
  source: string
  reviewedAt?: string
}

/** One language of a form. The names of fields are those of the Italian form, in every language. */
export interface FormText {
  title: string
  summary: string
  entries: readonly { name: string; explanation: string; example?: string }[]
}

export interface SampleForm {
  slug: string
  service: string
  it: FormText
  en: FormText
  source: string
}

export interface SampleTotem {
  slug: string
  name: string
  address: string
  latitude: number
  longitude: number
  hasPrinter?: boolean
  hardware: NonNullable<Totem['hardware']>
  notes: Bilingual
  office?: string
  hours: EnteredHours
}

export interface SampleLifeEvent {
  slug: string
  title: Bilingual
  hint: Bilingual
  intro: Bilingual
  /** Slugs of services, in the order in which they are needed. */
  services: readonly string[]
}

export interface SampleNotice {
  slug: string
  title: Bilingual
  text: Bilingual
  isImportant?: boolean
  /** First and last day, `YYYY-MM-DD`. */
  from: string
  until?: string
  source: string
  reviewedAt?: string
}

export interface SampleAccount {
  email: string
  role: Role
  displayName: string
  skills?: readonly string[]
  languages?: readonly ('it' | 'en' | 'fr' | 'es' | 'ar')[]
}

type Day = '1' | '2' | '3' | '4' | '5' | '6' | '7'
export type SampleInterval = { days: Day[] } & DayInterval

/** On these days (1 Monday … 7 Sunday), such as `on('14', '09:00', '18:30')`. */
export const on = (days: string, opens: string, closes: string): SampleInterval => ({
  days: WEEK.filter((day) => days.includes(day)),
  opens,
  closes,
})

const WEEK: readonly Day[] = ['1', '2', '3', '4', '5', '6', '7']

/** The same all year round. */
export const allYear = (...weekly: SampleInterval[]): EnteredHours => ({
  kind: 'rules',
  seasons: [{ from: '01/01', to: '31/12', weekly }],
})

export const UNKNOWN: EnteredHours = { kind: 'unknown' }
