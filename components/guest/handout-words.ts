import type { FullLocale } from '@/lib/i18n/locale.ts'
import english from '@/messages/en/guest.json'
import italian from '@/messages/it/guest.json'

/** A page is read on in the language that it was handed over in, whatever the phone speaks. */
export const WORDS: Readonly<Record<FullLocale, typeof italian>> = { it: italian, en: english }
