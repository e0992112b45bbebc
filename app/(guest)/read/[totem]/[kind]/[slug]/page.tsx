import { notFound } from 'next/navigation'
import { HandedOver } from '@/components/guest/handed-over.tsx'
import { WORDS } from '@/components/guest/handout-words.ts'
import { env } from '@/lib/config/env.ts'
import { publicPath } from '@/lib/content/public-address.ts'
import { fullLocale } from '@/lib/i18n/locale.ts'
import { readPage } from './read-page.ts'

interface PublicPageProps {
  params: Promise<{ totem: string; kind: string; slug: string }>
  searchParams: Promise<{ lang?: string | string[] }>
}

/** A published page on anybody's phone, from the QR at a totem. */
export default async function ReadPage({ params, searchParams }: PublicPageProps) {
  const [address, { lang }] = await Promise.all([params, searchParams])
  const locale = fullLocale(typeof lang === 'string' ? lang : null)
  const read = await readPage(address, locale)
  if (!read) notFound()
  const { handout, sampleData } = WORDS[locale]
  return (
    <HandedOver
      key={read.page.kind + read.page.slug}
      page={read.page}
      locale={locale}
      words={handout}
      bodyName={read.bodyName}
      links={read.links.map(({ title, ...ref }) => ({
        title: title || handout.checklist,
        address: publicPath(address.totem, ref, locale),
      }))}
      readableUntil={null}
      sampleMark={env().isSample ? sampleData : null}
    />
  )
}
