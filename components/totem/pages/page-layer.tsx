import type { ReactNode } from 'react'
import { ACTS } from '@/lib/content/acts.ts'
import type { PublicRef } from '@/lib/content/public-address.ts'
import { ActAnswer } from '../acts/act-answer.tsx'
import { ActsGuide } from '../acts/acts-guide.tsx'
import { CallbackForm } from '../callback/callback-form.tsx'
import { MORE_TOPICS, type Sheet, sheetOf } from '../content.ts'
import { ContentNote } from '../content-note.tsx'
import { ContentText } from '../content-text.tsx'
import { TakeAlongKey } from '../phone/take-along-key.tsx'
import { Promised } from '../promised.tsx'
import { bottomBar, callKey, pageMarks, pageOfTopic, type Scene } from '../scene.tsx'
import { SearchPage } from '../search/search-page.tsx'
import { topLine } from '../top-line.tsx'
import type { Page } from '../totem-state.ts'
import { Gone } from './gone.tsx'
import { LifeEventBody, LifeEventList } from './life-events.tsx'
import { NoticeList } from './notice-list.tsx'
import { OfficeList } from './office-list.tsx'
import { PrivacyBody } from './privacy-body.tsx'
import { ReadingFrame } from './reading-frame.tsx'
import { SheetBody } from './sheet-body.tsx'
import { MoreTopics, TopicList, WideKey } from './topic-list.tsx'

/** The pages that this layer shows: all that is read beyond home. */
export type ReadingPage = Exclude<Page, { kind: 'home' | 'notice' | 'placing' | 'staff' | 'trouble' }>
type FramedPage = Exclude<ReadingPage, { kind: 'search' | 'callback' | 'promised' }>

interface PageLayerProps {
  scene: Scene
  page: ReadingPage
}

/** Every page that is read, in its frame. */
export function PageLayer({ scene, page }: PageLayerProps) {
  if (page.kind === 'search') return <SearchPage scene={scene} />
  if (page.kind === 'callback') {
    return <CallbackForm scene={scene} service={page.service} callId={page.callId} />
  }
  if (page.kind === 'promised') return <Promised scene={scene} window={page.window} />
  const open = (next: Page) => scene.totem.dispatch({ type: 'opened', page: next })
  const {
    title,
    lead = '',
    label,
    sheet,
    body,
    texts = [],
    takeAlong,
    isOwnWords = false,
  } = shown(scene, page, open)
  return (
    <ReadingFrame
      top={topLine(scene, pageMarks(scene))}
      title={title}
      lead={lead}
      label={label}
      callKey={page.kind !== 'privacy' && callKey(scene, sheet)}
      bottomBar={bottomBar(scene, true)}
    >
      {!isOwnWords && <ContentNote words={scene.words} locale={scene.locale} texts={texts} />}
      {body}
      {takeAlong && (
        <div className="mt-28">
          <TakeAlongKey scene={scene} page={takeAlong} />
        </div>
      )}
    </ReadingFrame>
  )
}

/** What fills the frame. */
interface Shown {
  title: ReactNode
  lead?: ReactNode
  /** Names the part that scrolls. */
  label: string
  sheet?: Sheet
  body: ReactNode
  /** What of it may be read on a phone, where its body has no key for that. */
  takeAlong?: PublicRef
  /** What editors have written of it, names and addresses apart. */
  texts?: readonly string[]
  /** Editors have written nothing of it: all is in the visitor's language. */
  isOwnWords?: boolean
}

