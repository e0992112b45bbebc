import '@/app/fonts/titillium.ts'
import './totem.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LOCALE_COOKIE, parseLocale } from '@/lib/i18n/locale.ts'

export const metadata: Metadata = { title: 'Pronto', robots: { index: false, follow: false } }

/** The totem's page is one screen: nothing to zoom, nothing around it. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  maximumScale: 1,
  userScalable: false,
  themeColor: '#0b1f3a',
}

export default async function TotemLayout({ children }: { children: ReactNode }) {
  const locale = parseLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  )
}
