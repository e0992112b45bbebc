'use client'

import { createContext, useContext } from 'react'
import { DEFAULT_LOCALE, directionOf, type FullLocale } from '@/lib/i18n/locale.ts'
import type { TotemContent } from './content.ts'

/** What the content on the page is written in, whatever language the words around it are in. */
export const ContentLanguage = createContext<FullLocale>(DEFAULT_LOCALE)

/**
 * Every line of the content in Italian. What is the same in another language was not translated, or is a name: where
 * editors wrote nothing, the registers give the Italian text.
 */
export const ItalianLines = createContext<ReadonlySet<string>>(new Set())

/** Without those that are no words, such as a price. */
export function linesIn(content: TotemContent): ReadonlySet<string> {
  const lines = new Set<string>()
  JSON.stringify(content, (_, value: unknown) => {
    if (typeof value === 'string')
      for (const line of value.split('\n')) if (/\p{L}/u.test(line)) lines.add(line)
    return value
  })
  return lines
}

function useLanguageOf(text: string): FullLocale {
  const language = useContext(ContentLanguage)
  return useContext(ItalianLines).has(text) ? DEFAULT_LOCALE : language
}

/** A few words of the content within a line: read out, hyphenated and ordered in their own language. */
export function ContentText({ children }: { children: string }) {
  return <bdi lang={useLanguageOf(children)}>{children}</bdi>
}

/** A whole paragraph of it, which begins at its own language's side. */
export function ContentParagraph({ className, children }: { className?: string; children: string }) {
  const language = useLanguageOf(children)
  return (
    <p lang={language} dir={directionOf(language)} className={className}>
      {children}
    </p>
  )
}
