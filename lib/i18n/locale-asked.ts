import { DEFAULT_LOCALE, LOCALES, type Locale, languageTag } from './locale.ts'

/** The language that a browser would rather read (RFC 9110, 12.5.4), of those that are spoken here; else Italian. */
export function localeAsked(acceptLanguage: string | null): Locale {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1'
      return { language: tag.split('-')[0], weight: Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { language } of ranked) {
    const spoken = LOCALES.find((locale) => languageTag(locale) === language)
    if (spoken) return spoken
  }
  return DEFAULT_LOCALE
}
