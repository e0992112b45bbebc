'use client'

import { Headset } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { clockText, secondsLeft } from '@/components/ui/duration.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import { isSignedCall } from '../call/is-signed-call.ts'
import type { Talk } from '../call/talk.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import type { Desk } from '../use-desk.ts'
import { ConsultHealth } from './consult-health.tsx'

export interface ConsultStageProps {
  work: Talk['work']
  received: Received<DeskView>
  consult: Desk['consult']
}

/**
 * In place of the visitor's picture while this desk asks a colleague: the colleague large, and a word that
 * the visitor waits and gets nothing of it.
 */
export function ConsultStage({ work, received, consult }: ConsultStageProps) {
  const words = useTranslations('desk.consult')
  const now = useServerTime(received, 500)
  const { colleague, hold } = work
  if (!colleague?.room) return null
  const name = colleague.operator.displayName
  const isRinging = colleague.stage === 'ringing'
  return (
    <div className="absolute inset-0 bg-night-2">
      <RemoteVideo
        media={consult.media}
        remote={consult.state.remote}
        label={name}
        className="absolute inset-0"
      >
        <div className="flex h-full flex-col items-center justify-center gap-4 p-8 text-center text-night-ink-2">
          <Headset aria-hidden="true" size={96} strokeWidth={1} />
          <p role="status" className="text-2xl font-semibold text-white">
            {isRinging ? words('calling', { name }) : words('with', { name })}
          </p>
          {isRinging && colleague.until !== null ? (
            <p aria-hidden="true" className="tabular-nums">
              {words('left', { seconds: secondsLeft(colleague.until - now) })}
            </p>
          ) : null}
        </div>
      </RemoteVideo>
      <div className="absolute top-20 left-4 flex max-w-[70%] flex-col items-start gap-2">
        <p className="rounded-desk-sm bg-night/90 px-4 py-2 text-sm tabular-nums">
          <span className="font-semibold">
            {words('visitorWaits', { time: clockText(hold ? now - hold.since : 0) })}
          </span>{' '}
          {words('visitorGetsNothing')}
        </p>
        <ConsultHealth
          consult={consult}
          colleague={{ identity: colleague.operator.identity, name }}
          isTalking={colleague.stage === 'consulting'}
          isSigned={isSignedCall(work.offer)}
        />
        {colleague.isLost ? (
          <p role="alert" className="rounded-desk-sm bg-sun px-4 py-2 font-semibold text-ink">
            {words('colleagueLost', { name })}
          </p>
        ) : null}
      </div>
    </div>
  )
}
