import type { Locale } from '@/lib/i18n/locale.ts'
import type { NextSteps } from '@/lib/switchboard/views.ts'
import { hourInWords, isWithinADay, whenInWords } from './times.ts'
import { fill, type Words } from './words.ts'

/** What a refusal's screen says besides the phone number; null: not known, or not there. */
export interface StepsInWords {
  /** "domani alle 9". */
  reopens: string | null
  /** The totem to go to, where it is, and until when it is open. */
  elsewhere: { name: string; place: string } | null
}

/** The next steps as they are read. */
export function stepsInWords(steps: NextSteps, words: Words, locale: Locale, nowMs: number): StepsInWords {
  const { opensAt, totem } = steps
  const until =
    !totem || totem.closesAt === null || !isWithinADay(totem.closesAt, nowMs)
      ? ''
      : fill(words.callKey.until, { time: hourInWords(totem.closesAt, locale) })
  return {
    reopens: opensAt === null ? null : whenInWords(opensAt, nowMs, words.times, locale),
    elsewhere: totem && { name: totem.name, place: [totem.address, until].filter(Boolean).join(' · ') },
  }
}
