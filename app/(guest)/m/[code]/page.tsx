import { notFound } from 'next/navigation'
import { HandedOver } from '@/components/guest/handed-over.tsx'
import { CODE_WORDS, PAGE_WORDS } from '@/components/guest/handout-words.ts'
import { env } from '@/lib/config/env.ts'
import { readHandout } from './read-handout.ts'

/** What a visitor took along from a totem, in the language in which they read it there. */
export default async function HandoutPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const read = await readHandout(code)
  // Said by `not-found.tsx`, with the status of an address that leads nowhere.
  if (read.kind !== 'open') notFound()
  return (
    <HandedOver
      page={read.page}
      locale={read.locale}
      words={PAGE_WORDS[read.locale]}
      bodyName={read.bodyName}
      readable={{ until: read.readableUntil, says: CODE_WORDS[read.locale].until }}
      isSample={env().isSample}
    />
  )
}
