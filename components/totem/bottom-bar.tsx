import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import type { Words } from './words.ts'

interface BottomBarProps {
  words: Words
  onBack?: (() => void) | undefined
  onHome?: (() => void) | undefined
}

/** The last row of every reading screen: the way back, and the emergency number. */
export function BottomBar({ words, onBack, onHome }: BottomBarProps) {
  return (
    <div className="flex items-center gap-20">
      {onBack && (
        <Key tone="paper" className="px-36" data-way="back" onClick={onBack}>
          <Icon name="arrow-left" className="size-40 rtl:-scale-x-100" />
          {words.bar.back}
        </Key>
      )}
      {onHome && (
        <Key tone="paper" className="px-32" onClick={onHome} aria-label={words.bar.home}>
          <Icon name="house" className="size-40" />
        </Key>
      )}
      <EmergencyNote words={words} className="ms-auto text-ink" />
    </div>
  )
}
