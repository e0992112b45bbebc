import { directionOf, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import type { Mode } from './modes.ts'

/**
 * The totem's own: a visitor who leaves must not change the language of a desk in the same browser.
 * Names that begin with `pronto-totem-` are credentials.
 */
export const TOTEM_LOCALE_COOKIE = 'pronto-locale-totem'
export const TOTEM_MODES_COOKIE = 'pronto-modes-totem'

/** A reload keeps the language and the modes of whoever is here; a new browser starts in Italian, with none. */
export function rememberVisitor(locale: Locale, modes: readonly Mode[]) {
  const { documentElement: root } = document
  root.lang = languageTag(locale)
  root.dir = directionOf(locale)
  root.dataset.modes = modes.join(' ')
  keep(TOTEM_LOCALE_COOKIE, locale === 'it' ? '' : locale)
  keep(TOTEM_MODES_COOKIE, modes.join('.'))
}

/** What says nothing is not there: after a wipe no cookie tells that somebody was here. */
function keep(name: string, value: string) {
  const age = value === '' ? '; max-age=0' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where pages are not secure
  document.cookie = `${name}=${value}; path=/totem; samesite=strict${age}`
}
