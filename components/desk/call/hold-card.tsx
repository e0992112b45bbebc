'use client'

import { useTranslations } from 'next-intl'
import { clockText } from '@/components/ui/duration.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import { isOnHold, type Talk } from './talk.ts'

export interface HoldCardProps {
  work: Talk['work']
  received: Received<DeskView>
  /** A frozen paper has the large place. */
  isBesidePaper: boolean
}

/** Over the empty picture while the visitor holds: what they get now, how long already, and that they were promised "soon". */
export function HoldCard({ work, received, isBesidePaper }: HoldCardProps) {
  const words = useTranslations('desk.call.holding')
  const now = useServerTime(received, 500)
  const { hold } = work
  if (!hold || !isOnHold(work)) return null
  const isLate = hold.stage !== 'held'
  const late = words(hold.stage === 'lapsed' ? 'lapsed' : 'recalled')
  if (isBesidePaper) {
    return (
      <div className="absolute top-20 left-4 z-10 flex max-w-[70%] flex-col items-start gap-2">
        <p className="flex gap-3 rounded-desk-sm bg-night/90 px-4 py-2 font-semibold">
          {words('title')}
          <span className="tabular-nums" role="timer" aria-label={words('since')}>
            {clockText(now - hold.since)}
          </span>
        </p>
        {isLate ? (
          <p role="alert" className="rounded-desk-sm bg-sun px-4 py-2 font-semibold text-ink">
            {late}
          </p>
        ) : null}
      </div>
    )
  }
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-night-2 p-10 text-center">
      <p className="text-3xl font-bold">{words('title')}</p>
      <p className="text-5xl font-bold tabular-nums" role="timer" aria-label={words('since')}>
        {clockText(now - hold.since)}
      </p>
      <p className="max-w-md text-night-ink-2">{words('text')}</p>
      <p
        role={isLate ? 'alert' : undefined}
        className={`max-w-md rounded-desk-sm px-4 py-2 font-semibold ${isLate ? 'bg-sun text-ink' : 'invisible'}`}
      >
        {late}
      </p>
    </div>
  )
}
