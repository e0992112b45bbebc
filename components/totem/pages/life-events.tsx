import type { LifeEventCard, Sheet } from '../content.ts'
import { ContentText } from '../content-text.tsx'
import { TopicIcon } from '../topic-icon.tsx'
import type { Words } from '../words.ts'
import { Prose } from './prose.tsx'
import { TopicList, WideKey } from './topic-list.tsx'

/** What happens to people, one wide key each. */
export function LifeEventList({
  events,
  onEvent,
}: {
  events: readonly LifeEventCard[]
  onEvent: (slug: string) => void
}) {
  return (
    <ul className="flex flex-col gap-24">
      {events.map(({ slug, title, hint }) => (
        <li key={slug}>
          <WideKey
            title={<ContentText>{title}</ContentText>}
            hint={hint && <ContentText>{hint}</ContentText>}
            picture={
              <span className="grid size-92 shrink-0 place-items-center rounded-chip bg-blue-light text-blue">
                <TopicIcon of={slug} className="size-56" />
              </span>
            }
            onTouch={() => onEvent(slug)}
          />
        </li>
      ))}
    </ul>
  )
}

interface LifeEventBodyProps {
  event: LifeEventCard
  sheets: readonly Sheet[]
  words: Words
  onSheet: (slug: string) => void
}

/** Where to begin, then the services in the order in which they are needed. */
export function LifeEventBody({ event, sheets, words, onSheet }: LifeEventBodyProps) {
  const say = words.lifeEvents
  return (
    <div className="flex flex-col gap-28">
      {event.intro && (
        <section className="rounded-card bg-blue-light px-44 py-36">
          <h2 className="mb-12 text-lead font-bold text-blue-deep">{say.start}</h2>
          <Prose text={event.intro} />
        </section>
      )}
      <h2 className="px-12 text-title font-bold">{say.services}</h2>
      <TopicList
        sheets={event.sheets.flatMap((slug) => sheets.find((sheet) => sheet.slug === slug) ?? [])}
        onSheet={onSheet}
      />
    </div>
  )
}
