'use client'

import { createContext, useContext } from 'react'
import { DEFAULT_LOCALE, directionOf, type FullLocale, fullLocale, type Locale } from '@/lib/i18n/locale.ts'
import { Icon } from './icon.tsx'
import type { Words } from './words.ts'

/** What the content on the page is written in, whatever language the words around it are in. */
export const ContentLanguage = createContext<FullLocale>(DEFAULT_LOCALE)

/** A few words of the content within a line: read out, hyphenated and ordered in their own language. */
export function ContentText({ children }: { children: string }) {
  return <bdi lang={useContext(ContentLanguage)}>{children}</bdi>
}

/** A whole paragraph of it, which begins at its own language's side. */
export function ContentParagraph({ className, children }: { className?: string; children: string }) {
  const language = useContext(ContentLanguage)
  return (
    <p lang={language} dir={directionOf(language)} className={className}>
      {children}
    </p>
  )
}

/** Says that what follows is not in the language that was chosen; nothing where it is. */
export function ContentNote({ words, locale }: { words: Words; locale: Locale }) {
  if (fullLocale(locale) === locale) return null
  return (
    <p className="mb-28 flex items-center gap-20 rounded-chip bg-sun-light px-32 py-20 text-body font-semibold text-ink">
      <Icon name="languages" className="size-44 shrink-0" />
      {words.bar.italianOnly}
    </p>
  )
}
