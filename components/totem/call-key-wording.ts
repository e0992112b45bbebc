import type { Locale } from '@/lib/i18n/locale.ts'
import type { Callable } from '@/lib/switchboard/views.ts'
import { rangeInWords } from './range-in-words.ts'
import { hourInWords, isWithinADay, whenInWords } from './times.ts'
import { counted, fill, type Words } from './words.ts'

/** What the call key promises. `checking`: the stream has not said yet. */
export interface CallKeyWording {
  tone: 'ready' | 'waiting' | 'no' | 'checking'
  detail: string
}

/** Says under the call key what a touch on it would get now. */
export function callKeyWording(
  callable: Callable | undefined,
  words: Words,
  locale: Locale,
  nowMs: number,
): CallKeyWording {
  const say = words.callKey
  if (!callable) return { tone: 'checking', detail: say.checking }
  if (callable.kind === 'no') return { tone: 'no', detail: whyNot(callable, words, locale, nowMs) }
  const until =
    callable.closesAt === null || !isWithinADay(callable.closesAt, nowMs)
      ? ''
      : fill(say.until, { time: hourInWords(callable.closesAt, locale) })
  const wait = waitOf(callable, words)
  return {
    tone: callable.wait.kind === 'now' ? 'ready' : 'waiting',
    detail: until ? `${wait} · ${until}` : wait,
  }
}

function waitOf({ wait, waiting }: Extract<Callable, { kind: 'yes' }>, words: Words): string {
  const say = words.callKey
  switch (wait.kind) {
    case 'now':
      return say.now
    case 'range':
      return fill(say.wait, { range: rangeInWords(wait, words) })
    case 'position':
      return waiting === 0 ? say.busy : counted(say.waitingOne, say.waitingMany, waiting)
  }
}

function whyNot(
  { why, nextSteps: { opensAt } }: Extract<Callable, { kind: 'no' }>,
  words: Words,
  locale: Locale,
  nowMs: number,
): string {
  const say = words.callKey
  switch (why) {
    case 'body-closed':
    case 'totem-closed':
    case 'service-closed':
      return opensAt === null
        ? say.closed
        : fill(say.reopens, { when: whenInWords(opensAt, nowMs, words.times, locale) })
    case 'nobody-on-duty':
      return say.nobody
    case 'closing-soon':
      return say.closingSoon
    case 'queue-full':
    case 'call-exists':
      return say.full
    case 'totem-out-of-service':
      return say.outOfService
    case 'nobody-skilled':
    case 'service-unknown':
      return say.byPhone
  }
}
