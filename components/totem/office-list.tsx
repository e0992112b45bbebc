import type { Locale } from '@/lib/i18n/locale.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { closesAt, opensAt } from '@/lib/switchboard/opening.ts'
import type { OfficeCard } from './content.ts'
import { hourInWords, whenInWords } from './times.ts'
import { fill, type Words } from './words.ts'

interface OfficeListProps {
  offices: readonly OfficeCard[]
  words: Words
  locale: Locale
  now: number
}

/** Where the offices are and what is open at this moment. */
export function OfficeList({ offices, words, locale, now }: OfficeListProps) {
  return (
    <ul className="flex flex-col gap-24">
      {offices.map((office) => {
        const state = openNow(office.opening, words, locale, now)
        return (
          <li key={office.name} className="hairline rounded-card border-line bg-card px-44 py-32">
            <h2 className="text-lead font-bold">{office.name}</h2>
            <p className="text-ink-2">{office.address}</p>
            <p
              className={`mt-12 flex items-center gap-16 font-semibold ${state.isOpen ? 'text-green' : 'text-ink'}`}
            >
              <span
                aria-hidden
                className={`size-20 rounded-full ${state.isOpen ? 'bg-green' : 'hairline border-line-strong'}`}
              />
              {state.text}
            </p>
            <ul className="mt-12 text-small text-ink-2" aria-label={words.offices.hours}>
              {office.hours.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {office.phone && (
              <p className="mt-12 text-small">
                {words.offices.phone} <strong className="font-semibold">{office.phone}</strong>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function openNow(opening: OfficeCard['opening'], words: Words, locale: Locale, now: number) {
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
