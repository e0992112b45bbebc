import type { FullLocale, Locale } from '@/lib/i18n/locale.ts'
import arabic from '@/messages/ar/read.json'
import english from '@/messages/en/guest.json'
import englishPage from '@/messages/en/read.json'
import french from '@/messages/fr/read.json'
import italian from '@/messages/it/guest.json'
import italianPage from '@/messages/it/read.json'
import easyItalian from '@/messages/it-facile/read.json'
import romanian from '@/messages/ro/read.json'
import albanian from '@/messages/sq/read.json'
import ukrainian from '@/messages/uk/read.json'

/** What is said around a page on a phone. For pages of the server, which hands on the language that is read. */
export type PageWords = typeof italianPage

/** A page is read on in the language that it was handed over in, whatever the phone speaks. */
export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = {
  it: italianPage,
  en: englishPage,
  ro: romanian,
  fr: french,
  ar: arabic,
  uk: ukrainian,
  sq: albanian,
  'it-facile': easyItalian,
}

/** What is said of a code that an operator has given, which is made in these languages only. */
export const CODE_WORDS: Readonly<Record<FullLocale, (typeof italian)['handout']>> = {
  it: italian.handout,
  en: english.handout,
}
