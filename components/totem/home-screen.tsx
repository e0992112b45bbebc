import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { Topic } from './content.ts'
import { ScreenHeading } from './screen-heading.tsx'
import { clockTime, dayInWords, partOfDay } from './times.ts'
import { TopicIcon } from './topic-icon.tsx'
import type { Words } from './words.ts'

interface HomeScreenProps {
  words: Words
  locale: Locale
  now: number
  bodyName: string
  totemName: string
  /** "Dati di esempio", or nothing. */
  mark: ReactNode
  topics: readonly Topic[]
  onTopic: (key: string) => void
  callKey: ReactNode
  bottomBar: ReactNode
}

/** The greeting above, out of reach; everything to touch below it. */
export function HomeScreen({
  words,
  locale,
  now,
  bodyName,
  totemName,
  mark,
  topics,
  onTopic,
  callKey,
  bottomBar,
}: HomeScreenProps) {
  return (
    <div className="flex h-full flex-col bg-paper">
      <header className="sky -mb-84 px-64 pt-56 pb-148 text-white">
        <div className="flex items-start justify-between gap-32">
          <div>
            <p className="text-body font-semibold">{bodyName}</p>
            <p className="text-small">{totemName}</p>
            {mark}
          </div>
          <p className="text-right">
            <time className="block text-title font-semibold">{clockTime(now, locale)}</time>
            <span className="text-small">{dayInWords(now, locale)}</span>
          </p>
        </div>
        <ScreenHeading className="mt-112 text-display font-bold">
          <span className="block">{words.home[partOfDay(now)]}</span> {words.home.question}
        </ScreenHeading>
        <p className="mt-24 text-lead">{words.home.hint}</p>
      </header>
      <nav aria-label={words.home.topics} className="min-h-0 flex-1 px-48 pb-8">
        <ul className="grid h-full grid-rows-3 grid-cols-2 gap-24">
          {topics.map((topic) => (
            <li key={topic.key}>
              <button
                type="button"
                onClick={() => onTopic(topic.key)}
                className="key hairline flex size-full flex-col justify-start gap-16 rounded-card border-line bg-card px-36 py-36 text-left shadow-soft active:bg-blue-light"
              >
                <span className="flex min-h-96 items-center gap-24">
                  <span className="grid size-92 shrink-0 place-items-center rounded-chip bg-blue-light text-blue">
                    <TopicIcon of={topic.key} className="size-56" />
                  </span>
                  <span className="min-w-0 text-lead leading-tight font-semibold">{topic.title}</span>
                </span>{' '}
                <span className="line-clamp-2 text-small text-ink-2">{topic.hint}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-28 px-48 pt-20 pb-40">
        {callKey}
        {bottomBar}
      </div>
    </div>
  )
}
