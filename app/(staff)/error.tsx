'use client'

import { useLocale } from 'next-intl'
import { NotOpening } from '@/components/ui/not-opening.tsx'
import { fullLocale } from '@/lib/i18n/locale.ts'

/** Also for whoever may be signed in when nobody can tell: they come back to where they were, in a call too. */
export default function StaffError() {
  return <NotOpening locale={fullLocale(useLocale())} />
}
