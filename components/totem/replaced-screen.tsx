import { EmergencyNote } from './emergency-note.tsx'
import { Key } from './key.tsx'
import { ScreenHeading } from './screen-heading.tsx'
import type { Words } from './words.ts'

/** Another page speaks for this totem now; this one has stopped, and says so. */
export function ReplacedScreen({ words, onTakeBack }: { words: Words; onTakeBack: () => void }) {
  return (
    <div className="flex h-full flex-col bg-night px-64 pt-48 pb-48 text-white">
      <hgroup className="flex min-h-0 flex-1 flex-col justify-center">
        <ScreenHeading className="text-display font-bold">{words.replaced.title}</ScreenHeading>
        <p className="mt-40 text-title text-night-ink-2">{words.replaced.text}</p>
      </hgroup>
      <Key tone="night" className="min-h-148 text-title" onClick={onTakeBack}>
        {words.replaced.takeBack}
      </Key>
      <EmergencyNote words={words} className="justify-center pt-36" />
    </div>
  )
}
