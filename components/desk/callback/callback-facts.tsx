'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { CallbackAtDesk } from '@/lib/switchboard/views.ts'
import { FactGrid } from '../fact-grid.tsx'

export interface CallbackFactsProps {
  serviceTitle: string
  callback: CallbackAtDesk
}

/** What a visitor who left a number has said, and what has come of it so far. */
export function CallbackFacts({ serviceTitle, callback }: CallbackFactsProps) {
  const words = useTranslations('desk.callback')
  const when = useWhen()
  const { reason, window, requestedAt, failedDials, dialsAtMost } = callback
  const asked = words('askedAt', { day: when.day(requestedAt), time: when.time(requestedAt) })
  const wished = window
    ? words('windowText', {
        day: when.day(window.from),
        from: when.time(window.from),
        until: when.time(window.until),
      })
    : words('soon')
  const facts = [
    { name: words('service'), value: serviceTitle },
    { name: words('dials'), value: words('dialsText', { made: failedDials, atMost: dialsAtMost }) },
    { name: words('asked'), value: asked },
    { name: words('window'), value: wished },
  ]
  return (
    <FactGrid facts={facts}>
      <div className="col-span-2 rounded-desk bg-paper px-4 py-3">
        <dt className="text-sm text-ink-2">{words('reason')}</dt>
        <dd className="max-h-32 overflow-y-auto text-lg leading-snug font-semibold break-words whitespace-pre-line">
          {reason === '' ? words('noReason') : reason}
        </dd>
      </div>
    </FactGrid>
  )
}

/** In Italy's time, wherever the desk stands: the window was chosen by the office's hours. */
function useWhen() {
  const format = useFormatter()
  const timeZone = 'Europe/Rome'
  return {
    day: (at: number) => format.dateTime(at, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }),
    time: (at: number) =>
      format.dateTime(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }
}
