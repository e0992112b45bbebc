'use client'

import { Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { Talk } from '../call/talk.ts'
import { StageChooser } from './stage-chooser.tsx'

interface ShareKeyProps {
  talk: Talk
  /** Lets the person choose a screen, and puts it up. */
  onScreen: () => Promise<void>
}

const SHORTCUTS = { S: 'share' } as const

/** "Condividi": what both ends are to look at. */
export function ShareKey({ talk: { work, offer }, onScreen }: ShareKeyProps) {
  const words = useTranslations('desk.stage')
  const [isChoosing, setChoosing] = useState(false)
  const close = () => setChoosing(false)
  useShortcuts(SHORTCUTS, { share: () => setChoosing(true) })
  return (
    <>
      <Button keyHint="S" onClick={() => setChoosing(true)}>
        <Presentation aria-hidden="true" size={20} />
        {words('share')}
      </Button>
      {isChoosing ? (
        <StageChooser
          asked={work.offer.service}
          onShow={offer.show}
          onScreen={() => {
            close()
            void onScreen()
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}
