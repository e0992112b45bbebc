import { elided } from '@/lib/i18n/elided.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { NoticeCard } from '../content.ts'
import { ContentText } from '../content-text.tsx'
import { Icon } from '../icon.tsx'
import { dateInWords } from '../times.ts'
import { fill, type Words } from '../words.ts'
import { Prose } from './prose.tsx'

interface NoticeListProps {
  notices: readonly NoticeCard[]
  words: Words
  locale: Locale
}

/** What there is to know these days, whole: nobody should have to open a notice to read it. */
export function NoticeList({ notices, words, locale }: NoticeListProps) {
  const say = words.notices
  if (notices.length === 0) return <p className="px-12 text-lead">{say.none}</p>
  return (
    <ul className="flex flex-col gap-28">
      {notices.map((notice) => (
        <li
          key={notice.slug}
          className={`rounded-card px-44 py-36 ${
            notice.isImportant ? 'bg-sun-light' : 'hairline border-line bg-card'
          }`}
        >
          {notice.isImportant && (
            <p className="mb-12 flex items-center gap-16 text-small font-semibold">
              <Icon name="triangle-alert" className="size-40 shrink-0" />
              {say.important}
            </p>
          )}
          <h2 className="mb-16 text-title font-bold">
            <ContentText>{notice.title}</ContentText>
          </h2>
          <Prose text={notice.text} />
          <p className="mt-20 text-small text-ink-2">{datesOf(notice, words, locale)}</p>
        </li>
      ))}
    </ul>
  )
}

function datesOf({ from, until }: NoticeCard, { notices: say }: Words, locale: Locale): string {
  const first = dateInWords(from, locale)
  return elided(
    until === null
      ? fill(say.from, { from: first })
      : fill(say.range, { from: first, until: dateInWords(until, locale) }),
  )
}
