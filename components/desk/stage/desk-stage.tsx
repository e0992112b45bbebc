'use client'

import { ArrowLeft, ArrowRight, QrCode, TriangleAlert, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { distanceText } from '@/components/call/stage/plan-drawing.tsx'
import { StageBody } from '@/components/call/stage/stage-body.tsx'
import { usePointing } from '@/components/call/stage/use-pointing.ts'
import { useStagePage } from '@/components/call/stage/use-stage-page.ts'
import { Button } from '@/components/ui/button.tsx'
import type { StagePage } from '@/lib/content/stage-page.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { PageRef, Showing, ShownOnStage } from '@/lib/switchboard/stage.ts'
import { isHolder, type Talk } from '../call/talk.ts'
import { SharedScreen } from './shared-screen.tsx'

export interface DeskStageProps {
  shown: ShownOnStage
  talk: Talk
  media: WholeCallMedia
  state: CallMediaState
}

/** What the visitor looks at now, with the keys that change it. */
export function DeskStage(props: DeskStageProps) {
  const words = useTranslations('desk.stage')
  const { shown, talk, media, state } = props
  const { offer } = talk
  // A colleague beside whoever has the call only looks.
  const isOwn = isHolder(talk.work)
  const [isRefused, setRefused] = useState(false)
  const send = async (command: Promise<CommandAnswer>) => setRefused(!(await command).ok)
  const show = (showing: Showing | null) => void send(offer.show(showing))
  return (
    <section
      aria-label={words('title')}
      className="flex min-h-0 min-w-0 flex-1 flex-col rounded-desk-lg border border-line bg-card"
    >
      {shown.kind === 'screen' ? (
        <SharedScreen
          media={media}
          state={state}
          isOnHold={talk.work.hold !== null}
          onStop={isOwn ? () => show(null) : null}
        />
      ) : (
        <Page
          key={`${shown.kind} ${pageOf(shown).slug}`}
          {...props}
          shown={shown}
          onShow={show}
          onTick={(item, isTicked) => void send(offer.tick({ slug: pageOf(shown).slug, item, isTicked }))}
        />
      )}
      {isRefused ? (
        <p role="alert" className="px-5 pb-3 text-sm font-semibold text-red-deep">
          {words('trouble.failed')}
        </p>
      ) : null}
      {isOwn ? null : <p className="px-5 pb-3 text-sm text-ink-2">{words('onlyLook')}</p>}
    </section>
  )
}

type ShownPage = Exclude<ShownOnStage, { kind: 'screen' }>

const pageOf = (shown: ShownPage): PageRef =>
  shown.kind === 'qr' ? shown.page : { kind: shown.kind, slug: shown.slug }

type PageProps = DeskStageProps & {
  shown: ShownPage
  onShow: (showing: Showing | null) => void
  onTick: (item: number, isTicked: boolean) => void
}

function Page({ shown, talk: { work, offer }, media, state, onShow, onTick }: PageProps) {
  const words = useTranslations('desk.stage')
  const locale = useLocale()
  const { kind, slug } = pageOf(shown)
  const query = new URLSearchParams({ kind, slug, locale })
  const answer = useStagePage(`/api/offers/${offer.id}/stage?${query}`)
  const { marks, surface } = usePointing(media.packets, `${kind} ${slug}`, state.reachable)
  const page = answer?.kind === 'found' ? answer.page : null
  const part = 'part' in shown ? shown.part : null
  const highlight = (next: string | null) => {
    if (kind === 'sheet' || kind === 'form') onShow({ kind, slug, part: next })
  }
  const isOwn = isHolder(work)
  const visitorLanguage = work.offer.needs.language
  const isOtherLanguage = visitorLanguage !== null && visitorLanguage.slice(0, 2) !== locale.slice(0, 2)
  return (
    <>
      <header className="flex items-start gap-3 px-5 pt-4 pb-2">
        <div className="min-w-0 flex-1">
          <p className="text-sm font-semibold text-blue">
            {words(work.hold ? 'afterHold' : shown.kind === 'qr' ? 'qrShown' : 'shown')}
            {isOtherLanguage ? ` · ${words('otherLanguage')}` : ''}
          </p>
          <h2 className="truncate text-lg font-bold">{page?.title ?? ''}</h2>
          {page?.lead ? <p className="truncate text-sm text-ink-2">{page.lead}</p> : null}
        </div>
        {isOwn ? (
          <div className="flex shrink-0 flex-wrap justify-end gap-2">
            {shown.kind === 'form' && page ? (
              <FieldKeys page={page} part={shown.part} onPart={highlight} />
            ) : null}
            {shown.kind === 'qr' ? (
              <Button size="small" onClick={() => onShow(showingOf(shown.page))}>
                {words('backToPage')}
              </Button>
            ) : (
              <Button size="small" onClick={() => onShow({ kind: 'qr', page: { kind, slug } })}>
                <QrCode aria-hidden="true" size={18} />
                {words('qr')}
              </Button>
            )}
            <Button size="small" onClick={() => onShow(null)}>
              <X aria-hidden="true" size={18} />
              {words('takeDown')}
            </Button>
          </div>
        ) : null}
      </header>
      {answer === null || answer.kind === 'unreachable' ? (
        <p role="status" className="p-5 text-ink-2">
          {answer ? words('notRead') : ''}
        </p>
      ) : null}
      {answer?.kind === 'gone' ? (
        <p role="alert" className="m-5 flex items-center gap-3 rounded-desk-sm bg-sun-light px-4 py-3">
          <TriangleAlert aria-hidden="true" size={22} className="shrink-0" />
          {words('gone')}
        </p>
      ) : null}
      {page ? (
        <div ref={surface} className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">
          <StageBody
            page={page}
            locale={locale}
            labels={{
              here: words('totem'),
              sketch: words('sketch'),
              distance: (metres) => words('distance', { distance: distanceText(metres, locale) }),
            }}
            highlight={part}
            ticked={shown.kind === 'checklist' ? shown.ticked : []}
            marks={marks}
            onPart={
              isOwn && (shown.kind === 'sheet' || shown.kind === 'form')
                ? (next) => highlight(next === part ? null : next)
                : null
            }
            onTick={isOwn ? onTick : null}
          />
        </div>
      ) : null}
    </>
  )
}

function showingOf({ kind, slug }: PageRef): Showing {
  return kind === 'sheet' || kind === 'form' ? { kind, slug, part: null } : { kind, slug }
}

interface FieldKeysProps {
  page: StagePage
  part: string | null
  onPart: (part: string) => void
}

/** A form is gone through field by field. */
function FieldKeys({ page: { sections }, part, onPart }: FieldKeysProps) {
  const words = useTranslations('desk.stage')
  const at = sections.findIndex(({ key }) => key === part)
  const [before, after] = [at > 0 ? sections[at - 1] : undefined, sections[at + 1]]
  return (
    <>
      <Button
        size="small"
        aria-label={words('fieldBefore')}
        isStill={!before}
        onClick={() => before && onPart(before.key)}
      >
        <ArrowLeft aria-hidden="true" size={18} />
      </Button>
      <Button
        size="small"
        aria-label={words('fieldAfter')}
        isStill={!after}
        onClick={() => after && onPart(after.key)}
      >
        <ArrowRight aria-hidden="true" size={18} />
      </Button>
    </>
  )
}
