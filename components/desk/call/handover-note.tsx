'use client'

import { ArrowRightLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { HandoverAtDesk } from '@/lib/switchboard/views.ts'

/** From whom the call comes and what they wrote; the visitor sees none of it. */
export function HandoverNote({ handover }: { handover: HandoverAtDesk | null }) {
  const words = useTranslations('desk.handOver')
  if (!handover) return null
  const { fromName, note } = handover
  return (
    <div className="flex items-start gap-3 rounded-desk-sm border-l-4 border-blue bg-blue-light px-4 py-2.5 text-ink">
      <ArrowRightLeft aria-hidden="true" size={20} className="mt-0.5 shrink-0 text-blue-deep" />
      <p className="min-w-0 break-words whitespace-pre-line">
        <span className="font-semibold">{words('from', { name: fromName })}</span>
        {note ? `: ${note}` : null}
      </p>
    </div>
  )
}
