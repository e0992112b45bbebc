import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { staffFromHeaders } from '@/lib/identity/staff.ts'
import config from '@/payload.config.ts'
import { importMap } from '../importMap.js'

type Props = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Props): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

export default async function Page({ params, searchParams }: Props) {
  const staff = await staffFromHeaders(await headers())
  const { segments } = await params
  // One door for all staff, which counts failed attempts: Payload's own views for strangers stay shut.
  if (!staff) redirect(`/login?${new URLSearchParams({ from: ['/admin', ...(segments ?? [])].join('/') })}`)
  return RootPage({ config, params, searchParams, importMap })
}
