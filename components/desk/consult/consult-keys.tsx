'use client'

import { CornerUpLeft, PhoneForwarded, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import type { Talk } from '../call/talk.ts'
import type { DeskCommand } from '../call/use-desk-command.ts'

interface ConsultKeysProps {
  talk: Talk
  command: DeskCommand
  /** They go back by themselves. */
  onBack: () => void
}

/** What the desk that asked a colleague can do: hand the call over, talk all three, or go back alone. */
export function ConsultKeys({ talk, command, onBack }: ConsultKeysProps) {
  const words = useTranslations('desk.consult')
  const { colleague } = talk.work
  const { offer } = talk
  if (!colleague || colleague.stage === 'beside') return null
  const isTalking = colleague.stage === 'consulting' && !colleague.isLost
  const isPending = command.isPending
  return (
    <>
      {isTalking ? (
        <>
          <Button tone="main" aria-disabled={isPending} onClick={() => command.send(offer.complete)}>
            <PhoneForwarded aria-hidden="true" size={20} />
            {words('complete')}
          </Button>
          <Button aria-disabled={isPending} onClick={() => command.send(offer.merge)}>
            <Users aria-hidden="true" size={20} />
            {words('merge')}
          </Button>
        </>
      ) : null}
      <Button
        aria-disabled={isPending}
        onClick={() => {
          onBack()
          command.send(offer.giveUpConsult)
        }}
      >
        <CornerUpLeft aria-hidden="true" size={20} />
        {words('back')}
      </Button>
    </>
  )
}
