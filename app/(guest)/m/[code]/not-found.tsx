import { headers } from 'next/headers'
import { CODE_WORDS, PAGE_WORDS } from '@/components/guest/handout-words.ts'
import { NotReadable } from '@/components/guest/not-readable.tsx'
import { lastOfPath } from '@/lib/http/asked-path.ts'
import { readHandout } from './read-handout.ts'

/** A code that no totem has made, that another phone has, or that came too late: which, and what to do instead. */
export default async function NoHandout() {
  const read = await readHandout(lastOfPath(await headers()))
  // Drawn beside every page of this address, and shown only in its place.
  if (read.kind === 'open') return null
  const words = read.kind === 'gone' ? PAGE_WORDS[read.locale].gone : CODE_WORDS[read.locale][read.kind]
  return <NotReadable words={words} locale={read.locale} />
}
