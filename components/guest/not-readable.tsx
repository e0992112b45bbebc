import { directionOf, type Locale, languageTag } from '@/lib/i18n/locale.ts'

interface NotReadableProps {
  words: { title: string; text: string }
  locale: Locale
}

/** A page that was handed over and cannot be read here: why, and what to do instead. */
export function NotReadable({ words, locale }: NotReadableProps) {
  return (
    <main
      lang={languageTag(locale)}
      dir={directionOf(locale)}
      className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16"
    >
      <h1 className="text-3xl font-bold">{words.title}</h1>
      <p className="text-ink-2">{words.text}</p>
    </main>
  )
}
