import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale.ts'
import { clockTime } from './times.ts'
import type { Words } from './words.ts'

interface TopLineProps {
  bodyName: string
  locale: Locale
  now: number
  /** "Dati di esempio", or nothing. */
  mark: ReactNode
}

/** Whose totem this is, and the time; above every screen but home and the call. */
export function TopLine({ bodyName, locale, now, mark }: TopLineProps) {
  return (
    <div className="top-line flex items-center gap-x-24 text-small">
      <p className="font-semibold">{bodyName}</p>
      {mark}
      <time className="ms-auto font-semibold">{clockTime(now, locale)}</time>
    </div>
  )
}

/** Whatever is shown is made up for a demonstration, and says so. */
export function SampleMark({ words, isAlwaysOpen }: { words: Words; isAlwaysOpen: boolean }) {
  return (
    <span className="sample-mark inline-block rounded-full bg-sun px-20 py-4 text-small leading-tight font-semibold text-ink">
      {isAlwaysOpen ? words.bar.alwaysOpen : words.bar.sample}
    </span>
  )
}
