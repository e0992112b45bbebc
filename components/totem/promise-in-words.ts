import type { Locale } from '@/lib/i18n/locale.ts'
import type { TimeWindow } from '@/lib/switchboard/board.ts'
import { hourInWords, whenInWords } from './times.ts'
import { fill, type Words } from './words.ts'

/** When somebody will call the number that the visitor has left. */
export function promiseInWords(
  window: TimeWindow | null,
  nowMs: number,
  words: Words,
  locale: Locale,
): string {
  if (window === null || window.from <= nowMs) return words.promise.soon
  const from = whenInWords(window.from, nowMs, words.times, locale)
  return fill(words.promise.later, { from, until: hourInWords(window.until, locale) })
}
