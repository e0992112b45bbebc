import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import config from '@/payload.config.ts'
import { importMap } from '../importMap.js'

type Props = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Views that Payload offers to strangers. Ours have one door, which counts failed attempts. */
const STRANGERS_VIEWS = new Set(['login', 'create-first-user', 'forgot', 'reset'])

export const generateMetadata = ({ params, searchParams }: Props): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

export default async function Page({ params, searchParams }: Props) {
  const [view] = (await params).segments ?? []
  if (view && STRANGERS_VIEWS.has(view)) redirect('/login?from=/admin')
  return RootPage({ config, params, searchParams, importMap })
}
