import type { Locale } from '@/lib/i18n/locale.ts'
import type { Callable } from '@/lib/switchboard/views.ts'
import { hourInWords, whenInWords } from './times.ts'
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
    callable.closesAt === null ? '' : fill(say.until, { time: hourInWords(callable.closesAt, locale) })
  const { waiting } = callable
  const now = waiting === 0 ? say.now : counted(say.waitingOne, say.waitingMany, waiting)
  return { tone: waiting === 0 ? 'ready' : 'waiting', detail: until ? `${now} · ${until}` : now }
}

function whyNot(
  { why, opensAt }: Extract<Callable, { kind: 'no' }>,
  words: Words,
  locale: Locale,
  nowMs: number,
): string {
  const say = words.callKey
  switch (why) {
    case 'totem-closed':
    case 'service-closed':
      return opensAt === null
        ? say.closed
        : fill(say.reopens, { when: whenInWords(opensAt, nowMs, words.times, locale) })
    case 'nobody-on-duty':
      return say.nobody
    case 'queue-full':
    case 'call-exists':
      return say.full
    case 'totem-out-of-service':
      return say.outOfService
    case 'service-unknown':
      return say.byPhone
  }
}
