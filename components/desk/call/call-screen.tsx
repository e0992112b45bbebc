'use client'

import { Mic, MicOff, PhoneOff, User, Video, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { RemoteVideo } from '@/components/call/remote-video.tsx'
import { SelfView } from '@/components/call/self-view.tsx'
import { Button } from '@/components/ui/button.tsx'
import { clockText } from '@/components/ui/duration.ts'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import { CallTroubles } from './call-troubles.tsx'

export type Engaged = Extract<DeskWork, { kind: 'ringing' | 'connecting' | 'in_call' }>

export interface CallScreenProps {
  work: Engaged
  received: Received<DeskView>
  media: CallMedia
  state: CallMediaState
  /** The person has ended the call; the server has not said so yet. */
  isEnding: boolean
  onEnd: () => void
}

const SHORTCUTS = { M: 'mute', V: 'video', F8: 'end' } as const

/**
 * The visitor large, oneself small, the keys below. Mounted from the first ring on, under the ring's
 * dialog, so that the first frame finds its place ready.
 */
export function CallScreen({ work, received, media, state, isEnding, onEnd }: CallScreenProps) {
  const words = useTranslations('desk.call')
  const isAnswered = work.kind !== 'ringing'
  const { userMuted } = state
  const mute = () => media.setUserMuted({ sound: !userMuted.sound })
  const video = () => media.setUserMuted({ picture: !userMuted.picture })
  const whenAnswered = (act: () => void) => () => (isAnswered && !isEnding ? act() : undefined)
  useShortcuts(SHORTCUTS, {
    mute: whenAnswered(mute),
    video: whenAnswered(video),
    end: whenAnswered(onEnd),
  })

  return (
    <section aria-label={words('stage')} className="flex h-full flex-col gap-4">
      <div className="relative min-h-0 flex-1 overflow-hidden rounded-desk-lg bg-night text-white">
        <RemoteVideo
          media={media}
          remote={state.remote}
          label={words('visitor')}
          className="absolute inset-0"
        >
          <div className="flex h-full flex-col items-center justify-center gap-4 text-night-ink-2">
            <User aria-hidden="true" size={96} strokeWidth={1} />
            {work.kind === 'connecting' ? <p>{words('connecting')}</p> : null}
          </div>
        </RemoteVideo>
        <Heading work={work} received={received} state={state} />
        <SelfView
          state={state}
          label={words('self')}
          className="absolute right-4 bottom-4 aspect-video w-[22%] min-w-40 rounded-desk border-2 border-white/70 bg-night-2"
        >
          <span className="flex items-center justify-center gap-2 text-sm text-night-ink-2">
            <VideoOff aria-hidden="true" size={18} />
            {words('self')}
          </span>
        </SelfView>
        {isEnding ? null : <CallTroubles work={work} received={received} media={media} state={state} />}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button keyHint="M" onClick={mute}>
          {userMuted.sound ? <MicOff aria-hidden="true" size={20} /> : <Mic aria-hidden="true" size={20} />}
          {userMuted.sound ? words('unmute') : words('mute')}
        </Button>
        <Button keyHint="V" onClick={video}>
          {userMuted.picture ? (
            <VideoOff aria-hidden="true" size={20} />
          ) : (
            <Video aria-hidden="true" size={20} />
          )}
          {userMuted.picture ? words('videoOn') : words('videoOff')}
        </Button>
        <div className="ml-auto">
          <Button tone="stop" keyHint="F8" disabled={isEnding} onClick={onEnd}>
            <PhoneOff aria-hidden="true" size={20} />
            {words('end')}
          </Button>
        </div>
      </div>
    </section>
  )
}

function Heading({ work, received, state }: Pick<CallScreenProps, 'work' | 'received' | 'state'>) {
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
        {words(`quality.${state.connection}`)}
      </p>
    </div>
  )
}
