import type { Locale } from '@/lib/i18n/locale.ts'

/**
 * The totem's own: a visitor who leaves must not change the language of a desk in the same browser.
 * Names that begin with `pronto-totem-` are credentials.
 */
export const TOTEM_LOCALE_COOKIE = 'pronto-locale-totem'

/** A reload keeps the language, a new browser starts in Italian. */
export function rememberLocale(locale: Locale) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where pages are not secure
  document.cookie = `${TOTEM_LOCALE_COOKIE}=${locale}; path=/totem; samesite=strict`
  document.documentElement.lang = locale
}
