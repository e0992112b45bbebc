import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Desk } from '@/components/desk/desk.tsx'
import { NotAnOperator } from '@/components/desk/not-an-operator.tsx'
import { env } from '@/lib/config/env.ts'
import { readServices } from '@/lib/content/services.ts'
import { fullLocale } from '@/lib/i18n/locale.ts'
import { staffFromHeaders } from '@/lib/identity/staff.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: `${(await getTranslations('desk'))('title')} · Pronto` }
}

export default async function DeskPage() {
  const staff = await staffFromHeaders(await headers())
  if (!staff) redirect('/login?from=/desk')
  if (staff.role !== 'operator') {
    return <NotAnOperator person={staff.displayName} role={staff.role} />
  }
  const sheets = await readServices(staff.bodyId, fullLocale(await getLocale()))
  return <Desk operatorId={staff.id} person={staff.displayName} sheets={sheets} isSample={env().isSample} />
}
