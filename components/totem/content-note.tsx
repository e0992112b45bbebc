'use client'

import { useContext } from 'react'
import { DEFAULT_LOCALE, fullLocale, type Locale } from '@/lib/i18n/locale.ts'
import { ItalianLines } from './content-text.tsx'
import { Icon } from './icon.tsx'
import type { Words } from './words.ts'

interface ContentNoteProps {
  words: Words
  locale: Locale
  /** What editors have written of the page, names and addresses apart: those are alike in all languages. */
  texts: readonly string[]
}

/** Says that what follows is not, or not all, in the language that was chosen; nothing where it is. */
export function ContentNote({ words, locale, texts }: ContentNoteProps) {
  const italian = useContext(ItalianLines)
  const isLeftInItalian = texts.some((text) => text.split('\n').some((line) => italian.has(line)))
  if (fullLocale(locale) === locale && (locale === DEFAULT_LOCALE || !isLeftInItalian)) return null
  return (
    <p className="mb-28 flex items-center gap-20 rounded-chip bg-sun-light px-32 py-20 text-body font-semibold text-ink">
      <Icon name="languages" className="size-44 shrink-0" />
      {words.bar.italianOnly}
    </p>
  )
}
