'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { ScreenPicture } from '@/components/call/stage/screen-picture.tsx'
import { usePointing } from '@/components/call/stage/use-pointing.ts'
import { Button } from '@/components/ui/button.tsx'

interface OwnScreenProps {
  media: WholeCallMedia
  state: CallMediaState
  /** Null: it is a colleague's. */
  onStop: (() => void) | null
}

/** What one shows of one's own screen, with the places that the visitor points to. */
export function OwnScreen({ media, state, onStop }: OwnScreenProps) {
  const words = useTranslations('desk.stage')
  const { marks, surface } = usePointing(media.packets, 'screen', state.reachable)
  return (
    <>
      <header className="flex items-center justify-between gap-3 px-5 py-3">
        <p role="status" className="font-semibold text-red-deep">
          {onStop ? words('screenShown') : words('screenOfColleague')}
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
          attach={media.screens.own.attach}
          label={words('ownScreen')}
          isRemote={false}
          marks={marks}
          surface={surface}
        >
          {null}
        </ScreenPicture>
      </div>
    </>
  )
}
