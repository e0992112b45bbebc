'use client'

import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import type { OfferCommands } from '../offer-commands.ts'
import { InviteDialog } from './invite-dialog.tsx'

const SHORTCUTS = { I: 'invite' } as const

/** "Invita": a link for an interpreter, a colleague or a relative. */
export function InviteKey({ offer }: { offer: OfferCommands }) {
  const words = useTranslations('desk.guests')
  const [isOpen, setIsOpen] = useState(false)
  useShortcuts(SHORTCUTS, { invite: () => setIsOpen(true) })
  return (
    <>
      <Button keyHint="I" onClick={() => setIsOpen(true)}>
        <UserPlus aria-hidden="true" size={20} />
        {words('invite')}
      </Button>
      {isOpen ? <InviteDialog offer={offer} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
