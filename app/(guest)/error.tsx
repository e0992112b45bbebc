'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale } from 'next-intl'
import { NotOpening } from '@/components/ui/not-opening.tsx'
import { fullLocale } from '@/lib/i18n/locale.ts'

/** In the language that the address names, or else in this browser's. */
export default function GuestError() {
  const own = useLocale()
  return <NotOpening locale={fullLocale(useSearchParams().get('lang') ?? own)} />
}
