import { getLocale } from 'next-intl/server'
import { WORDS } from '@/components/guest/handout-words.ts'
import { NotReadable } from '@/components/guest/not-readable.tsx'
import { fullLocale } from '@/lib/i18n/locale.ts'

/** A public address that leads to nothing (any more). */
export default async function NoPage() {
  return <NotReadable words={WORDS[fullLocale(await getLocale())].handout.gone} />
}
