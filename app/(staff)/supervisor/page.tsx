import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignOutButton } from '@/components/login/sign-out-button.tsx'
import { Supervisor } from '@/components/supervisor/supervisor.tsx'
import { staffFromHeaders } from '@/lib/identity/staff.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: `${(await getTranslations('supervisor'))('title')} · Pronto` }
}

export default async function SupervisorPage() {
  const staff = await staffFromHeaders(await headers())
  if (!staff) redirect('/login?from=/supervisor')
  if (staff.role === 'supervisor') return <Supervisor person={staff.displayName} />
  const words = await getTranslations('supervisor')
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-8 text-center">
      <p className="text-ink-2">{staff.displayName}</p>
      <h1 className="text-3xl font-bold">{words('notYours.title')}</h1>
      <p className="max-w-xl text-lg text-ink-2">{words('notYours.text')}</p>
      <SignOutButton className="min-h-12 cursor-pointer rounded-desk-sm border border-line-strong bg-card px-6 font-semibold hover:bg-blue-light">
        {words('signOut')}
      </SignOutButton>
    </main>
  )
}
