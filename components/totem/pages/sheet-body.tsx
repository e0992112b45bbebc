import { type ReactNode, useContext } from 'react'
import { elided } from '@/lib/i18n/elided.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { OfficeCard, Sheet } from '../content.ts'
import { ContentLanguage, ContentText } from '../content-text.tsx'
import { Icon } from '../icon.tsx'
import { openNow } from '../open-now.ts'
import { PrintKey } from '../print/print-key.tsx'
import { PageRating } from '../rating/page-rating.tsx'
import { dateInWords } from '../times.ts'
import { fill, type Words } from '../words.ts'
import { Card } from './card.tsx'
import { OpenLamp } from './open-lamp.tsx'
import { Prose } from './prose.tsx'
import { TopicList } from './topic-list.tsx'

interface SheetBodyProps {
  sheet: Sheet
  /** The office that does it, if there is one. */
  office: OfficeCard | undefined
  related: readonly Sheet[]
  /** The totem that the page is read on. */
  slug: string
  words: Words
  locale: Locale
  now: number
  onSheet: (slug: string) => void
  /** Its list of what to bring may be printed here. */
  hasPrinter: boolean
  /** The key that takes it along. */
  takeAlong?: ReactNode
  /** A guide that says more than the sheet, if there is one. */
  guide?: ReactNode
}

/** What a visitor needs to know about a service, in the order in which they ask. */
export function SheetBody(props: SheetBodyProps) {
  const { sheet, office, related, slug, words, locale, now, onSheet, hasPrinter, takeAlong, guide } = props
  const say = words.sheet
  const isEmpty = [sheet.how, sheet.cost, sheet.time, sheet.where, sheet.who, ...sheet.bring].every(
    (text) => text === '',
  )
  return (
    <div className="flex flex-col gap-28">
      {isEmpty && <p className="px-12 text-lead">{say.empty}</p>}
      {office && (
        <section className="hairline flex flex-wrap items-baseline justify-between gap-x-32 rounded-card border-line bg-card px-44 py-28">
          <h2 className="font-semibold">
            <ContentText>{office.name}</ContentText>
          </h2>
          <OpenLamp state={openNow(office.opening, words, locale, now)} />
        </section>
      )}
      {guide}
      {sheet.bring.length > 0 && (
        <Card icon="list-checks" title={say.bring}>
          <ul className="flex flex-col gap-16">
            {sheet.bring.map((item) => (
              <li key={item} className="flex gap-20">
                <Icon name="circle-check" className="mt-4 size-40 shrink-0 text-green" />
                <ContentText>{item}</ContentText>
              </li>
            ))}
          </ul>
          {hasPrinter && (
            <PrintKey words={words} label={words.acts.printList}>
              <SheetList sheet={sheet} words={words} />
            </PrintKey>
          )}
        </Card>
      )}
      {takeAlong}
      {sheet.how && (
        <Card icon="route" title={say.how}>
          <Prose text={sheet.how} />
        </Card>
      )}
      <div className="grid grid-cols-2 gap-28 empty:hidden">
        {sheet.cost && (
          <Card icon="banknote" title={say.cost}>
            <Prose text={sheet.cost} />
          </Card>
        )}
        {sheet.time && (
          <Card icon="hourglass" title={say.time}>
            <Prose text={sheet.time} />
          </Card>
        )}
      </div>
      {sheet.where && (
        <Card icon="map-pin" title={say.where}>
          <Prose text={sheet.where} />
        </Card>
      )}
      {sheet.who && (
        <Card icon="users" title={say.who}>
          <Prose text={sheet.who} />
        </Card>
      )}
      {related.length > 0 && (
        <section className="flex flex-col gap-24">
          <h2 className="px-12 text-title font-bold">{say.related}</h2>
          <TopicList sheets={related} onSheet={onSheet} />
        </section>
      )}
      <PageRating words={words} slug={slug} service={sheet.slug} />
      <footer className="px-12 text-small text-ink-2">
        {sheet.checkedAt !== null && (
          <p>{elided(fill(say.checked, { date: dateInWords(sheet.checkedAt, locale) }))}</p>
        )}
        {sheet.isOld && <p className="font-semibold text-ink">{say.old}</p>}
        {sheet.source && <p className="break-words">{fill(say.source, { source: sheet.source })}</p>}
      </footer>
    </div>
  )
}

/** What comes out of the printer: the list, and what it is for. */
function SheetList({ sheet, words }: { sheet: Sheet; words: Words }) {
  return (
    <div lang={useContext(ContentLanguage)}>
      <h1>{sheet.title}</h1>
      <h2>{words.sheet.bring}</h2>
      <ul>
        {sheet.bring.map((item) => (
          <li key={item}>☐ {item}</li>
        ))}
      </ul>
    </div>
  )
}