function shown(scene: Scene, page: FramedPage, onOpen: (page: Page) => void): Shown {
  const { slug, words, locale, now, content } = scene
  const openSheet = (service: string) => onOpen({ kind: 'sheet', service })
  const gone: Shown = {
    title: words.gone.title,
    label: words.gone.title,
    body: <Gone words={words} onHome={() => onOpen({ kind: 'home' })} />,
  }
  switch (page.kind) {
    case 'topic': {
      const topic = [...content.topics, ...content.moreTopics].find(({ key }) => key === page.topic)
      if (!topic) return gone
      if (topic.key === MORE_TOPICS) {
        return {
          title: <ContentText>{topic.title}</ContentText>,
          lead: words.topic.intro,
          label: topic.title,
          texts: content.moreTopics.map(({ hint }) => hint),
          body: (
            <MoreTopics topics={content.moreTopics} onTopic={(key) => onOpen(pageOfTopic(key, content))} />
          ),
        }
      }
      const sheets = content.sheets.filter((sheet) => sheet.topic === page.topic)
      return {
        title: <ContentText>{topic.title}</ContentText>,
        lead: words.topic.intro,
        label: topic.title,
        texts: sheets.map(({ summary }) => summary),
        body: <TopicList sheets={sheets} onSheet={openSheet} />,
      }
    }
    case 'offices':
      return {
        title: words.offices.title,
        label: words.offices.hours,
        takeAlong: { kind: 'offices', slug: 'all' },
        texts: [...content.offices, ...content.totems].map(({ notes }) => notes),
        body: (
          <OfficeList
            offices={content.offices}
            totems={content.totems}
            hereSlug={slug}
            words={words}
            locale={locale}
            now={now}
          />
        ),
      }
    case 'office': {
      const office = content.offices.find((each) => each.slug === page.office)
      if (!office) return gone
      return {
        title: <ContentText>{office.name}</ContentText>,
        label: words.offices.hours,
        takeAlong: { kind: 'office', slug: office.slug },
        texts: [office.notes],
        body: (
          <OfficeList
            offices={[office]}
            totems={[]}
            hereSlug={slug}
            words={words}
            locale={locale}
            now={now}
          />
        ),
      }
    }
    case 'lifeEvents':
      return {
        title: words.lifeEvents.title,
        lead: words.lifeEvents.lead,
        label: words.home.lifeEvents,
        texts: content.lifeEvents.map(({ hint }) => hint),
        body: (
          <LifeEventList
            events={content.lifeEvents}
            onEvent={(event) => onOpen({ kind: 'lifeEvent', event })}
          />
        ),
      }
    case 'lifeEvent': {
      const event = content.lifeEvents.find((each) => each.slug === page.event)
      if (!event) return gone
      return {
        title: <ContentText>{event.title}</ContentText>,
        label: event.title,
        takeAlong: { kind: 'life-event', slug: event.slug },
        texts: [event.intro],
        body: <LifeEventBody event={event} sheets={content.sheets} words={words} onSheet={openSheet} />,
      }
    }
    case 'acts':
      return {
        title: words.acts.title,
        lead: words.acts.lead,
        label: words.acts.title,
        isOwnWords: true,
        body: <ActsGuide words={words} onSender={(from) => onOpen({ kind: 'act', from })} />,
      }
    case 'act': {
      const about = sheetOf(content, ACTS)
      const office = content.offices.find(({ slug: named }) => named === about?.office)
      return {
        title: words.acts.senders[page.from].name,
        lead: words.acts.senders[page.from].look,
        label: words.acts.title,
        ...(about && { sheet: about }),
        texts: [...(about?.bring ?? []), office?.notes ?? ''],
        isOwnWords: page.from !== 'messenger' || !about,
        body: <ActAnswer scene={scene} from={page.from} sheet={about} office={office} />,
      }
    }
    case 'privacy':
      return {
        title: words.notice.full,
        label: words.notice.full,
        takeAlong: { kind: 'privacy', slug: 'call' },
        body: <PrivacyBody key={locale} scene={scene} />,
      }
    case 'notices':
      return {
        title: words.notices.title,
        lead: words.notices.lead,
        label: words.notices.title,
        texts: content.notices.map(({ text }) => text),
        body: <NoticeList notices={content.notices} words={words} locale={locale} />,
      }
    case 'sheet': {
      const sheet = sheetOf(content, page.service)
      if (!sheet) return gone
      return {
        title: <ContentText>{sheet.title}</ContentText>,
        lead: sheet.summary && <ContentText>{sheet.summary}</ContentText>,
        label: words.sheet.content,
        texts: [sheet.summary, sheet.who, sheet.how, sheet.time, ...sheet.bring],
        sheet,
        body: (
          <SheetBody
            sheet={sheet}
            office={content.offices.find((office) => office.slug === sheet.office)}
            related={content.sheets.filter((each) => sheet.related.includes(each.slug))}
            slug={slug}
            words={words}
            locale={locale}
            now={now}
            onSheet={openSheet}
            hasPrinter={scene.hasPrinter}
            takeAlong={<TakeAlongKey scene={scene} page={{ kind: 'sheet', slug: sheet.slug }} />}
            guide={
              sheet.slug === ACTS && (
                <WideKey
                  title={words.acts.title}
                  hint={words.acts.hint}
                  onTouch={() => onOpen({ kind: 'acts' })}
                />
              )
            }
          />
        ),
      }
    }
  }
}
