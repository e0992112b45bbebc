'use client'

import { useEffect, useState } from 'react'
import type { SearchIndex } from '@/lib/content/search/search-index.ts'
import { fullLocale, type Locale } from '@/lib/i18n/locale.ts'

/** `away`: it could not be fetched; tried again by itself. */
export type Search = { state: 'opening' } | { state: 'away' } | { state: 'ready'; find: SearchIndex['find'] }

const AGAIN_MS = 3_000

/** The index of what can be found on this totem, and the code that looks through it, fetched together. */
export function useSearch(slug: string, locale: Locale): Search {
  const [search, setSearch] = useState<Search>({ state: 'opening' })
  useEffect(() => {
    const undo = new AbortController()
    const { signal } = undo
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = async () => {
      try {
        const query = new URLSearchParams({ totem: slug, locale: fullLocale(locale) })
        const [{ openIndex }, text] = await Promise.all([
          import('@/lib/content/search/search-index.ts'),
          fetch(`/api/totem/search-index?${query}`, { signal }).then((answer) =>
            answer.ok ? answer.text() : Promise.reject(new Error(`${answer.status}`)),
          ),
        ])
        const { find } = openIndex(text)
        if (!signal.aborted) setSearch({ state: 'ready', find })
      } catch {
        if (signal.aborted) return
        setSearch({ state: 'away' })
        timer = setTimeout(() => void load(), AGAIN_MS)
      }
    }
    void load()
    return () => {
      undo.abort()
      clearTimeout(timer)
    }
  }, [slug, locale])
  return search
}
