import type italian from '../../messages/it/privacy.json'
import type { FullLocale } from '../i18n/locale.ts'

/** The privacy notice's text, in one language. */
export type PrivacyWords = typeof italian

/** How long a body keeps what is told of a visitor. */
export interface Kept {
  /** A callback's number and reason, after its end. */
  callbackHours: number
  /** Calls, one by one. */
  logDays: number
}

/** Who says it, and what they have set. */
export interface PrivacyFacts {
  bodyName: string
  phone: string
  /** How their data protection officer is reached; empty: nobody has entered it. */
  dataProtectionOfficer: string
  kept: Kept
}

export interface PrivacyNotice {
  title: string
  lead: string
  sections: readonly { key: string; title: string; lines: readonly string[] }[]
}

/** The full notice before a call (GDPR, article 13), with what this body has set. */
export function privacyNotice(
  { title, lead, sections, officerUnknown }: PrivacyWords,
  { bodyName, phone, dataProtectionOfficer, kept }: PrivacyFacts,
  locale: FullLocale,
): PrivacyNotice {
  const span = (count: number, unit: 'hour' | 'day') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  const facts: Readonly<Record<string, string>> = {
    body: bodyName,
    phone,
    officer: dataProtectionOfficer,
    callback: span(kept.callbackHours, 'hour'),
    log: span(kept.logDays, 'day'),
  }
  const filled = (line: string) => line.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place)
  return {
    title,
    lead,
    sections: Object.entries(sections).map(([key, section]) => ({
      key,
      title: section.title,
      lines: section.lines
        .split('\n')
        .filter((line) => phone !== '' || !line.includes('{phone}'))
        .map((line) => (dataProtectionOfficer === '' && line.includes('{officer}') ? officerUnknown : line))
        .map(filled),
    })),
  }
}
