import { notFound } from 'next/navigation'
import { HandedOver } from '@/components/guest/handed-over.tsx'
import { PAGE_WORDS } from '@/components/guest/handout-words.ts'
import { env } from '@/lib/config/env.ts'
import { publicPath } from '@/lib/content/public-address.ts'
import { fullLocale, parseLocale } from '@/lib/i18n/locale.ts'
import { readPage } from './read-page.ts'

interface PublicPageProps {
  params: Promise<{ totem: string; kind: string; slug: string }>
  searchParams: Promise<{ lang?: string | string[] }>
}

/** A published page on anybody's phone, from the QR at a totem. */
export default async function ReadPage({ params, searchParams }: PublicPageProps) {
  const [address, { lang }] = await Promise.all([params, searchParams])
  const locale = parseLocale(typeof lang === 'string' ? lang : null)
  const read = await readPage(address, fullLocale(locale))
  if (!read) notFound()
  return (
    <HandedOver
      key={read.page.kind + read.page.slug}
      page={read.page}
      locale={locale}
      words={PAGE_WORDS[locale]}
      bodyName={read.bodyName}
      links={read.links.map(({ title, ...ref }) => ({
        title,
        address: publicPath(address.totem, ref, locale),
      }))}
      readable={null}
      isSample={env().isSample}
    />
  )
}
