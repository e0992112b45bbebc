'use client'

import type { FullLocale } from '@/lib/i18n/locale.ts'
import english from '@/messages/en/away.json'
import italian from '@/messages/it/away.json'
import { Button } from './button.tsx'
import { useReopening } from './use-reopening.ts'

/** With the page itself: nothing else may be there to bring them. */
const WORDS: Readonly<Record<FullLocale, typeof italian>> = { it: italian, en: english }

/** The page could not be made (the server or its database is away): says so, and opens it as soon as it can be. */
export function NotOpening({ locale }: { locale: FullLocale }) {
  const { isAsking, askNow } = useReopening()
  const words = WORDS[locale]
  return (
    <main lang={locale} className="flex min-h-dvh flex-col items-center justify-center gap-4 p-8 text-center">
      <div role="alert" className="flex flex-col gap-4">
        <h1 className="text-3xl font-bold">{words.title}</h1>
        <p className="max-w-xl text-lg text-ink-2">{words.text}</p>
      </div>
      <p className="mt-4">
        <Button tone="main" isStill={isAsking} onClick={askNow}>
          {isAsking ? words.retrying : words.retry}
        </Button>
      </p>
    </main>
  )
}
