import type { Locale } from '@/lib/i18n/locale.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { closesAt, opensAt } from '@/lib/switchboard/opening.ts'
import type { Opening } from '@/lib/switchboard/settings.ts'
import { hourInWords, isWithinADay, whenInWords } from './times.ts'
import { fill, type Words } from './words.ts'

/** Whether a place is open at this moment, and what changes next, as it is read. */
export interface OpenNow {
  /** Null: not known. */
  isOpen: boolean | null
  text: string
}

/**
 * "Aperto fino alle 18:30", "Aperto ora · Chiude sabato alle 0", "Chiuso ora · Apre domani alle 9". Unknown hours say
 * so and promise nothing, and so do hours that had been read ahead and have all gone by.
 */
export function openNow(opening: Opening, words: Words, locale: Locale, now: number): OpenNow {
  const say = words.offices
  if (opening.kind === 'always') return { isOpen: true, text: say.always }
  if (opening.kind === 'unknown') return { isOpen: null, text: say.unknown }
  const closes = closesAt(opening, epochMs(now))
  if (closes !== null) {
    const text = isWithinADay(closes, now)
      ? fill(say.openUntil, { time: hourInWords(closes, locale) })
      : fill(say.closes, { when: whenInWords(closes, now, words.times, locale) })
    return { isOpen: true, text }
  }
  const opens = opensAt(opening, epochMs(now))
  if (opens === null) {
    return opening.intervals[0] ? { isOpen: null, text: say.outdated } : { isOpen: false, text: say.closed }
  }
  const when = whenInWords(opens, now, words.times, locale)
  return { isOpen: false, text: `${say.closed} · ${fill(say.opens, { when })}` }
}
