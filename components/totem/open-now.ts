import type { Locale } from '@/lib/i18n/locale.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { closesAt, opensAt } from '@/lib/switchboard/opening.ts'
import type { Opening } from '@/lib/switchboard/settings.ts'
import { hourInWords, whenInWords } from './times.ts'
import { fill, type Words } from './words.ts'

/** Whether a place is open at this moment, and what changes next, as it is read. */
export interface OpenNow {
  isOpen: boolean
  text: string
}

/** "Aperto fino alle 18:30", "Chiuso ora · Apre domani alle 9"; unknown hours say so and promise nothing. */
export function openNow(opening: Opening, words: Words, locale: Locale, now: number): OpenNow {
  const say = words.offices
  if (opening.kind === 'always') return { isOpen: true, text: say.always }
  if (opening.kind === 'unknown') return { isOpen: false, text: say.unknown }
  const closes = closesAt(opening, epochMs(now))
  if (closes !== null) {
    return { isOpen: true, text: fill(say.openUntil, { time: hourInWords(closes, locale) }) }
  }
  const opens = opensAt(opening, epochMs(now))
  if (opens === null) return { isOpen: false, text: say.closed }
  const when = whenInWords(opens, now, words.times, locale)
  return { isOpen: false, text: `${say.closed} · ${fill(say.opens, { when })}` }
}
