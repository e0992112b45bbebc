'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { commandRefusalWords } from './command-refusal.ts'
import type { DeskCommand } from './use-desk-command.ts'

/** Why the last command came to nothing, beside where it was given. */
export function CommandRefusal({ command }: { command: Pick<DeskCommand, 'refusal'> }) {
  const words = useTranslations('desk.handOver.refusals')
  if (command.refusal === null) return null
  return (
    <p
      role="alert"
      className="flex items-center gap-3 rounded-desk-sm border-l-4 border-red bg-red-light px-4 py-2 font-semibold text-ink"
    >
      <CircleAlert aria-hidden="true" size={20} className="shrink-0 text-red" />
      {words(commandRefusalWords(command.refusal))}
    </p>
  )
}
