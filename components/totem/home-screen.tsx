import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { Topic } from './content.ts'
import { ContentText } from './content-text.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import { ScreenHeading } from './screen-heading.tsx'
import { clockTime, dayInWords, partOfDay } from './times.ts'
import { TopicIcon } from './topic-icon.tsx'
import type { Page } from './totem-state.ts'
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
  hasLifeEvents: boolean
  noticeCount: number
  onOpen: (page: Page) => void
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
  hasLifeEvents,
  noticeCount,
  onOpen,
  callKey,
  bottomBar,
}: HomeScreenProps) {
  return (
    <div className="split flex h-full flex-col bg-paper">
      <header className="sky above-reach px-64 pt-48 pb-140 text-white">
        <div className="flex items-start justify-between gap-32">
          <div>
            <p className="text-body font-semibold">{bodyName}</p>
            <p className="text-small">{totemName}</p>
            {mark}
          </div>
          <p className="text-end">
            <time className="block text-title font-semibold">{clockTime(now, locale)}</time>
            <span className="text-small">{dayInWords(now, locale)}</span>
          </p>
        </div>
        <ScreenHeading className="mt-40 text-display font-bold">
          <span className="spare block">{words.home[partOfDay(now)]}</span> {words.home.question}
        </ScreenHeading>
        <p className="spare mt-24 text-lead">{words.home.hint}</p>
      </header>
      <nav aria-label={words.home.topics} className="-mt-84 flex min-h-0 flex-1 flex-col gap-24 px-48 pb-8">
        <button
          type="button"
          onClick={() => onOpen({ kind: 'search' })}
          className="key hairline flex min-h-128 items-center gap-32 rounded-key border-line-strong bg-card px-44 text-start text-lead text-ink-2 shadow-soft active:bg-blue-light"
        >
          <Icon name="search" className="size-52 shrink-0" />
          {words.home.search}
        </button>
        <ul className="grid min-h-0 flex-1 grid-rows-3 grid-cols-2 gap-24">
          {topics.map((topic) => (
            <li key={topic.key}>
              <button
                type="button"
                onClick={() => onTopic(topic.key)}
                className="key topic hairline flex size-full flex-col justify-center gap-4 rounded-card border-line bg-card px-32 py-8 text-start shadow-soft active:bg-blue-light"
              >
                <span className="topic-says flex min-h-80 items-center gap-24">
                  <span className="topic-picture grid size-80 shrink-0 place-items-center rounded-chip bg-blue-light text-blue">
                    <TopicIcon of={topic.key} className="size-48" />
                  </span>
                  <span
                    className={`min-w-0 leading-tight font-semibold ${hasLongWord(topic.title) ? 'text-body' : 'text-lead'}`}
                  >
                    <ContentText>{topic.title}</ContentText>
                  </span>
                </span>{' '}
                <span className="spare line-clamp-1 shrink-0 text-small text-ink-2">
                  <ContentText>{topic.hint}</ContentText>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div className="flex gap-24 empty:hidden">
          {hasLifeEvents && (
            <Key tone="paper" className="flex-1" onClick={() => onOpen({ kind: 'lifeEvents' })}>
              <Icon name="baby" className="size-48 shrink-0 text-blue" />
              {words.home.lifeEvents}
            </Key>
          )}
          {noticeCount > 0 && (
            <Key tone="paper" className="flex-1" onClick={() => onOpen({ kind: 'notices' })}>
              <Icon name="bell" className="size-48 shrink-0 text-blue" />
              {words.home.notices} ({noticeCount})
            </Key>
          )}
        </div>
      </nav>
      <div className="flex flex-col gap-28 px-48 pt-20 pb-40">
        {callKey}
        {bottomBar}
      </div>
    </div>
  )
}

/** Browsers without a dictionary cannot divide a word; beyond this many letters it would leave its tile. */
const LONG_WORD = 14
const hasLongWord = (text: string) => text.split(/\s/).some((word) => word.length > LONG_WORD)
