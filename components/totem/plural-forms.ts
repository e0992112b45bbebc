import { type Locale, languageTag } from '@/lib/i18n/locale.ts'

/** As ICU writes it: "{seconds, plural, one {# secondo} other {# secondi}}". Plain text in each form. */
const PLURAL = /\{(\w+), plural,((?: (?:=\d+|\w+) \{[^{}]*\})+)\}/g

/** Puts numbers into a message, each with the form that the language has for it: `=0` before `one`, else `other`. */
export const inForms = (template: string, counts: Readonly<Record<string, number>>, locale: Locale): string =>
  template.replace(PLURAL, (place, name: string, written: string) => {
    const count = counts[name]
    if (count === undefined) return place
    const forms = new Map(
      [...written.matchAll(/(=\d+|\w+) \{([^{}]*)\}/g)].map(([, key, text]) => [key, text]),
    )
    const form = new Intl.PluralRules(languageTag(locale)).select(count)
    return (forms.get(`=${count}`) ?? forms.get(form) ?? forms.get('other') ?? place).replaceAll(
      '#',
      String(count),
    )
  })
