'use client'

import { useTranslations } from 'next-intl'
import { type Ref, useEffect, useId, useRef } from 'react'
import type { CallMedia } from '@/components/call/call-media.ts'
import { useCurtain } from '@/components/call/use-curtain.ts'
import { Button } from '@/components/ui/button.tsx'
import { minutesAndSeconds, secondsLeft } from '@/components/ui/duration.ts'
import { Modal } from '@/components/ui/modal.tsx'
import { TimeBar } from '@/components/ui/time-bar.tsx'
import { useLate } from '@/components/ui/use-late.ts'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import { HandoverNote } from '../call/handover-note.tsx'
import { CallbackFacts } from '../callback/callback-facts.tsx'
import { FactGrid } from '../fact-grid.tsx'
import { useLanguageName } from '../language-name.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import type { Asked } from './use-ring.ts'

export type Ringing = Extract<DeskWork, { kind: 'ringing' }>

export interface RingDialogProps {
  ringing: Ringing
  received: Received<DeskView>
  media: Pick<CallMedia, 'attachCurtain'>
  /** What is on its way to the server. */
  asked: Asked | null
  onAnswer: () => void
  onDecline: () => void
}

/**
 * An answer comes sooner, and painting a word that nobody reads would keep the picture waiting. Until then the
 * key says by itself that it was pressed, and a second press does nothing.
 */
export const BUSY_SHOWN_AFTER_MS = 250

const SHORTCUTS = { F9: 'decline' } as const

/** Who, where, why and how long at one glance; Enter answers, because the answer has the focus. */
export function RingDialog({ ringing, received, media, asked, onAnswer, onDecline }: RingDialogProps) {
  const words = useTranslations('desk.ring')
  const titleId = useId()
  const curtain = useCurtain(media, 'before')
  const answer = useRef<HTMLButtonElement>(null)
  const now = useServerTime(received, 250)
  const { offer, offeredAt, expiresAt } = ringing
  const shown = useLate(asked, BUSY_SHOWN_AFTER_MS)
  const remainingMs = expiresAt - now

  useShortcuts(SHORTCUTS, { decline: onDecline })
  useEffect(() => answer.current?.focus(), [])

  return (
    <Modal
      role="alertdialog"
      title={words(offer.callback ? 'callback' : 'incoming')}
      titleId={titleId}
      isFullPage
    >
      <div
        ref={curtain}
        className="relative flex min-h-full items-center justify-center overflow-hidden bg-night p-6"
      >
        <Waves />
        <div className="relative w-[39rem] max-w-full rounded-[28px] bg-card p-10">
          <p className="flex items-center gap-3 text-lg font-semibold text-green">
            <span aria-hidden="true" className="size-3 rounded-full bg-green" />
            {words(offer.callback ? 'callback' : 'incoming')}
          </p>
          <h2 id={titleId} className="mt-1 text-[2.6rem] leading-tight font-bold">
            {offer.totemName}
          </h2>
          {offer.again && !offer.callback ? (
            <p className="mt-1 font-semibold text-ink-2">{words('again')}</p>
          ) : null}
          {offer.callback ? (
            <CallbackFacts serviceTitle={offer.serviceTitle} callback={offer.callback} />
          ) : (
            <Facts ringing={ringing} waitedMs={now - offer.enqueuedAt} />
          )}
          {offer.handover ? (
            <div className="mt-4">
              <HandoverNote handover={offer.handover} />
            </div>
          ) : null}
          <div className="mt-6 grid grid-cols-[5fr_3fr] gap-4">
            <BigKey
              ref={answer}
              tone="go"
              isBusy={shown !== null}
              onClick={onAnswer}
              hint={words('enterKey')}
            >
              {offer.callback ? words('callBack') : shown === 'answer' ? words('answering') : words('answer')}
            </BigKey>
            <BigKey tone="plain" isBusy={shown !== null} onClick={onDecline} hint="F9">
              {words('decline')}
            </BigKey>
          </div>
          <div className="mt-6">
            <TimeBar totalMs={expiresAt - offeredAt} remainingMs={remainingMs} />
            <p className="mt-2 text-right text-sm text-ink-2 tabular-nums">
              {words('left', { seconds: secondsLeft(remainingMs) })}
            </p>
          </div>
        </div>
      </div>
    </Modal>
  )
}

function Facts({ ringing, waitedMs }: { ringing: Ringing; waitedMs: number }) {
  const words = useTranslations('desk.ring')
  const languageName = useLanguageName()
  const { serviceTitle, needs, visitorChannels } = ringing.offer
  const mode = words(`modes.${needs.mode}`)
  const facts = [
    { name: words('service'), value: serviceTitle },
    { name: words('waitingFor'), value: words('waitingTime', minutesAndSeconds(waitedMs)) },
    { name: words('language'), value: capitalised(languageName(needs.language ?? 'it')) },
    { name: words('mode'), value: visitorChannels.picture ? mode : `${mode} · ${words('noPicture')}` },
  ]
  return <FactGrid facts={facts} />
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

interface BigKeyProps {
  ref?: Ref<HTMLButtonElement>
  tone: 'go' | 'plain'
  isBusy: boolean
  hint: string
  onClick: () => void
  children: string
}

/** Stays focusable while busy: a disabled button would lose the focus in the middle of the answer. */
export function BigKey({ ref, tone, isBusy, hint, onClick, children }: BigKeyProps) {
  return (
    <Button ref={ref} tone={tone} size="large" isWide keyHint={hint} aria-disabled={isBusy} onClick={onClick}>
      {children}
    </Button>
  )
}

export function Waves() {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <div className="absolute size-[46rem] animate-ring-wave rounded-full border border-night-line opacity-55" />
      <div className="absolute size-[58rem] rounded-full border border-night-3" />
      <div className="absolute size-[80rem] rounded-full border border-night-2" />
    </div>
  )
}
