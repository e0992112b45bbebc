'use client'

import { PhoneForwarded } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { HandOverTargets } from '@/lib/switchboard/hand-over-targets.ts'
import type { OfferCommands } from './offer-commands.ts'
import { TransferDialog } from './transfer-dialog.tsx'
import { useDeskCommand } from './use-desk-command.ts'

const SHORTCUTS = { T: 'transfer' } as const

/** "Trasferisci": opens the dialog, and is gone with it as soon as the call is somebody else's or a colleague is asked. */
export function TransferKey({ targets, offer }: { targets: HandOverTargets; offer: OfferCommands }) {
  const words = useTranslations('desk.call')
  const [isOpen, setIsOpen] = useState(false)
  const command = useDeskCommand()
  const open = () => {
    command.forget()
    setIsOpen(true)
  }
  useShortcuts(SHORTCUTS, { transfer: open })
  return (
    <>
      <Button keyHint="T" aria-haspopup="dialog" onClick={open}>
        <PhoneForwarded aria-hidden="true" size={20} />
        {words('transfer')}
      </Button>
      {isOpen ? (
        <TransferDialog targets={targets} offer={offer} command={command} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  )
}
