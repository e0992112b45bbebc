/** A page that was handed over and cannot be read here: why, and what to do instead. */
export function NotReadable({ words }: { words: { title: string; text: string } }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16">
      <h1 className="text-3xl font-bold">{words.title}</h1>
      <p className="text-ink-2">{words.text}</p>
    </main>
  )
}
