'use client'

import { UserRoundCog } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner.tsx'
import type { DeskView } from '@/lib/switchboard/views.ts'

/** Somebody else has decided whether calls may come: said until the operator decides again. */
export function SupervisionNotice({ view }: { view: DeskView }) {
  const words = useTranslations('desk.supervision')
  const isBusy = view.work.kind !== 'idle' && view.work.kind !== 'not_responding'
  return (
    <div role="status" className="empty:sr-only">
      {view.intentBy === 'self' ? null : (
        <Banner
          tone="warning"
          icon={<UserRoundCog aria-hidden="true" size={24} />}
          title={words(`${view.intent}Title`)}
        >
          {isBusy && view.intent !== 'available' ? words('afterThis') : words(`${view.intent}Text`)}
        </Banner>
      )}
    </div>
  )
}
