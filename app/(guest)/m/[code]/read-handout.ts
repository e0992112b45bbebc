import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { nameOfBody } from '@/lib/content/body-name.ts'
import { readStagePage, type StagePage } from '@/lib/content/stage-page.ts'
import { type FullLocale, fullLocale } from '@/lib/i18n/locale.ts'
import { openHandout } from '@/lib/identity/handouts.ts'
import { READER_COOKIE } from '@/lib/identity/reader-cookie.ts'
import { pool } from '@/lib/storage/pool.ts'

/** `gone`: the body has taken the page away. In the language in which it was handed over, if that is known. */
export type ReadHandout =
  | { kind: 'open'; page: StagePage; bodyName: string; readableUntil: number; locale: FullLocale }
  | { kind: 'used' | 'late' | 'unknown' | 'gone'; locale: FullLocale }

/** What this code leads this browser to. Read once per request, for the page and for the one that says why not. */
export const readHandout = cache(async (code: string): Promise<ReadHandout> => {
  const [jar, ownLocale] = await Promise.all([cookies(), getLocale()])
  const reader = jar.get(READER_COOKIE)?.value
  const opened = reader ? await openHandout(pool(), code, reader) : ({ kind: 'unknown' } as const)
  if (opened.kind !== 'open') return { kind: opened.kind, locale: fullLocale(ownLocale) }
  const { bodyId, totemId, locale, ...ref } = opened.handout
  const [page, bodyName] = await Promise.all([
    readStagePage(bodyId, ref, locale, totemId),
    nameOfBody(bodyId),
  ])
  if (!page) return { kind: 'gone', locale }
  return { kind: 'open', page, bodyName, readableUntil: opened.readableUntil, locale }
})
