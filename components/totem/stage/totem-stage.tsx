import { useState } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { distanceText } from '@/components/call/stage/plan-drawing.tsx'
import type { PageAnswer } from '@/components/call/stage/read-stage-page.ts'
import { ScreenPicture } from '@/components/call/stage/screen-picture.tsx'
import { StageBody, type StageLabels } from '@/components/call/stage/stage-body.tsx'
import { usePointing } from '@/components/call/stage/use-pointing.ts'
import { useStagePage } from '@/components/call/stage/use-stage-page.ts'
import { sendCommand } from '@/lib/events/send-command.ts'
import { directionOf, fullLocale, type Locale } from '@/lib/i18n/locale.ts'
import type { CallId, PageEpoch } from '@/lib/switchboard/ids.ts'
import type { PageRef, ShownOnStage } from '@/lib/switchboard/stage.ts'
import { ContentParagraph } from '../content-text.tsx'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import { PrintKey } from '../print/print-key.tsx'
import { totemUrl } from '../totem-link.ts'
import { fill, type Words } from '../words.ts'
import { TakeAlong } from './take-along.tsx'

export interface TotemStageProps {
  words: Words
  locale: Locale
  shown: ShownOnStage
  /** Who shows it. */
  name: string
  /** This page of this totem, and the call. */
  of: { slug: string; epoch: PageEpoch; callId: CallId }
  media: WholeCallMedia
  mediaState: CallMediaState
  hasPrinter: boolean
}

/** What the operator shows, large, below their picture: read, ticked, pointed at, taken along. */
export function TotemStage(props: TotemStageProps) {
  const { words, shown, name } = props
  const ref = pageOf(shown)
  return (
    <section
      aria-label={fill(words.stage.shows, { name })}
      className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card bg-white text-ink"
    >
      {shown.kind === 'screen' && <OperatorsScreen {...props} />}
      {ref && <Shown key={`${ref.kind} ${ref.slug}`} {...props} page={ref} />}
    </section>
  )
}

/** Another page, or the same one in another way, has another; a highlight or a tick changes nothing. */
export function stageKey(shown: ShownOnStage): string {
  const page = pageOf(shown)
  return page ? `${shown.kind} ${page.kind} ${page.slug}` : shown.kind
}

/** The page that is up, also as its QR; null: it is no page. */
function pageOf(shown: ShownOnStage): PageRef | null {
  if (shown.kind === 'qr') return shown.page
  return shown.kind === 'screen' ? null : { kind: shown.kind, slug: shown.slug }
}

function Shown({ page: ref, ...props }: TotemStageProps & { page: PageRef }) {
  const { words, locale, shown, name, of, media, mediaState, hasPrinter } = props
  const say = words.stage
  const [isTaking, setTaking] = useState(false)
  const query = new URLSearchParams({ kind: ref.kind, slug: ref.slug, locale })
  const answer = useStagePage(`${totemUrl('/api/totem/stage', of.slug)}&${query}`)
  const { marks, surface } = usePointing(media.packets, `${ref.kind} ${ref.slug}`, mediaState.reachable)
  const labels: StageLabels = {
    here: say.here,
    sketch: say.sketch,
    distance: (metres) => fill(say.distance, { distance: distanceText(metres, locale) }),
  }
  const tick = (item: number, isTicked: boolean) => {
    const { callId, epoch } = of
    const url = totemUrl(`/api/calls/${callId}/ticks`, of.slug)
    void sendCommand(url, { epoch, slug: ref.slug, item, isTicked })
  }
  if (answer?.kind !== 'found') return <NoPage answer={answer} words={words} name={name} />
  const { page } = answer
  const language = fullLocale(locale)
  const body = {
    page,
    locale,
    labels,
    highlight: 'part' in shown ? shown.part : null,
    ticked: shown.kind === 'checklist' ? shown.ticked : [],
    onPart: null,
  }
  const isQr = shown.kind === 'qr' || isTaking
  return (
    <>
      <header className="px-48 pt-32 pb-20">
        <p className="text-small font-semibold text-blue">{fill(say.shows, { name })}</p>
        <h2 lang={language} dir={directionOf(language)} className="text-title font-bold">
          {page.title}
        </h2>
        {page.lead && <ContentParagraph className="text-body text-ink-2">{page.lead}</ContentParagraph>}
      </header>
      {isQr ? (
        <TakeAlong words={words} locale={locale} page={ref} of={of} />
      ) : (
        <div
          ref={surface}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a finger
          tabIndex={0}
          className="min-h-0 flex-1 overflow-y-auto px-48 pb-28 text-body"
        >
          <StageBody {...body} marks={marks} onTick={tick} />
        </div>
      )}
      <footer className="flex gap-20 border-t-2 border-line px-48 py-24">
        {shown.kind !== 'qr' && (
          <Key tone="light" className="flex-1" onClick={() => setTaking(!isTaking)}>
            <Icon name={isTaking ? 'file-text' : 'qr-code'} className="size-48" />
            {isTaking ? say.backToPage : say.takeAlong}
          </Key>
        )}
        {hasPrinter && (
          <PrintKey words={words} label={say.print} className="flex-1">
            <h1>{page.title}</h1>
            <p>{page.lead}</p>
            <StageBody {...body} marks={[]} onTick={null} />
          </PrintKey>
        )}
      </footer>
    </>
  )
}

/** The operator's screen or window: seen, pointed at, and gone when they stop. */
function OperatorsScreen({ words, name, media, mediaState }: TotemStageProps) {
  const say = words.stage
  const { marks, surface } = usePointing(media.packets, 'screen', mediaState.reachable)
  return (
    <>
      <p role="status" className="px-48 pt-28 pb-16 text-lead font-semibold">
        {fill(say.screen, { name })}
      </p>
      <div className="flex min-h-0 flex-1 bg-paper text-body">
        <ScreenPicture
          attach={media.screens.received.attach}
          label={say.screenOf}
          isRemote
          marks={marks}
          surface={surface}
        >
          <p className="text-ink-2">{say.screenComing}</p>
        </ScreenPicture>
      </div>
    </>
  )
}

interface NoPageProps {
  answer: Exclude<PageAnswer, { kind: 'found' }> | null
  words: Words
  name: string
}

/** Not here yet, not reachable, or no longer published: said, never left empty. */
function NoPage({ answer, words, name }: NoPageProps) {
  const say = words.stage
  const isGone = answer?.kind === 'gone'
  return (
    <div role="status" className="grid flex-1 place-content-center gap-16 px-96 text-center">
      {isGone && <Icon name="triangle-alert" className="mx-auto size-96 text-ink-2" />}
      <p className="text-title font-bold">{isGone ? say.gone : say.opening}</p>
      <p className="text-body text-ink-2">{isGone ? fill(say.goneText, { name }) : ''}</p>
    </div>
  )
}
