import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { StagePage } from '@/lib/content/stage-page.ts'
import { directionOf, fullLocale, LOCALES, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import { HandedOver } from './handed-over.tsx'
import { PAGE_WORDS } from './handout-words.ts'

const page: StagePage = {
  kind: 'sheet',
  slug: 'cie',
  title: 'Carta d’identità',
  lead: '',
  sections: [],
  plan: null,
}
const read = (locale: Locale) =>
  renderToStaticMarkup(
    <HandedOver
      page={page}
      locale={locale}
      words={PAGE_WORDS[locale]}
      bodyName="Comune di Modena"
      links={[{ title: '', address: '/read' }]}
      readable={null}
      isSample
    />,
  )

it.each(LOCALES)('speaks %s around content that says what it is written in', (locale) => {
  const markup = read(locale)
  const words = PAGE_WORDS[locale]
  expect(markup).toMatch(new RegExp(`^<main lang="${languageTag(locale)}" dir="${directionOf(locale)}"`))
  expect(markup).toContain(words.checklist)
  expect(markup).toContain(words.stays)
  expect(markup).toContain(words.sampleData)
  expect(markup).toContain(`<h1 lang="${fullLocale(locale)}" dir="ltr"`)
  expect(markup.includes(words.italianOnly)).toBe(locale !== 'it' && locale !== 'en')
})

it('has the same words in the same order in every language', () => {
  const places = (words: object): unknown[] =>
    Object.entries(words).map(([key, text]: [string, unknown]) =>
      typeof text === 'string' ? [key, text.match(/\{\w+\}/g)] : [key, places(Object(text))],
    )
  for (const locale of LOCALES) expect(places(PAGE_WORDS[locale]), locale).toEqual(places(PAGE_WORDS.it))
})
