'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { ScreenPicture } from '@/components/call/stage/screen-picture.tsx'
import { usePointing } from '@/components/call/stage/use-pointing.ts'
import { Button } from '@/components/ui/button.tsx'

interface SharedScreenProps {
  media: WholeCallMedia
  state: CallMediaState
  /** The totem shows nothing of it meanwhile. */
  isOnHold: boolean
  /** Null: it is a colleague's. */
  onStop: (() => void) | null
}

/** The screen that the visitor sees, one's own or the colleague's, with the places that the visitor points to. */
export function SharedScreen({ media, state, isOnHold, onStop }: SharedScreenProps) {
  const words = useTranslations('desk.stage')
  const { marks, surface } = usePointing(media.packets, 'screen', state.reachable)
  const { own, received } = media.screens
  return (
    <>
      <header className="flex items-center justify-between gap-3 px-5 py-3">
        <p role="status" className="font-semibold text-red-deep">
          {words(onStop ? (isOnHold ? 'screenAfterHold' : 'screenShown') : 'screenOfColleague')}
        </p>
        {onStop ? (
          <Button size="small" onClick={onStop}>
            <X aria-hidden="true" size={18} />
            {words('stopScreen')}
          </Button>
        ) : null}
      </header>
      <div className="flex min-h-0 flex-1 px-5 pb-4">
        <ScreenPicture
          attach={onStop ? own.attach : received.attach}
          label={words(onStop ? 'ownScreen' : 'colleaguesScreen')}
          isRemote={onStop === null}
          marks={marks}
          surface={surface}
        >
          {null}
        </ScreenPicture>
      </div>
    </>
  )
}
