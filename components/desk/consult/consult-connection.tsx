'use client'

import { useTranslations } from 'next-intl'
import type { ConnectionState } from '@/components/call/call-media-state.ts'

/** What has become of this desk's own way to the colleague; nothing while it is there. */
export function ConsultConnection({ connection }: { connection: ConnectionState }) {
  const words = useTranslations('desk.consult')
  const isAway = connection === 'reconnecting' || connection === 'lost'
  return (
    <p role="status" className="rounded-desk-sm bg-sun px-4 py-2 font-semibold text-ink empty:sr-only">
      {isAway ? words(`own.${connection}`) : ''}
    </p>
  )
}
