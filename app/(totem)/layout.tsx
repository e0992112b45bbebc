import '@/app/fonts/titillium.ts'
import './totem.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { IconSprite } from '@/components/totem/icon-sprite.tsx'
import { TOTEM_LOCALE_COOKIE } from '@/components/totem/locale-cookie.ts'
import { parseLocale } from '@/lib/i18n/locale.ts'

export const metadata: Metadata = { title: 'Pronto', robots: { index: false, follow: false } }

/** Pinching is refused by the page itself, so that whoever opens it elsewhere may still zoom with the browser. */
export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0b1f3a' }

export default async function TotemLayout({ children }: { children: ReactNode }) {
  const locale = parseLocale((await cookies()).get(TOTEM_LOCALE_COOKIE)?.value)
  return (
    <html lang={locale}>
      <body>
        <IconSprite />
        {children}
      </body>
    </html>
  )
}
