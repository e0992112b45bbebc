import '@/app/fonts/titillium.ts'
import './(guest)/guest.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'

export const metadata: Metadata = { title: 'Pronto', robots: { index: false, follow: false } }

/** An address that nothing answers to: says so, and where to go. */
export default async function GlobalNotFound() {
  const words = await getTranslations('guest.notFound')
  return (
    <html lang={await getLocale()}>
      <body>
        <main className="flex min-h-dvh flex-col items-center justify-center gap-4 bg-night p-8 text-center text-white">
          <p className="text-night-ink-2">Pronto</p>
          <h1 className="text-4xl font-bold">{words('title')}</h1>
          <p className="max-w-xl text-night-ink-2">{words('text')}</p>
          <p className="mt-4 flex flex-wrap justify-center gap-4">
            <a
              href="/"
              className="rounded-desk-sm bg-white px-6 py-3 font-semibold text-ink hover:bg-blue-light"
            >
              {words('home')}
            </a>
            <a
              href="/desk"
              className="rounded-desk-sm border border-night-line bg-night-2 px-6 py-3 font-semibold hover:bg-night-3"
            >
              {words('desk')}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
