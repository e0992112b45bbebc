'use client'

import { Headset, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { SelfView } from '@/components/call/self-view.tsx'
import { Button } from '@/components/ui/button.tsx'
import { isSigned } from '@/lib/switchboard/is-signed.ts'
import type { DeskWork } from '@/lib/switchboard/views.ts'
import { CallKeys } from '../call/call-keys.tsx'
import type { Desk } from '../use-desk.ts'
import { ConsultHealth } from './consult-health.tsx'

export interface ConsultScreenProps {
  work: Extract<DeskWork, { kind: 'consult_ringing' | 'consulting' }>
  desk: Pick<Desk, 'media' | 'mediaState' | 'consult'>
  isEnding: boolean
  onEnd: () => void
}

/** The desk that was asked: the colleague large, what the call is about, and what they wrote. */
export function ConsultScreen({ work, desk, isEnding, onEnd }: ConsultScreenProps) {
  const words = useTranslations('desk.consult')
  const callWords = useTranslations('desk.call')
  const { consult } = work
  const { from } = consult
  const { media, state } = desk.consult
  return (
    <section aria-label={words('title')} className="flex h-full flex-col gap-4">
      <div className="relative min-h-0 flex-1 overflow-hidden rounded-desk-lg bg-night text-white">
        <RemoteVideo
          media={media}
          remote={state.remote}
          label={from.displayName}
          className="absolute inset-0"
        >
          <div className="flex h-full flex-col items-center justify-center gap-4 text-night-ink-2">
            <Headset aria-hidden="true" size={96} strokeWidth={1} />
            <p>{words('with', { name: from.displayName })}</p>
          </div>
        </RemoteVideo>
        <div className="absolute top-4 left-4 max-w-[70%] rounded-desk-sm bg-night/85 px-4 py-2">
          <h1 className="text-lg font-semibold">{words('asks', { name: from.displayName })}</h1>
          <p className="text-sm text-night-ink-2">
            {consult.totemName} · {consult.serviceTitle}
          </p>
          {consult.note ? <p className="mt-1 break-words whitespace-pre-line">{consult.note}</p> : null}
        </div>
        <SelfView
          state={desk.mediaState}
          label={callWords('self')}
          className="absolute right-4 bottom-4 aspect-video w-[22%] min-w-40 rounded-desk border-2 border-white/70 bg-night-2"
        >
          <span className="flex items-center justify-center gap-2 text-sm text-night-ink-2">
            <VideoOff aria-hidden="true" size={18} />
            {callWords('self')}
          </span>
        </SelfView>
        <div className="absolute bottom-4 left-4 flex max-w-[70%] flex-col gap-2">
          <ConsultHealth
            consult={desk.consult}
            colleague={{ identity: from.identity, name: from.displayName }}
            isTalking={work.kind === 'consulting'}
            isSigned={isSigned(consult.needs.mode, [])}
          />
          {consult.isFromLost ? (
            <p role="alert" className="rounded-desk-sm bg-sun px-4 py-2 font-semibold text-ink">
              {words('colleagueLost', { name: from.displayName })}
            </p>
          ) : null}
          {state.soundBlocked ? (
            <Button size="small" onClick={() => void media.resumeSound()}>
              {callWords('playSound')}
            </Button>
          ) : null}
          <p className="rounded-desk-sm bg-night/90 px-4 py-2 text-sm">{words('visitorGetsNothing')}</p>
        </div>
      </div>
      <CallKeys
        media={desk.media}
        state={desk.mediaState}
        isAnswered={work.kind === 'consulting'}
        isEnding={isEnding}
        onEnd={onEnd}
        isLeaving
      />
    </section>
  )
}
