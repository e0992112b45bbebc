'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { useShortcuts } from '@/components/ui/use-shortcuts.ts'
import { isOnHold, type Talk } from './talk.ts'
import type { DeskCommand } from './use-desk-command.ts'

const SHORTCUTS = { H: 'hold' } as const

/** "Metti in attesa" and "Riprendi": the same key, because one undoes the other. */
export function HoldKey({ talk, hold }: { talk: Talk; hold: DeskCommand }) {
  const words = useTranslations('desk.call')
  const isHeld = isOnHold(talk.work)
  const press = () => hold.send(isHeld ? talk.offer.resume : talk.offer.hold)
  useShortcuts(SHORTCUTS, { hold: press })
  return (
    <Button keyHint="H" aria-disabled={hold.isPending} onClick={press}>
      {isHeld ? <Play aria-hidden="true" size={20} /> : <Pause aria-hidden="true" size={20} />}
      {words(isHeld ? 'resume' : 'hold')}
    </Button>
  )
}
