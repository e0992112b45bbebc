'use client'

import { Mic, MicOff, PhoneOff, Video, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { Button } from '@/components/ui/button.tsx'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import { DeviceKey } from './devices/device-key.tsx'

export interface CallKeysProps {
  media: WholeCallMedia
  state: CallMediaState
  /** The ring is over: shortcuts act. */
  isAnswered: boolean
  /** The person has ended the call; the server has not said so yet. */
  isEnding: boolean
  onEnd: () => void
  /** The call goes on without this desk: its end is only a leaving. */
  isLeaving: boolean
  /** Keys of a call in hand, between one's own and the end. */
  children?: ReactNode
}

const SHORTCUTS = { M: 'mute', V: 'video', F8: 'end' } as const

/** What the operator can do in a call, under the picture: one's own sound and picture first, the end apart. */
export function CallKeys({ media, state, isAnswered, isEnding, onEnd, isLeaving, children }: CallKeysProps) {
  const words = useTranslations('desk.call')
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
    <div className="call-keys relative z-20">
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
        <DeviceKey media={media} />
        {children}
        <div className="ml-auto">
          <Button tone="stop" keyHint="F8" isStill={isEnding} onClick={onEnd}>
            <PhoneOff aria-hidden="true" size={20} />
            {words(isLeaving ? 'leave' : 'end')}
          </Button>
        </div>
      </div>
    </div>
  )
}
