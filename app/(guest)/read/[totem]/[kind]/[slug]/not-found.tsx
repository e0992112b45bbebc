import { headers } from 'next/headers'
import { PAGE_WORDS } from '@/components/guest/handout-words.ts'
import { NotReadable } from '@/components/guest/not-readable.tsx'
import { localeAsked } from '@/lib/i18n/locale-asked.ts'

/** A public address that leads to nothing (any more). Which language it named is not told here: the phone's own. */
export default async function NoPage() {
  const locale = localeAsked((await headers()).get('accept-language'))
  return <NotReadable words={PAGE_WORDS[locale].gone} locale={locale} />
}
