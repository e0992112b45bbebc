import { notFound } from 'next/navigation'
import { HandedOver } from '@/components/guest/handed-over.tsx'
import { WORDS } from '@/components/guest/handout-words.ts'
import { env } from '@/lib/config/env.ts'
import { readHandout } from './read-handout.ts'

/** What a visitor took along from a totem, in the language in which they read it there. */
export default async function HandoutPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const read = await readHandout(code)
  // Said by `not-found.tsx`, with the status of an address that leads nowhere.
  if (read.kind !== 'open') notFound()
  const words = WORDS[read.locale]
  return (
    <HandedOver
      page={read.page}
      locale={read.locale}
      words={words.handout}
      bodyName={read.bodyName}
      readableUntil={read.readableUntil}
      sampleMark={env().isSample ? words.sampleData : null}
    />
  )
}
