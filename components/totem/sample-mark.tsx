import type { Words } from './words.ts'

/** Whatever is shown is made up for a demonstration, and says so. */
export function SampleMark({ words, isAlwaysOpen }: { words: Words; isAlwaysOpen: boolean }) {
  return (
    <span className="sample-mark inline-block rounded-full bg-sun px-20 py-4 text-small leading-tight font-semibold text-ink">
      {isAlwaysOpen ? words.bar.alwaysOpen : words.bar.sample}
    </span>
  )
}
