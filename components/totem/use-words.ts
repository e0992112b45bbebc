'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n/locale.ts'
import { parseWords, type Words } from './words.ts'

/** A language and all that the totem says in it. */
export interface Spoken {
  locale: Locale
  words: Words
}

/** What comes with the page: Italian, which every visitor starts with, and what it was asked for in. */
export interface GivenWords {
  italian: Words
  spoken: Spoken
}

const AGAIN_MS = 2_000

/**
 * The words of the language that the visitor has chosen, fetched at that touch. Until they have come the
 * page goes on in the language before: never half in one and half in the other.
 */
export function useWords(wanted: Locale, { italian, spoken: given }: GivenWords): Spoken {
  const [known, setKnown] = useState<readonly Spoken[]>([{ locale: 'it', words: italian }, given])
  const [before, setBefore] = useState(given)
  const found = known.find(({ locale }) => locale === wanted)
  useEffect(() => {
    if (found) {
      setBefore(found)
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true
    const load = () => {
      WORDS_IN[wanted]().then(
        ({ default: file }) => {
          const spoken = { locale: wanted, words: parseWords(file, italian) }
          if (isWanted) setKnown((list) => [...list, spoken])
        },
        () => {
          if (isWanted) timer = setTimeout(load, AGAIN_MS)
        },
      )
    }
    load()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [wanted, found, italian])
  return found ?? before
}

/** A chunk for each language: a visitor's page holds the one that is read. */
export const WORDS_IN: Readonly<Record<Locale, () => Promise<{ default: unknown }>>> = {
  it: () => import('@/messages/it/totem.json'),
  en: () => import('@/messages/en/totem.json'),
  ro: () => import('@/messages/ro/totem.json'),
  fr: () => import('@/messages/fr/totem.json'),
  ar: () => import('@/messages/ar/totem.json'),
  uk: () => import('@/messages/uk/totem.json'),
  sq: () => import('./albanian.ts'),
  'it-facile': () => import('@/messages/it-facile/totem.json'),
}
