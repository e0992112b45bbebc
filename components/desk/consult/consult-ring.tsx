'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { secondsLeft } from '@/components/ui/duration.ts'
import { Modal } from '@/components/ui/modal.tsx'
import { TimeBar } from '@/components/ui/time-bar.tsx'
import { useLate } from '@/components/ui/use-late.ts'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import { BigKey, BUSY_SHOWN_AFTER_MS, Waves } from '../ring/ring-dialog.tsx'
import type { Ring } from '../ring/use-ring.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'

export interface ConsultRingProps {
  work: Extract<DeskWork, { kind: 'consult_ringing' }>
  received: Received<DeskView>
  ring: Ring
}

const SHORTCUTS = { F9: 'decline' } as const

/** A colleague asks: who, about which call, and what they wrote. The visitor neither hears nor sees it. */
export function ConsultRing({ work, received, ring }: ConsultRingProps) {
  const words = useTranslations('desk.consult')
  const ringWords = useTranslations('desk.ring')
  const titleId = useId()
  const answer = useRef<HTMLButtonElement>(null)
  const now = useServerTime(received, 250)
  const { consult, offeredAt, expiresAt } = work
  const { from } = consult
  const shown = useLate(ring.asked, BUSY_SHOWN_AFTER_MS)

  useShortcuts(SHORTCUTS, { decline: ring.decline })
  useEffect(() => answer.current?.focus(), [])

  return (
    <Modal role="alertdialog" title={words('asks', { name: from.displayName })} titleId={titleId} isFullPage>
      <div className="relative flex min-h-full items-center justify-center overflow-hidden bg-night p-6">
        <Waves />
        <div className="relative w-[39rem] max-w-full rounded-[28px] bg-card p-10">
          <p className="flex items-center gap-3 text-lg font-semibold text-blue-deep">
            <span aria-hidden="true" className="size-3 rounded-full bg-blue" />
            {words('incoming')}
          </p>
          <h2 id={titleId} className="mt-1 text-[2.6rem] leading-tight font-bold break-words">
            {words('asks', { name: from.displayName })}
          </h2>
          {from.officeName ? <p className="font-semibold text-ink-2">{from.officeName}</p> : null}
          <dl className="mt-6 grid grid-cols-2 gap-4">
            <Fact name={words('totem')} value={consult.totemName} />
            <Fact name={ringWords('service')} value={consult.serviceTitle} />
          </dl>
          {consult.note ? (
            <p className="mt-4 rounded-desk border-l-4 border-blue bg-blue-light px-4 py-3 text-lg break-words whitespace-pre-line">
              {consult.note}
            </p>
          ) : null}
          <p className="mt-4 text-ink-2">{words('visitorHolds')}</p>
          <div className="mt-6 grid grid-cols-[5fr_3fr] gap-4">
            <BigKey
              ref={answer}
              tone="go"
              isBusy={shown !== null}
              onClick={ring.answer}
              hint={ringWords('enterKey')}
            >
              {ringWords(shown === 'answer' ? 'answering' : 'answer')}
            </BigKey>
            <BigKey tone="plain" isBusy={shown !== null} onClick={ring.decline} hint="F9">
              {ringWords('decline')}
            </BigKey>
          </div>
          <div className="mt-6">
            <TimeBar totalMs={expiresAt - offeredAt} remainingMs={expiresAt - now} />
            <p className="mt-2 text-right text-sm text-ink-2 tabular-nums">
              {ringWords('left', { seconds: secondsLeft(expiresAt - now) })}
            </p>
          </div>
        </div>
      </div>
    </Modal>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="rounded-desk bg-paper px-4 py-3">
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd className="text-lg leading-snug font-semibold">{value}</dd>
    </div>
  )
}
