/**
 * Languages that a visitor may choose, in the order in which they are offered; BCP 47. The first is what a
 * page speaks until told otherwise. `it-facile` is Easy Italian: short sentences, common words.
 */
export const LOCALES = ['it', 'en', 'ro', 'fr', 'ar', 'uk', 'sq', 'it-facile'] as const
export type Locale = (typeof LOCALES)[number]

/** Languages in which everything exists: what editors write, and the staff's pages too. */
export const FULL_LOCALES = ['it', 'en'] as const satisfies readonly Locale[]
export type FullLocale = (typeof FULL_LOCALES)[number]

export const DEFAULT_LOCALE: FullLocale = 'it'

/** Holds the language of this browser. No locale in the URL: one address per screen, whatever is spoken. */
export const LOCALE_COOKIE = 'pronto-locale'

/** The language that a cookie or a setting names, or Italian when it names none that we speak. */
export function parseLocale(text: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? DEFAULT_LOCALE
}

/** The language of the content beside words in this one: its own if editors write in it, or Italian. */
export function fullLocale(text: string | null | undefined): FullLocale {
  return FULL_LOCALES.find((locale) => locale === text) ?? DEFAULT_LOCALE
}

/** What a screen reader, a hyphenation and an operator's list of languages know: Easy Italian is Italian. */
export const languageTag = (locale: Locale): string => (locale === 'it-facile' ? 'it' : locale)

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')
