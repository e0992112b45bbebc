import '@/app/fonts/titillium.ts'
import './staff.css'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

export const metadata: Metadata = { title: 'Pronto', robots: { index: false, follow: false } }

/** Pages of those who work here. Who may see what is decided by each page, not here. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const { desk, login, supervisor } = await getMessages()
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider messages={{ desk, login, supervisor }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
