import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { SampleGuide } from '@/components/guest/sample-guide.tsx'
import { env } from '@/lib/config/env.ts'
import { readBodyName } from '@/lib/content/body-name.ts'

export default async function GuestPage() {
  // Before anything that reads the database: the page depends on the request, so no build renders it.
  await headers()
  return env().isSample ? <SampleGuide /> : <Doorplate name={await readBodyName()} />
}

/** A real installation says whose it is and lets the staff in; visitors come to the totems. */
async function Doorplate({ name }: { name: string | null }) {
  const words = await getTranslations('guest')
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-night p-8 text-center text-white">
      <p className="text-night-ink-2">Pronto</p>
      <h1 className="text-4xl font-bold">{name ?? words('unnamed')}</h1>
      <p className="max-w-xl text-night-ink-2">{words('doorplate')}</p>
      <a
        href="/login"
        className="rounded-desk-sm border border-night-line bg-night-2 px-6 py-3 font-semibold hover:bg-night-3"
      >
        {words('signIn')}
      </a>
    </main>
  )
}
