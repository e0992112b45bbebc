import path from 'node:path'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { homeOf } from '@/components/login/home-of.ts'
import { LoginForm } from '@/components/login/login-form.tsx'
import { safeReturnPath } from '@/components/login/safe-return-path.ts'
import { env } from '@/lib/config/env.ts'
import { staffFromHeaders } from '@/lib/identity/staff.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: `${(await getTranslations('login'))('title')} · Pronto` }
}

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const staff = await staffFromHeaders(await headers())
  const { from } = await searchParams
  const returnTo = safeReturnPath(typeof from === 'string' ? from : null)
  if (staff) redirect(returnTo ?? homeOf(staff.role))

  const words = await getTranslations('login')
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-night p-6">
      <p className="text-3xl font-bold text-white">Pronto</p>
      <section className="w-[26rem] max-w-full rounded-desk-lg bg-card p-8">
        <h1 className="text-2xl font-bold">{words('title')}</h1>
        <p className="mt-1 mb-6 text-ink-2">{words('lead')}</p>
        <LoginForm returnTo={returnTo} />
        <noscript>
          <p className="mt-4 font-semibold text-red">{words('noScript')}</p>
        </noscript>
        <p className="mt-6 text-sm text-ink-2">{words('help')}</p>
      </section>
      {env().isSample ? (
        <aside className="w-[26rem] max-w-full rounded-desk border border-night-line bg-night-2 p-5 text-night-ink-2">
          <h2 className="font-semibold text-white">{words('sampleTitle')}</h2>
          <p className="mt-1 text-sm">{words('sampleText', { file: sampleAccountsFile() })}</p>
        </aside>
      ) : null}
    </main>
  )
}

/** As it would be typed from the folder that Pronto was started in. */
function sampleAccountsFile(): string {
  const file = path.join(env().home, 'sample-accounts.json')
  const relative = path.relative(process.cwd(), file)
  return relative.startsWith('..') ? file : relative
}
