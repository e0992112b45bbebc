import type { Locale } from '@/lib/i18n/locale.ts'

/** Each language by its own name in its own script: whoever needs it can read it. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  it: 'Italiano',
  en: 'English',
  ro: 'Română',
  fr: 'Français',
  ar: 'العربية',
  uk: 'Українська',
  sq: 'Shqip',
  'it-facile': 'Italiano facile',
}
