import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import type { Words } from '../words.ts'

/** In place of a page that is no longer published: what may have become of it, and the way on. */
export function Gone({ words, onHome }: { words: Words; onHome: () => void }) {
  const say = words.gone
  return (
    <section className="hairline flex flex-col gap-32 rounded-card border-line bg-card px-44 py-44">
      <Icon name="file-text" className="size-104 text-blue" stroke={1.5} />
      <p className="text-lead">{say.text}</p>
      <Key tone="blue" className="min-h-132 text-title" onClick={onHome}>
        {say.home}
      </Key>
    </section>
  )
}
