import { Icon } from './icon.tsx'
import type { Words } from './words.ts'

/** "Emergenza: chiama il 112", on every screen. Words, not a key: the totem cannot place that call. */
export function EmergencyNote({ words, className }: { words: Words; className: string }) {
  return (
    <p className={`flex items-center gap-16 text-small ${className}`}>
      <Icon name="siren" className="size-36 shrink-0" />
      <span>
        {words.bar.emergency} <strong className="font-bold">112</strong>
      </span>
    </p>
  )
}
