import type { ReactNode } from 'react'
import type { Sheet, Topic } from '../content.ts'
import { ContentText } from '../content-text.tsx'
import { Icon } from '../icon.tsx'

/** The sheets of one topic, one wide key each. */
export function TopicList({
  sheets,
  onSheet,
}: {
  sheets: readonly Sheet[]
  onSheet: (slug: string) => void
}) {
  return (
    <ul className="flex flex-col gap-24">
      {sheets.map(({ slug, title, summary }) => (
        <li key={slug}>
          <WideKey
            title={<ContentText>{title}</ContentText>}
            hint={summary && <ContentText>{summary}</ContentText>}
            onTouch={() => onSheet(slug)}
          />
        </li>
      ))}
    </ul>
  )
}

/** The topics that home has no room for, one wide key each. */
export function MoreTopics({
  topics,
  onTopic,
}: {
  topics: readonly Topic[]
  onTopic: (key: string) => void
}) {
  return (
    <ul className="flex flex-col gap-24">
      {topics.map(({ key, title, hint }) => (
        <li key={key}>
          <WideKey
            title={<ContentText>{title}</ContentText>}
            hint={hint && <ContentText>{hint}</ContentText>}
            onTouch={() => onTopic(key)}
          />
        </li>
      ))}
    </ul>
  )
}

interface WideKeyProps {
  title: ReactNode
  hint: ReactNode
  /** Before the words; decoration. */
  picture?: ReactNode
  onTouch: () => void
}

/** One line of a list that leads to a page. */
export function WideKey({ title, hint, picture, onTouch }: WideKeyProps) {
  return (
    <button
      type="button"
      onClick={onTouch}
      className="key hairline flex w-full items-center gap-32 rounded-card border-line bg-card px-44 py-36 text-start shadow-soft active:bg-blue-light"
    >
      {picture}
      <span className="min-w-0 flex-1">
        <span className="block text-title font-semibold">{title}</span>{' '}
        {hint && <span className="mt-8 block text-body text-ink-2">{hint}</span>}
      </span>
      <Icon name="chevron-right" className="size-56 shrink-0 text-blue rtl:-scale-x-100" />
    </button>
  )
}
