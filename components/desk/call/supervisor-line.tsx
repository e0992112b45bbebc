'use client'

import { Ear } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DeskWork } from '@/lib/switchboard/views.ts'

/** A supervisor who listens or takes part is named, always: nobody is listened to unawares. */
export function SupervisorLine({ work }: { work: DeskWork }) {
  const words = useTranslations('desk.call.supervisor')
  const supervisor = 'supervisor' in work ? work.supervisor : null
  return (
    <p
      role="status"
      className="flex items-center gap-3 rounded-desk-sm border-l-4 border-sun bg-sun-light px-4 py-2.5 font-semibold empty:sr-only"
    >
      {supervisor ? (
        <>
          <Ear aria-hidden="true" size={20} className="shrink-0" />
          {words(supervisor.as, { name: supervisor.displayName })}
        </>
      ) : null}
    </p>
  )
}
