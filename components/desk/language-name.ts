'use client'

import { useLocale } from 'next-intl'
import { useMemo } from 'react'

/** Names languages (BCP 47) as the operator calls them: "inglese". A tag nobody knows stays as it is. */
export function useLanguageName(): (tag: string) => string {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'language' })
    return (tag) => {
      try {
        return names.of(tag) ?? tag
      } catch {
        return tag
      }
    }
  }, [locale])
}
