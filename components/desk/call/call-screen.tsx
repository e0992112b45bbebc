'use client'

import { MessageSquareText, User, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { useCallHealth } from '@/components/call/health/use-call-health.ts'
import type { CallHealth } from '@/components/call/health/watch-health.ts'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { SelfView } from '@/components/call/self-view.tsx'
import { SpeakingOrder } from '@/components/call/speaking-order.tsx'
import { Banner } from '@/components/ui/banner.tsx'
import { Button } from '@/components/ui/button.tsx'
import { clockText } from '@/components/ui/duration.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import { ConsultKeys } from '../consult/consult-keys.tsx'
import { ConsultStage } from '../consult/consult-stage.tsx'
import { useConsultNews } from '../consult/use-consult-news.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import { DeskStage } from '../stage/desk-stage.tsx'
import { ShareKey } from '../stage/share-key.tsx'
import { useOwnScreen } from '../stage/use-own-screen.ts'
import type { Desk } from '../use-desk.ts'
import { CallKeys } from './call-keys.tsx'
import { CallTroubles } from './call-troubles.tsx'
import { CommandRefusal } from './command-refusal-line.tsx'
import { connectionWords } from './connection-words.ts'

import { GuestList } from './guests/guest-list.tsx'
import { InviteKey } from './guests/invite-key.tsx'

import { HandoverNote } from './handover-note.tsx'

import { HoldCard } from './hold-card.tsx'
import { HoldKey } from './hold-key.tsx'
import { isSignedCall } from './is-signed-call.ts'
import type { OfferCommands } from './offer-commands.ts'
import { OthersAtDesk } from './others-at-desk.tsx'
import { PaperStage } from './paper/paper-stage.tsx'
import { usePaper } from './paper/use-paper.ts'
import { peopleAtDesk } from './people-at-desk.ts'
import { SupervisorLine } from './supervisor-line.tsx'
import { isAsking, isHolder } from './talk.ts'
import { TransferKey } from './transfer-key.tsx'
import { useDeskCommand } from './use-desk-command.ts'

export type Engaged = Extract<DeskWork, { kind: 'ringing' | 'connecting' | 'in_call' | 'joining' }>

export interface CallScreenProps {
  work: Engaged
  received: Received<DeskView>
  media: WholeCallMedia
  state: CallMediaState
  /** The person has ended the call; the server has not said so yet. */
  isEnding: boolean
  onEnd: () => void
  /** Null: the offer went with the view that is about to be shown. */
  offer: OfferCommands | null
  consult: Desk['consult']
}

/**
 * The visitor large, oneself small, the keys below. Mounted from the first ring on, under the ring's
 * dialog, so that the first frame finds its place ready.
 */
export function CallScreen({
  work,
  received,
  media,
  state,
  isEnding,
  onEnd,
  offer,
  consult,
}: CallScreenProps) {
  const words = useTranslations('desk.call')
  const people = peopleAtDesk(work, words('visitor'))
  const talk = work.kind === 'in_call' && offer?.id === work.offer.id && !isEnding ? { work, offer } : null
  const isScreenUp = work.kind === 'in_call' && work.stage?.kind === 'screen'
  const shareScreen = useOwnScreen(media, talk && isHolder(talk.work) ? talk.offer : null, isScreenUp)
  const hold = useDeskCommand()
  const consultEnd = useConsultNews(received.view)
  // Whoever ends the call or turns to a colleague has looked enough.
  const mayKeepPaper = !isEnding && !(work.kind === 'in_call' && isAsking(work))
  const paper = usePaper(media.papers.received, mayKeepPaper)
  const health = useCallHealth(media, work.kind === 'in_call', isSignedCall(work.offer))
  const { handOver } = received.view

  return (
    <section aria-label={words('stage')} className="flex h-full flex-col gap-4">
      <div className="flex min-h-0 flex-1 flex-col gap-4 2xl:flex-row">
        <div className="relative min-h-0 min-w-0 flex-1 overflow-hidden rounded-desk-lg bg-night text-white">
          <RemoteVideo
            media={media}
            remote={state.remote}
            label={words('visitor')}
            className={paper ? BESIDE_PAPER : 'absolute inset-0'}
          >
            {/* The first picture comes before this screen is painted anew: nothing may lie on it. */}
            {work.kind === 'ringing' ? null : (
              <div className="flex h-full flex-col items-center justify-center gap-4 text-night-ink-2">
                {work.offer.needs.mode === 'text' && work.kind === 'in_call' ? (
                  <WrittenCall />
                ) : (
                  <User aria-hidden="true" size={96} strokeWidth={1} />
                )}
                {work.kind === 'in_call' ? null : <p>{words('connecting')}</p>}
              </div>
            )}
          </RemoteVideo>
          {work.kind === 'in_call' ? (
            <>
              <HoldCard work={work} received={received} isBesidePaper={paper !== null} />
              <ConsultStage work={work} received={received} consult={consult} />
              <Arriving work={work} />
            </>
          ) : null}
          {paper ? (
            <PaperStage
              key={(paper.frozen?.of ?? paper.live)?.id}
              paper={paper}
              isInterrupted={isInterrupted(work, state)}
            />
          ) : null}
          <OthersAtDesk people={people} media={media} remotes={state.remotes} hasPaper={paper !== null} />
          <Heading work={work} received={received} state={state} health={health} />
          <SelfView
            state={state}
            label={words('self')}
            className={`absolute right-4 aspect-video w-[22%] min-w-40 rounded-desk border-2 border-white/70 bg-night-2 ${paper ? 'top-48 z-10' : 'bottom-4'}`}
          >
            <span className="flex items-center justify-center gap-2 text-sm text-night-ink-2">
              <VideoOff aria-hidden="true" size={18} />
              {words('self')}
            </span>
          </SelfView>
          {isEnding ? null : (
            <CallTroubles
              work={work}
              received={received}
              media={media}
              state={state}
              health={health}
              people={people}
            />
          )}
        </div>
        {talk?.work.stage ? (
          <DeskStage key={talk.offer.id} shown={talk.work.stage} talk={talk} media={media} state={state} />
        ) : null}
      </div>
      <SpeakingOrder
        key={work.offer.id}
        label={words('order')}
        people={people}
        remotes={state.remotes}
        tones={ORDER_TONES}
      />
      <SupervisorLine work={work} />
      <HandoverNote handover={work.offer.handover} />
      <CommandRefusal command={hold} />
      <ConsultEnded end={consultEnd} />
      {talk ? <GuestList guests={work.offer.guests} offer={talk.offer} received={received} /> : null}
      <CallKeys
        media={media}
        state={state}
        isAnswered={work.kind !== 'ringing'}
        isEnding={isEnding}
        onEnd={onEnd}
        isLeaving={work.kind === 'joining' || (work.kind === 'in_call' && work.colleague?.stage === 'beside')}
      >
        {talk && isHolder(talk.work) ? (
          <ConsultKeys talk={talk} command={hold} onBack={consultEnd.giveUp} />
        ) : null}
        {talk && isHolder(talk.work) && !isAsking(talk.work) ? (
          <>
            <ShareKey talk={talk} onScreen={shareScreen} />
            <InviteKey offer={talk.offer} />
          </>
        ) : null}
        {talk && isHolder(talk.work) && !talk.work.colleague ? (
          <>
            <HoldKey talk={talk} hold={hold} />
            {handOver ? <TransferKey targets={handOver} offer={talk.offer} /> : null}
          </>
        ) : null}
      </CallKeys>
    </section>
  )
}

/** The visitor holds, or one of the two ends is gone for a moment: what they show does not arrive. */
const isInterrupted = (work: Engaged, { connection }: CallMediaState): boolean =>
  connection !== 'connected' || (work.kind === 'in_call' && (work.hold ?? work.lost.totem) !== null)

const ORDER_TONES = { label: 'text-ink-2', name: 'text-ink', mark: 'text-green' }

/** In place of a picture that there will not be. */
function WrittenCall() {
  const words = useTranslations('desk.text')
  return (
    <div className="flex max-w-md flex-col items-center gap-3 text-center">
      <MessageSquareText aria-hidden="true" size={96} strokeWidth={1} />
      <p className="text-xl font-semibold text-white">{words('writtenCall')}</p>
      <p>{words('writtenCallText')}</p>
    </div>
  )
}

/** Large enough to talk to, and out of the paper's way. */
const BESIDE_PAPER =
  'absolute top-20 right-4 z-10 aspect-video w-[22%] min-w-40 rounded-desk border-2 border-white/70 bg-night-2'

/** The colleague who was asked is gone, and nobody here has sent them away. */
function ConsultEnded({ end: { news, forget } }: { end: ReturnType<typeof useConsultNews> }) {
  const words = useTranslations('desk')
  if (!news) return null
  return (
    <Banner
      isUrgent
      title={words(`consult.ended.${news.what}`, { name: news.name })}
      action={
        <Button size="small" onClick={forget}>
          {words('closeNotice')}
        </Button>
      }
    >
      {words('consult.ended.text')}
    </Banner>
  )
}

/** A colleague is on the way to the visitor. */
function Arriving({ work }: { work: Extract<DeskWork, { kind: 'in_call' }> }) {
  const words = useTranslations('desk.consult')
  const { colleague } = work
  return (
    <p
      role="status"
      className="absolute inset-x-4 bottom-4 z-10 mx-auto w-fit rounded-desk-sm bg-night/90 px-4 py-2 font-semibold empty:sr-only"
    >
      {colleague?.stage === 'joining' ? words('arriving', { name: colleague.operator.displayName }) : ''}
    </p>
  )
}

function Heading({
  work,
  received,
  state,
  health,
}: Pick<CallScreenProps, 'work' | 'received' | 'state'> & { health: CallHealth }) {
  const words = useTranslations('desk.call')
  const now = useServerTime(received, 250)
  const elapsed = work.kind === 'in_call' ? ` · ${clockText(now - work.connectedAt)}` : ''
  const isGood = state.connection === 'connected'
  return (
    <div className="absolute inset-x-4 top-4 flex items-start justify-between gap-4">
      <h1 className="flex min-w-0 flex-wrap items-baseline gap-x-3 rounded-desk-sm bg-night/85 px-4 py-2">
        <span className="text-lg font-semibold">{work.offer.totemName}</span>
        <span className="text-sm text-night-ink-2 tabular-nums">
          {work.offer.serviceTitle}
          {elapsed}
        </span>
      </h1>
      <p
        aria-live="polite"
        className={`shrink-0 rounded-desk-sm bg-night/85 px-4 py-2.5 text-sm font-semibold ${
          isGood ? 'text-green-lamp' : 'text-sun'
        }`}
      >
        {words(connectionWords(state.connection, health))}
      </p>
    </div>
  )
}
