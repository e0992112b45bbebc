'use client'

import { Phone, PhoneOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { clockText } from '@/components/ui/duration.ts'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { DialOutcome } from '@/lib/switchboard/events.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import { CallbackFacts } from './callback-facts.tsx'

export type OnTelephone = Extract<DeskWork, { kind: 'dialling' | 'on_phone' }>

export interface CallbackCardProps {
  work: OnTelephone
  received: Received<DeskView>
  canSend: boolean
  onDialled: (outcome: DialOutcome) => Promise<CommandAnswer>
  onEnd: () => Promise<CommandAnswer>
}

const IN_VAIN = ['no_answer', 'busy', 'wrong_number'] as const
const SHORTCUTS = { F8: 'end' } as const

/** A callback in hand: the number to dial, why, and what came of it. The telephone itself is the office's. */
export function CallbackCard({ work, received, canSend, onDialled, onEnd }: CallbackCardProps) {
  const words = useTranslations('desk.callback')
  const { isBusy, hasFailed, ask } = useOneAtATime()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { offer, phone } = work
  const isOnPhone = work.kind === 'on_phone'
  const isLastDial = offer.callback !== null && offer.callback.failedDials + 1 >= offer.callback.dialsAtMost
  const isStill = isBusy || !canSend
  const end = () => (isOnPhone && !isStill ? void ask(onEnd) : undefined)
  useShortcuts(SHORTCUTS, { end })

  return (
    <section
      aria-labelledby={titleId}
      className="mx-auto flex w-full max-w-2xl flex-col gap-5 rounded-desk-lg border border-line bg-card p-8"
    >
      <div>
        <h1 id={titleId} ref={title} tabIndex={-1} className="flex items-baseline gap-3 text-2xl font-bold">
          {words(isOnPhone ? 'onPhone' : 'title')}
          {isOnPhone ? <Elapsed since={work.reachedAt} received={received} /> : null}
        </h1>
        <p className="text-ink-2">{words('lead', { totem: offer.totemName, service: offer.serviceTitle })}</p>
      </div>
      <a
        href={`tel:${phone}`}
        aria-label={`${words('number')}: ${phone}`}
        className="flex items-center gap-4 self-start rounded-desk border border-line-strong bg-white px-6 py-4 text-4xl font-bold text-blue tabular-nums"
      >
        <Phone aria-hidden="true" size={32} />
        {phone}
      </a>
      {offer.callback ? <CallbackFacts serviceTitle={offer.serviceTitle} callback={offer.callback} /> : null}
      {hasFailed ? (
        <p role="alert" className="font-semibold text-red">
          {words('failed')}
        </p>
      ) : null}
      {isOnPhone ? (
        <div className="flex flex-wrap gap-3">
          <Button tone="stop" size="large" keyHint="F8" isStill={isStill} onClick={end}>
            <PhoneOff aria-hidden="true" size={20} />
            {words('end')}
          </Button>
          <Button size="large" isStill={isStill} onClick={() => void ask(() => onDialled('wrong_number'))}>
            {words('wrong_number')}
          </Button>
        </div>
      ) : (
        <Outcomes isLastDial={isLastDial}>
          <Button
            tone="go"
            size="large"
            isStill={isStill}
            onClick={() => void ask(() => onDialled('reached'))}
          >
            {words('reached')}
          </Button>
          {IN_VAIN.map((outcome) => (
            <Button
              key={outcome}
              size="large"
              isStill={isStill}
              onClick={() => void ask(() => onDialled(outcome))}
            >
              {words(outcome)}
            </Button>
          ))}
        </Outcomes>
      )}
    </section>
  )
}

function Outcomes({ isLastDial, children }: { isLastDial: boolean; children: ReactNode }) {
  const words = useTranslations('desk.callback')
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold text-ink-2">{words('whatCame')}</legend>
      <div className="flex flex-wrap gap-3">{children}</div>
      <p className="mt-3 text-sm text-ink-2">
        {words('hint')} {words(isLastDial ? 'lastHint' : 'retryHint')}
      </p>
    </fieldset>
  )
}

function Elapsed({ since, received }: { since: number; received: Received<DeskView> }) {
  const now = useServerTime(received, 250)
  return <span className="text-lg font-semibold text-ink-2 tabular-nums">{clockText(now - since)}</span>
}

/** One report at a time; after a yes the keys stay still until another view takes the card's place. */
function useOneAtATime() {
  const [state, setState] = useState<'free' | 'busy' | 'failed'>('free')
  return {
    isBusy: state === 'busy',
    hasFailed: state === 'failed',
    async ask(command: () => Promise<CommandAnswer>) {
      if (state === 'busy') return
      setState('busy')
      const answer = await command()
      // Over means that the view has moved on, or will.
      if (!answer.ok && answer.refusal !== 'offer-over') setState('failed')
    },
  }
}
