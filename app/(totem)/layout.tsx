import '@/app/fonts/titillium.ts'
import '@/app/fonts/noto.css'
import './totem.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { IconSprite } from '@/components/totem/icon-sprite.tsx'
import { rememberedVisitor } from '@/components/totem/remembered-visitor.ts'
import { directionOf, languageTag } from '@/lib/i18n/locale.ts'

export const metadata: Metadata = { title: 'Pronto', robots: { index: false, follow: false } }

/** Pinching is refused by the page itself, so that whoever opens it elsewhere may still zoom with the browser. */
export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0b1f3a' }

export default async function TotemLayout({ children }: { children: ReactNode }) {
  const { locale, modes } = rememberedVisitor(await headers(), await cookies())
  return (
    <html lang={languageTag(locale)} dir={directionOf(locale)} data-modes={modes.join(' ')}>
      <body>
        <IconSprite />
        {children}
      </body>
    </html>
  )
}
