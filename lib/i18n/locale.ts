/** Languages that every message exists in; BCP 47. The first is what a page speaks until told otherwise. */
export const LOCALES = ['it', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = 'it'

/** Holds the language of this browser. No locale in the URL: one address per screen, whatever is spoken. */
export const LOCALE_COOKIE = 'pronto-locale'

/** The language that a cookie or a setting names, or Italian when it names none that we speak. */
export function parseLocale(text: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? DEFAULT_LOCALE
}
